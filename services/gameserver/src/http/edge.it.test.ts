import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics, createSilentLogger } from '@sw/service-kit';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { ensureDefaultAdmin } from '../features/auth/index.ts';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';

let game: TestGame;
let player: TestPlayer;
let strict: TestServer;

const page = (name: string): string => {
  const dir = join(mkdtempSync(join(tmpdir(), 'sw-client-')), name);
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), `<title>${name}</title>`);
  writeFileSync(join(dir, 'assets', 'app.js'), 'export {};');
  return dir;
};

beforeAll(async () => {
  game = await createTestGame({ clientDirs: { player: page('player'), admin: page('admin') } });
  player = await game.join('Edge');
  strict = await game.addServer({ env: { RATE_LIMITS: 'strict' } });
});
afterAll(() => game.stop());

const inject = (request: InjectOptions) => game.app.inject(request);

describe('a request that cannot be read', () => {
  it.each([
    ['malformed JSON', '{"to":', 'application/json', 400, 'malformed_json'],
    ['an empty JSON body', '', 'application/json', 400, 'malformed_json'],
    ['a poisoned prototype', '{"__proto__":{"x":1}}', 'application/json', 400, 'malformed_json'],
    ['plain text', 'to=2', 'text/plain', 415, 'unsupported_media_type'],
    ['a form', 'to=2', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    [
      'more than 256 KiB',
      JSON.stringify({ to: 1, pad: 'x'.repeat(257 * 1024) }),
      'application/json',
      413,
      'too_large',
    ],
  ])('%s', async (_case, payload, type, status, code) => {
    const response = await inject({
      method: 'POST',
      url: '/api/v1/nav/move',
      headers: {
        authorization: `Bearer ${player.token}`,
        'content-type': type,
        'idempotency-key': crypto.randomUUID(),
      },
      payload,
    });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code, status, type: `https://sectorwars2102/errors/${code}` });
  });

  it('is not read at all from somebody unknown: 401 comes before its faults', async () => {
    const response = await inject({
      method: 'POST',
      url: '/api/v1/nav/move',
      headers: { 'content-type': 'application/json' },
      payload: '{"to":',
    });
    expect(response.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('names each wrong field by its pointer', async () => {
    const response = await player.send('POST', '/nav/move', { body: { to: 'two', extra: true } });
    expect(response.status).toBe(400);
    expect((response.body as { errors: { path: string }[] }).errors.map(({ path }) => path).sort()).toEqual([
      '',
      '/to',
    ]);
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    '/api/v1/nothing',
    '/api/v2/status',
    '/metrics',
    '/api/v1/sectors/99999999999999999999',
    '/api/v1/sectors/-1',
    '/api/v1/sectors/1.5',
    '/api/v1/sectors/0',
    '/api/v1/sectors/abc',
    '/api/v1/sectors/5301',
    `/api/v1/sectors/${'9'.repeat(250)}`,
    '/api/v1/sectors/%zz',
    '/api/v1/sectors/%00',
    '/api/v1/stations/not-a-uuid/market',
    `/api/v1/stations/${crypto.randomUUID()}/market`,
    '/api/v1/map/regions/..%2f..%2fetc',
    '/api/v1/map/regions/unknown-region',
    '/assets/missing.js',
  ])('%s is a problem document', async (url) => {
    const response = await inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${player.token}`, accept: 'application/json' },
    });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      code: 'not_found',
      instance: expect.any(String),
      requestId: expect.any(String),
    });
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('with another method too', async () => {
    expect((await inject({ method: 'DELETE', url: '/api/v1/status' })).json()).toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the id of a request', () => {
  it('is kept when it is a UUID, and made otherwise', async () => {
    const id = crypto.randomUUID();
    const kept = await inject({ url: '/api/v1/status', headers: { 'x-request-id': id } });
    expect(kept.headers['x-request-id']).toBe(id);
    const made = await inject({ url: '/api/v1/nothing', headers: { 'x-request-id': 'robert); drop table' } });
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.json()).toMatchObject({ requestId: made.headers['x-request-id'] });
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string, url = '/api/v1/nav/move') =>
    inject({
      method: 'OPTIONS',
      url,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  it('of the list may call, without cookies', async () => {
    const { headers, statusCode } = await preflight('http://localhost:8080');
    expect(statusCode).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('http://localhost:8080');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['access-control-max-age']).toBe('600');
    expect(headers['access-control-allow-headers']).toContain('idempotency-key');
    expect(headers['vary']).toContain('Origin');
  });

  it('of the list may use cookies where cookies are used', async () => {
    const { headers } = await preflight('http://127.0.0.1:8080', '/api/v1/auth/refresh');
    expect(headers['access-control-allow-credentials']).toBe('true');
  });

  it.each(['https://evil.example', 'null', 'http://localhost:8080.evil.example', 'http://LOCALHOST:8080/'])(
    '%s is never told that it may',
    async (origin) => {
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined();
      const answer = await inject({ url: '/api/v1/status', headers: { origin } });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('may read how much of their rate is left', async () => {
    const { headers } = await inject({ url: '/api/v1/status', headers: { origin: 'http://localhost:8080' } });
    for (const name of ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'etag']) {
      expect(headers['access-control-expose-headers']).toContain(name);
    }
  });

  it('the console on a host of its own is alone on the admin endpoints and keeps off the cookies of players', async () => {
    const server = await game.addServer({ env: { ADMIN_ORIGIN: 'https://console.example' } });
    const allowed = async (origin: string, url: string) =>
      (await server.app.inject({ url, headers: { origin } })).headers['access-control-allow-origin'] ===
      origin;
    expect(await allowed('https://console.example', '/api/v1/admin/system/health')).toBe(true);
    expect(await allowed('http://localhost:8080', '/api/v1/admin/system/health')).toBe(false);
    expect(await allowed('https://console.example', '/api/v1/auth/sessions')).toBe(false);
    expect(await allowed('https://console.example', '/api/v1/rules')).toBe(true);
    expect(await allowed('http://localhost:8080', '/api/v1/auth/sessions')).toBe(true);
    await server.stop();
  });
});

describe('security headers', () => {
  it.each([
    ['/api/v1/status', "default-src 'none'; frame-ancestors 'none'"],
    ['/api/v1/docs', "default-src 'none'; script-src 'self'"],
    ['/', "default-src 'self'; script-src 'self'"],
    ['/admin/', "default-src 'self'; script-src 'self'"],
    ['/some/route/of/the/client', "default-src 'self'; script-src 'self'"],
  ])('%s has its policy', async (url, policy) => {
    const { headers, statusCode } = await inject({ url, headers: { accept: 'text/html' } });
    expect(statusCode).toBe(200);
    expect(String(headers['content-security-policy'])).toContain(policy);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['server']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('promise https only where a trusted proxy says so', async () => {
    const from = (remoteAddress: string) =>
      inject({ url: '/api/v1/status', remoteAddress, headers: { 'x-forwarded-proto': 'https' } });
    expect((await from('172.20.0.7')).headers['strict-transport-security']).toContain('max-age=31536000');
    expect((await from('203.0.113.7')).headers['strict-transport-security']).toBeUndefined();
  });

  it('keep private answers out of every cache', async () => {
    const { headers } = await inject({ url: '/api/v1/auth/sessions' });
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the web apps', () => {
  it('keep hashed files for ever and pages never', async () => {
    expect((await inject({ url: '/assets/app.js' })).headers['cache-control']).toContain('immutable');
    expect((await inject({ url: '/', headers: { accept: 'text/html' } })).headers['cache-control']).toBe(
      'no-cache',
    );
  });

  it('answer every page of a client with that client', async () => {
    const title = async (url: string) => (await inject({ url, headers: { accept: 'text/html' } })).body;
    expect(await title('/map/terran-space')).toContain('player');
    expect(await title('/admin/users/7')).toContain('admin');
    expect((await inject({ url: '/admin' })).headers['location']).toBe('/admin/');
  });

  it('never answer a wrong API address with a page', async () => {
    expect((await inject({ url: '/api/v1/typo', headers: { accept: 'text/html' } })).statusCode).toBe(404);
  });

  it('never leave their folder', async () => {
    for (const url of ['/assets/..%2f..%2f..%2fetc%2fpasswd', '/assets/../../../../etc/passwd']) {
      const response = await inject({ url });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toContain('root:');
    }
  });

  it('learn from one file where the server is', async () => {
    expect((await inject({ url: '/config.json' })).json()).toMatchObject({
      apiBase: '/api/v1',
      socketPath: '/api/v1/ws/connect',
    });
  });
});

describe('rates', () => {
  it('are refused with the time to wait, and come back', async () => {
    const call = () => strict.app.inject({ url: '/api/v1/status', remoteAddress: '203.0.113.50' });
    const first = await call();
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '60', 'ratelimit-remaining': '19' });
    for (let index = 0; index < 19; index += 1) expect((await call()).statusCode).toBe(200);
    const refused = await call();
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'rate_limited', retryAfterS: 1 });
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' });
    game.clock.advance(1_000);
    expect((await call()).statusCode).toBe(200);
  });

  it('of a user are counted apart from those of his address', async () => {
    const pilot = (await game.join('Rated')).at(strict);
    const calls = await Promise.all(
      Array.from({ length: 12 }, () => pilot.call('move', { body: { to: 2 } })),
    );
    expect(calls.filter(({ code }) => code === 'rate_limited')).toHaveLength(2);
    expect(calls.find(({ code }) => code === 'rate_limited')?.headers).toMatchObject({
      'ratelimit-limit': '300',
    });
    expect((await pilot.call('getTurns')).status).toBe(200);
  });

  it('count also what is refused later: a scope that is missing, a first login that is open', async () => {
    const stub = (await game.register('rate_stub')).at(strict);
    const calls = await Promise.all(Array.from({ length: 12 }, () => stub.call('move', { body: { to: 2 } })));
    expect(new Set(calls.map(({ code }) => code))).toEqual(new Set(['first_login_required', 'rate_limited']));
  });
});

describe('the idempotency key', () => {
  it('is required where something moves', async () => {
    expect(await player.call('move', { body: { to: 2 }, key: null })).toMatchObject({
      status: 428,
      code: 'idempotency_key_required',
    });
  });

  it('must be a UUID', async () => {
    const answer = await player.call('move', { body: { to: 2 }, key: 'again' });
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(answer.body).toMatchObject({ errors: [{ path: '/headers/idempotency-key' }] });
  });

  it('does not make a refusal stick', async () => {
    const pilot = await game.join('Sticky');
    const key = crypto.randomUUID();
    const { moves } = await pilot.ok('listMoves');
    const body = { to: moves[0]?.to ?? 0 };
    expect(await pilot.call('move', { body, key })).toMatchObject({ status: 409, code: 'must_undock' });
    await pilot.undock();
    expect(await pilot.call('move', { body, key })).toMatchObject({ status: 200 });
    const other = await pilot.call('move', { body: { to: 999 }, key });
    expect(other).toMatchObject({ status: 409, code: 'idempotency_mismatch' });
  });

  it('of one user is none of another', async () => {
    const [a, b] = [await game.join('Key-A'), await game.join('Key-B')];
    const key = crypto.randomUUID();
    for (const pilot of [a, b]) {
      await pilot.undock();
      const { moves } = await pilot.ok('listMoves');
      const answer = await pilot.call('move', { body: { to: moves[0]?.to ?? 0 }, key });
      expect(answer.headers['idempotent-replay']).toBeUndefined();
      expect(answer.status).toBe(200);
    }
  });
});

describe('tags', () => {
  it.each(['/player/state', '/rules', '/map/regions/terran-space'])('%s is not sent twice', async (path) => {
    const first = await player.send('GET', path);
    const tag = String(first.headers['etag']);
    expect(tag).toMatch(/^"/);
    const second = await player.send('GET', path, { headers: { 'if-none-match': tag } });
    expect(second.status).toBe(304);
    expect(second.body).toBe('');
    expect(second.headers['etag']).toBe(tag);
  });

  it.each(['/player/state', '/map/regions/terran-space'])(
    'of one player is not that of another: %s',
    async (path) => {
      const [a, b] = [await game.join(`Tag-A${path.length}`), await game.join(`Tag-B${path.length}`)];
      const tag = String((await a.send('GET', path)).headers['etag']);
      expect((await b.send('GET', path, { headers: { 'if-none-match': tag } })).status).toBe(200);
    },
  );

  it('of the state changes with turns that grow', async () => {
    await game.database.sql`UPDATE players SET turns = 10 WHERE user_id = ${player.userId}`;
    const tag = String((await player.call('getPlayerState')).headers['etag']);
    game.clock.advance(10 * 60_000);
    expect((await player.call('getPlayerState', { headers: { 'if-none-match': tag } })).status).toBe(200);
  });

  it('of the map changes with a move', async () => {
    const pilot = await game.join('Tagger');
    await pilot.undock();
    const chart = () => pilot.call('getRegionChart', { params: { regionName: 'terran-space' } });
    const before = await chart();
    const { moves } = await pilot.ok('listMoves');
    await pilot.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    const after = await pilot.call('getRegionChart', {
      params: { regionName: 'terran-space' },
      headers: { 'if-none-match': String(before.headers['etag']) },
    });
    expect(after.status).toBe(200);
    expect(after.body.version).not.toBe(before.body.version);
  });
});

describe('who may', () => {
  it.each([
    ['no token', undefined],
    ['no bearer', 'Basic abc'],
    ['nonsense', 'Bearer abc'],
    ['nothing', 'Bearer '],
  ])('%s is unauthenticated', async (_case, authorization) => {
    const response = await inject({
      url: '/api/v1/player/state',
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('an expired token says so', async () => {
    const pilot = await game.register('expired_one');
    game.clock.advance(15 * 60_000);
    expect(await pilot.call('getPlayerState')).toMatchObject({ status: 401, code: 'token_expired' });
    player = await game.join('Edge-Two');
  });

  it('a player is no admin', async () => {
    expect(await player.send('GET', '/admin/system/health')).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  it('an admin is no player', async () => {
    await ensureDefaultAdmin(
      { ...game.deps, config: { ...game.deps.config, adminPassword: 'brisk otter kettle' } },
      { embedded: true },
    );
    const login = await inject({
      method: 'POST',
      url: '/api/v1/admin/auth/login',
      payload: { login: 'admin', password: 'brisk otter kettle', delivery: 'body' },
    });
    const { accessToken } = login.json<{ accessToken: string }>();
    const response = await inject({
      url: '/api/v1/player/state',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(response.json()).toMatchObject({ status: 403, code: 'password_change_required' });
  });

  it('a suspended player may look but not act', async () => {
    const pilot = await game.join('Held');
    await game.database.sql`UPDATE users SET status = 'suspended' WHERE id = ${pilot.userId}`;
    game.clock.advance(31_000);
    expect((await pilot.call('getPlayerState')).status).toBe(200);
    expect(await pilot.call('move', { body: { to: 2 } })).toMatchObject({
      status: 403,
      code: 'account_suspended',
    });
    expect(await pilot.call('createSocketTicket')).toMatchObject({ status: 403, code: 'account_suspended' });
  });

  it('a banned player may nothing within half a minute', async () => {
    const pilot = await game.join('Gone');
    await game.database.sql`UPDATE users SET status = 'banned' WHERE id = ${pilot.userId}`;
    game.clock.advance(31_000);
    expect(await pilot.call('getPlayerState')).toMatchObject({ status: 401, code: 'session_revoked' });
  });
});

describe('numbers beyond reason', () => {
  const WILD = [0, -1, 1.5, 2_000_000_001, 2 ** 31, 2 ** 53, 1e300, -1e300, '1', '', null, [], {}, true];

  it.each([
    ['/nav/move', (value: unknown) => ({ to: value })],
    ['/nav/move', (value: unknown) => ({ to: 2, warpId: value, maxCost: value })],
    ['/nav/plot', (value: unknown) => ({ to: 2, from: value })],
    ['/nav/plot', (value: unknown) => ({ to: 2, avoid: [value] })],
    ['/nav/autopilot', (value: unknown) => ({ to: value, maxHops: value })],
    [
      '/trading/quote',
      (value: unknown) => ({
        stationId: crypto.randomUUID(),
        lines: [{ side: 'buy', commodity: 'ore', quantity: value }],
      }),
    ],
    [
      '/trading/execute',
      (value: unknown) => ({
        stationId: crypto.randomUUID(),
        lines: [{ side: 'buy', commodity: 'ore', quantity: 1, limitTotal: value }],
      }),
    ],
  ])('are refused and never break anything: %s', async (path, body) => {
    for (const value of WILD) {
      const { status } = await player.send('POST', path, { body: body(value) });
      expect([path, value, status >= 400 && status < 500]).toEqual([path, value, true]);
    }
  });
});

describe('a server that is not whole', () => {
  it('without its galaxy plays no game but says how it is', async () => {
    const starting = await buildApp({
      config: game.deps.config,
      db: game.db,
      clock: game.clock,
      logger: createSilentLogger(),
      metrics: createMetrics(),
    });
    const ask = (path: string) =>
      starting.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${player.token}` } });
    for (const path of [
      '/sectors/current',
      '/nav/moves',
      '/map/galaxy',
      '/map/regions/terran-space',
      '/player/state',
    ]) {
      const response = await ask(path);
      expect([path, response.statusCode, response.json<{ code: string }>().code]).toEqual([
        path,
        503,
        'galaxy_not_ready',
      ]);
      expect(response.headers['retry-after']).toBe('2');
    }
    expect((await ask('/status')).statusCode).toBe(200);
    expect((await starting.app.inject('/ready')).json()).toMatchObject({
      ready: false,
      checks: { database: 'ok', galaxy: 'failed' },
    });
    await starting.ready();
    expect((await ask('/sectors/current')).statusCode).toBe(200);
    expect((await starting.app.inject('/ready')).statusCode).toBe(200);
    await starting.app.close();
  });

  it('without its database says that a dependency is missing, and nothing else', async () => {
    const server = await game.addServer();
    const pilot = (await game.join('Cut-Off')).at(server);
    await pilot.ok('getPlayerState');
    await server.db.close();
    const answer = await pilot.call('getTurns');
    expect(answer).toMatchObject({ status: 503, code: 'dependency_unavailable' });
    expect(answer.headers['retry-after']).toBe('1');
    expect(JSON.stringify(answer.body)).not.toMatch(/postgres|127\.0\.0\.1|ECONN/i);
    expect((await server.app.inject('/ready')).statusCode).toBe(503);
    expect((await server.app.inject('/health')).statusCode).toBe(200);
    expect((await server.app.inject('/api/v1/status/health')).statusCode).toBe(503);
  });

  it('does not fall over a client that speaks no HTTP or leaves in the middle of an upgrade', async () => {
    const url = new URL(await game.listen());
    for (const text of [
      'hello\r\n\r\n',
      'GET /api/v1/ws/connect HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\n\r\n',
    ]) {
      const socket = connectTcp(Number(url.port), url.hostname);
      await once(socket, 'connect');
      socket.write(text);
      socket.resetAndDestroy();
    }
    const long = connectTcp(Number(url.port), url.hostname);
    await once(long, 'connect');
    long.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [answer] = (await once(long, 'data')) as [Buffer];
    expect(String(answer)).toContain('431');
    long.destroy();
    expect((await fetch(`${url.origin}/health`)).status).toBe(200);
  });
});
