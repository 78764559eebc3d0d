import { describe, expect, it } from 'vitest';
import { canonicalOrigin, publicUrl } from './canonical-origin.ts';
import { createOriginAllowList } from './origin-allow-list.ts';

describe('canonicalOrigin', () => {
  it.each([
    ['https://Play.Example.org:443/cockpit?x=1', 'https://play.example.org'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['*', null],
    ['play.example.org', null],
    ['javascript:alert(1)', null],
    ['null', null],
  ])('of %s is %s', (url, origin) => {
    expect(canonicalOrigin(url)).toBe(origin);
  });
});

describe('publicUrl', () => {
  it('drops the slash at the end', () => {
    expect(publicUrl('ADMIN_URL', 'https://play.example.org/admin/', 'production')).toBe(
      'https://play.example.org/admin',
    );
  });

  it('wants https in production, except on this machine', () => {
    expect(() => publicUrl('FRONTEND_URL', 'http://play.example.org', 'production')).toThrow(
      'FRONTEND_URL must use https in production.',
    );
    expect(publicUrl('FRONTEND_URL', 'http://127.0.0.1:8080', 'production')).toBe('http://127.0.0.1:8080');
    expect(publicUrl('FRONTEND_URL', 'http://play.example.org', 'development')).toBe(
      'http://play.example.org',
    );
  });

  it('wants an absolute address', () => {
    expect(() => publicUrl('API_BASE_URL', '/api', 'test')).toThrow(/^API_BASE_URL must be an absolute/);
  });
});

describe('createOriginAllowList', () => {
  const list = createOriginAllowList({
    frontendUrl: 'https://play.example.org/',
    adminUrl: 'https://play.example.org/admin/',
    adminOrigin: 'https://console.example.org',
    corsAllowedOrigins: ['https://tools.example.org:8443'],
    standalonePort: 8080,
  });

  it('holds each origin once', () => {
    expect(list.origins).toEqual([
      'https://play.example.org',
      'https://console.example.org',
      'https://tools.example.org:8443',
      'http://localhost:8080',
      'http://127.0.0.1:8080',
    ]);
  });

  it.each([
    ['https://play.example.org', true],
    ['http://127.0.0.1:8080', true],
    ['http://play.example.org', false],
    ['https://play.example.org.evil.example', false],
    ['https://play.example.org:444', false],
    ['https://PLAY.example.org', false],
    ['http://127.0.0.1:8081', false],
    ['null', false],
    [undefined, false],
  ])('allows %s: %s', (origin, allowed) => {
    expect(list.allows(origin)).toBe(allowed);
  });

  it('allows nobody when nothing is set', () => {
    expect(createOriginAllowList({}).origins).toEqual([]);
  });

  it('refuses wildcards by the name of the variable', () => {
    expect(() => createOriginAllowList({ corsAllowedOrigins: ['*'] })).toThrow(
      'CORS_ALLOWED_ORIGINS must hold http or https addresses, without wildcards.',
    );
  });
});
