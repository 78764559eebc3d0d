import { describe, expect, it } from 'vitest';
import { createClientHttps, createClientIp, DEFAULT_TRUSTED_PROXIES } from './client-ip.ts';

const clientIp = createClientIp([...DEFAULT_TRUSTED_PROXIES, '10.0.0.1', 'fd00::/8']);

describe('createClientIp', () => {
  it('believes no header of somebody who is not a proxy', () => {
    expect(clientIp('203.0.113.9', { 'x-forwarded-for': '1.2.3.4', 'x-real-ip': '1.2.3.4' })).toBe(
      '203.0.113.9',
    );
  });

  it('takes the address the proxy saw, not what the client claims', () => {
    expect(clientIp('172.20.0.5', { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' })).toBe('203.0.113.9');
  });

  it('walks over a chain of proxies', () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 172.21.3.4, 10.0.0.1' };
    expect(clientIp('172.20.0.5', headers)).toBe('203.0.113.9');
  });

  it('joins repeated headers in their order', () => {
    expect(clientIp('172.20.0.5', { 'x-forwarded-for': ['203.0.113.9', '172.20.0.9'] })).toBe('203.0.113.9');
  });

  it('uses X-Real-IP without a forwarding chain', () => {
    expect(clientIp('172.20.0.5', { 'x-real-ip': '203.0.113.9' })).toBe('203.0.113.9');
    expect(clientIp('172.20.0.5', {})).toBe('172.20.0.5');
  });

  it('stops at an entry that is no address', () => {
    expect(clientIp('172.20.0.5', { 'x-forwarded-for': '203.0.113.9, unknown, 172.20.0.7' })).toBe(
      '172.20.0.7',
    );
    expect(clientIp('172.20.0.5', { 'x-forwarded-for': "'; drop table" })).toBe('172.20.0.5');
  });

  it('reads mapped, bracketed and port-carrying forms', () => {
    expect(clientIp('::ffff:172.20.0.5', { 'x-forwarded-for': '203.0.113.9:51234' })).toBe('203.0.113.9');
    expect(clientIp('fd00::2', { 'x-forwarded-for': '[2001:DB8::7]:443' })).toBe('2001:db8::7');
  });

  it('falls to the outermost hop when all are proxies', () => {
    expect(clientIp('172.20.0.5', { 'x-forwarded-for': '172.20.0.9' })).toBe('172.20.0.9');
  });

  it('has an answer for a socket that is gone', () => {
    expect(clientIp(undefined, {})).toBe('0.0.0.0');
  });

  it.each(['gateway', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', 'fd00::/129', '10.0.0.0/x'])(
    'refuses %j',
    (entry) => {
      expect(() => createClientIp([entry])).toThrow(/^TRUSTED_PROXIES must hold/);
    },
  );
});

describe('createClientHttps', () => {
  const isHttps = createClientHttps(DEFAULT_TRUSTED_PROXIES);

  it('believes the proxy', () => {
    expect(isHttps('172.20.0.5', { 'x-forwarded-proto': 'https' })).toBe(true);
    expect(isHttps('::ffff:172.20.0.5', { 'x-forwarded-proto': 'HTTPS' })).toBe(true);
    expect(isHttps('172.20.0.5', { 'x-forwarded-proto': 'http' })).toBe(false);
    expect(isHttps('172.20.0.5', {})).toBe(false);
  });

  it('believes nobody else, and of several claims only the last', () => {
    expect(isHttps('203.0.113.9', { 'x-forwarded-proto': 'https' })).toBe(false);
    expect(isHttps(undefined, { 'x-forwarded-proto': 'https' })).toBe(false);
    expect(isHttps('172.20.0.5', { 'x-forwarded-proto': 'https, http' })).toBe(false);
  });
});
