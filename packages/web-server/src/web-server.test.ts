import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WEB_APP_CSP } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWebServer } from './build-web-server.ts';
import { loadConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'sw-web-'));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>app</title>');
  writeFileSync(join(folder, 'assets/main-abc.js'), 'run()');
  const env = { WEB_APP_DIR: folder, VITE_API_URL: '/api/v2', VITE_ENVIRONMENT: 'staging' };
  app = await buildWebServer(loadConfig(env));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ url });
  return {
    status: statusCode,
    body,
    cache: headers['cache-control'],
    policy: headers['content-security-policy'],
  };
};

describe('a web app in a container', () => {
  it.each(['/', '/index.html', '/map/sector/4?x=1', '/admin/', '/admin', '/admin/users'])(
    'gives its page for %s and lets nobody keep it',
    async (url) => {
      expect(await get(url)).toEqual({
        status: 200,
        body: '<title>app</title>',
        cache: 'no-cache',
        policy: WEB_APP_CSP,
      });
    },
  );

  it.each(['/assets/main-abc.js', '/admin/assets/main-abc.js'])('lets %s be kept for a year', async (url) => {
    expect(await get(url)).toMatchObject({ body: 'run()', cache: 'public, max-age=31536000, immutable' });
  });

  it.each([
    '/assets/gone.js',
    '/favicon.ico',
    '/api/v1/status',
    '/../../etc/passwd.txt',
    '/assets/%2e%2e%2f%2e%2e/etc/hosts.x',
  ])('has no %s', async (url) => {
    expect((await get(url)).status).toBeGreaterThanOrEqual(400);
  });

  it('tells the app what the environment says', async () => {
    const { body, cache } = await get('/config.json');
    expect(cache).toBe('no-cache');
    expect(JSON.parse(body)).toEqual({
      apiBase: '/api/v2',
      socketPath: '/api/v1/ws/connect',
      environment: 'staging',
      build: 'unknown',
    });
  });
});

describe('loadConfig', () => {
  it.each([
    [{}, 'WEB_APP_DIR is missing'],
    [{ WEB_APP_DIR: '/x', VITE_API_URL: 'https://evil.example' }, 'VITE_API_URL'],
    [{ WEB_APP_DIR: '/x', VITE_WS_URL: '//evil.example' }, 'VITE_WS_URL'],
    [{ WEB_APP_DIR: '/x', PORT: '70000' }, 'PORT'],
  ])('refuses %j', (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(sentence);
  });

  it('does not start without a build', async () => {
    const config = loadConfig({ WEB_APP_DIR: join(folder, 'assets') });
    await expect(buildWebServer(config)).rejects.toThrow('holds no index.html');
  });
});
