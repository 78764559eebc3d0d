import { describe, expect, it } from 'vitest';
import { assertLoopbackInDevelopment, defaultHost, environmentValue, isLoopbackHost } from './environment.ts';
import { StartupError } from './startup-error.ts';

describe('environment', () => {
  it('is production when nobody says otherwise', () => {
    expect(environmentValue().parse(undefined)).toBe('production');
    expect(environmentValue().safeParse('staging').success).toBe(false);
  });

  it.each(['localhost', '127.0.0.1', '127.8.0.9', '::1', '[::1]', '::ffff:127.0.0.1'])(
    '%s is loopback',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.4',
    'localhost.example.org',
    '127.0.0.1.example.org',
    '',
    '1127.0.0.1',
  ])('%j is not loopback', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it('listens on this machine only unless in production', () => {
    expect(defaultHost('production')).toBe('0.0.0.0');
    expect(defaultHost('development')).toBe('127.0.0.1');
    expect(defaultHost('test')).toBe('127.0.0.1');
  });

  it('refuses development on an address others can reach', () => {
    expect(() => assertLoopbackInDevelopment({ environment: 'development', host: '0.0.0.0' })).toThrow(
      new StartupError(
        'ENVIRONMENT is development, so HOST must be a loopback address such as 127.0.0.1, not 0.0.0.0.',
      ),
    );
  });

  it.each([
    ['development', '127.0.0.1'],
    ['production', '0.0.0.0'],
    ['test', '0.0.0.0'],
  ] as const)('allows %s on %s', (environment, host) => {
    expect(() => assertLoopbackInDevelopment({ environment, host })).not.toThrow();
  });
});
