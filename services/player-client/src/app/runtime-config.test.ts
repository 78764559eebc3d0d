import { describe, expect, it } from 'vitest';
import { readConfig, socketUrl } from './runtime-config.ts';

describe('runtime configuration', () => {
  it('takes paths of this origin only', () => {
    const config = readConfig({ apiBase: '/regions/kepler/api/v1/', socketPath: '//evil.example/ws' });
    expect(config.apiBase).toBe('/regions/kepler/api/v1');
    expect(config.socketPath).toBe('/api/v1/ws/connect');
  });

  it('stands without any', () => {
    expect(readConfig('<!doctype html>').apiBase).toBe('/api/v1');
  });

  it('opens the socket with the security of the page', () => {
    const config = readConfig({});
    expect(socketUrl(config, { protocol: 'https:', host: 'play.example' })).toBe(
      'wss://play.example/api/v1/ws/connect',
    );
    expect(socketUrl(config, { protocol: 'http:', host: 'localhost:3000' })).toMatch(/^ws:/);
  });
});
