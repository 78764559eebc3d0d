import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const api = { surface: 'api', path: '/api/v1/player/state', isHttps: true } as const;

describe('securityHeaders', () => {
  it('answers of the API carry exactly the headers of the rule book', () => {
    expect(securityHeaders(api)).toEqual({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy':
        'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-xss-protection': '0',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });

  it('the web apps have the one policy', () => {
    expect(securityHeaders({ ...api, surface: 'web' })['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; " +
        "base-uri 'self'; form-action 'self'",
    );
  });

  it('the documentation page has a policy of its own', () => {
    expect(securityHeaders({ ...api, surface: 'docs' })['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "connect-src 'self'; frame-ancestors 'none'",
    );
  });

  it('promises https only where https is used', () => {
    expect(securityHeaders({ ...api, isHttps: false })).not.toHaveProperty('strict-transport-security');
  });

  it.each([
    ['/api/v1/auth/login', true],
    ['/api/v1/admin/users?limit=5', true],
    ['/api/v1/billing', true],
    ['/api/v1/regions/outer-rim/auth/ws-ticket', true],
    ['/api/v1/authors', false],
    ['/api/v1/map/galaxy', false],
    ['/api/v1/players/admin', false],
  ])('keeps caches away from %s: %s', (path, uncached) => {
    expect(securityHeaders({ ...api, path })['cache-control']).toBe(uncached ? 'no-store' : undefined);
  });
});
