import { isIPv6 } from 'node:net';

/**
 * The network an address counts with when sign-ins are limited: /24 for IPv4, /56 for IPv6, which is what
 * one household or office usually has (rule book, platform 3.4).
 */
export const subnetOf = (ip: string): string => {
  if (!isIPv6(ip)) return ip.split('.').slice(0, 3).join('.');
  return expand(ip).join('').slice(0, 14);
};

/** The eight groups of an IPv6 address with four digits each. */
const expand = (ip: string): readonly string[] => {
  const [head = '', tail] = ip.toLowerCase().split('::');
  const groups = (part: string | undefined): string[] =>
    part === undefined || part === '' ? [] : part.split(':');
  const left = groups(head);
  const right = groups(tail);
  const gap = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...gap, ...right].map((group) => group.padStart(4, '0'));
};
