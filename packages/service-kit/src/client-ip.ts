import { BlockList, isIP } from 'node:net';
import { StartupError } from './startup-error.ts';

/** The compose networks in which the gateway runs (rule book, platform 12.1). */
export const DEFAULT_TRUSTED_PROXIES: readonly string[] = ['172.20.0.0/16', '172.21.0.0/16'];

/** Request headers; only `x-forwarded-for`, `x-forwarded-proto` and `x-real-ip` are read. */
export type ForwardedHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Finds the address a request came from. */
export type ClientIp = (socketAddress: string | undefined, headers: ForwardedHeaders) => string;

const UNKNOWN = '0.0.0.0';

/**
 * Reads forwarding headers only from trusted proxies (rule book, platform 4). `X-Forwarded-For` is
 * walked from its right end: addresses of trusted proxies are skipped, the first other one is the
 * client; what stands left of it is the client's own claim. Without that header `X-Real-IP` counts.
 *
 * @param trustedProxies addresses or CIDR ranges
 * @throws StartupError for an entry that is neither
 */
export const createClientIp = (trustedProxies: readonly string[]): ClientIp => {
  const isTrusted = trustIn(trustedProxies);
  return (socketAddress, headers) => {
    const peer = readAddress(socketAddress ?? '') ?? UNKNOWN;
    if (!isTrusted(peer)) return peer;
    const hops = entriesOf(headers['x-forwarded-for']);
    if (hops.length === 0) return readAddress(firstOf(headers['x-real-ip'])) ?? peer;
    let nearest = peer;
    for (const hop of hops.reverse()) {
      const address = readAddress(hop);
      if (address === null) return nearest;
      nearest = address;
      if (!isTrusted(address)) return address;
    }
    return nearest;
  };
};

/** True when the client itself came over https. */
export type ClientHttps = (socketAddress: string | undefined, headers: ForwardedHeaders) => boolean;

/**
 * Reads `X-Forwarded-Proto` only from trusted proxies: the one next to us, which a client behind it
 * cannot make us overlook, stands last.
 *
 * @param trustedProxies addresses or CIDR ranges
 * @throws StartupError for an entry that is neither
 */
export const createClientHttps = (trustedProxies: readonly string[]): ClientHttps => {
  const isTrusted = trustIn(trustedProxies);
  return (socketAddress, headers) => {
    if (!isTrusted(readAddress(socketAddress ?? '') ?? UNKNOWN)) return false;
    return entriesOf(headers['x-forwarded-proto']).at(-1)?.toLowerCase() === 'https';
  };
};

const trustIn = (trustedProxies: readonly string[]): ((address: string) => boolean) => {
  const trusted = new BlockList();
  for (const entry of trustedProxies) addRange(trusted, entry);
  return (address) => trusted.check(address, familyOf(address));
};

const addRange = (list: BlockList, entry: string): void => {
  const [network = '', bits] = entry.split('/');
  const family = isIP(network);
  const widest = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : Number(bits);
  if (family === 0 || bits === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > widest) {
    throw new StartupError(`TRUSTED_PROXIES must hold addresses or CIDR ranges; "${entry}" is neither.`);
  }
  list.addSubnet(network, prefix, familyOf(network));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const entriesOf = (header: string | readonly string[] | undefined): string[] =>
  (typeof header === 'string' ? [header] : [...(header ?? [])])
    .join(',')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');

const firstOf = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' ? header : (header?.[0] ?? '');

const MAPPED_IPV4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const BRACKETED_IPV6 = /^\[([^\]]+)\](?::\d{1,5})?$/;

/** A bare address in lower case, IPv4 also where it came mapped into IPv6; null when it is none. */
const readAddress = (text: string): string | null => {
  const bare =
    (IPV4_WITH_PORT.exec(text)?.[1] ?? BRACKETED_IPV6.exec(text)?.[1] ?? text).split('%', 1)[0] ?? '';
  const address = MAPPED_IPV4.exec(bare)?.[1] ?? bare;
  return isIP(address) === 0 ? null : address.toLowerCase();
};
