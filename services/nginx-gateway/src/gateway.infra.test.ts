import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTls } from 'node:tls';
import { API_CSP, securityHeaders, WEB_APP_CSP } from '@sw/service-kit';
import { findBinary, needsBinaries } from '@sw/test-kit';
import type { Gateway } from '@sw/test-kit/gateway';
import { freePort, startGateway } from '@sw/test-kit/gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askRaw } from './testing/ask.ts';
import { startDns } from './testing/start-dns.ts';
import type { Upstream } from './testing/start-upstream.ts';
import { startUpstream } from './testing/start-upstream.ts';

const needs = needsBinaries('nginx', 'envsubst', 'openssl');
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UPGRADE = 'connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';
const OWN_POLICY = "default-src 'none'; script-src 'self'";

describe.skipIf(needs.isMissing)(`gateway${needs.note}`, () => {
  let gateway: Gateway;
  let game: Upstream;
  let player: Upstream;
  let admin: Upstream;
  let kepler: Upstream;
  let dns: Awaited<ReturnType<typeof startDns>>;
  const get = (path: string, question: Parameters<typeof ask>[2] = {}) =>
    ask(gateway.httpsPort, path, question);
  const raw = (head: string, rest = '') => askRaw(gateway.httpsPort, `${head}\r\n\r\n${rest}`);
  const upstreams = () => [game, player, admin, kepler];
  const forget = (): void => {
    for (const { seen } of upstreams()) seen.length = 0;
  };
  const reached = (): readonly string[] =>
    upstreams().flatMap(({ seen }, at) =>
      seen.map(({ url }) => `${['game', 'player', 'admin', 'kepler'][at]} ${url}`),
    );

  beforeAll(async () => {
    const leaky = {
      server: 'leaky',
      'x-powered-by': 'leaky',
      'x-request-id': 'leaky',
      'x-frame-options': 'ALLOW',
    };
    kepler = await startUpstream({ name: 'kepler', host: '127.0.0.2', headers: leaky });
    game = await startUpstream({ name: 'game', headers: leaky });
    player = await startUpstream({
      name: 'player',
      headers: { ...leaky, 'content-security-policy': 'leaky' },
    });
    admin = await startUpstream({ name: 'admin', headers: leaky });
    dns = await startDns({ 'region-kepler-server': '127.0.0.2', 'region-dark-server': '127.0.0.3' });
    gateway = await startGateway({
      REGION_ROUTING: 'dns',
      NGINX_RESOLVER: dns.address,
      REGION_SERVER_PORT: String(kepler.port),
      GAMESERVER_UPSTREAM: game.address,
      PLAYER_CLIENT_UPSTREAM: player.address,
      ADMIN_UI_UPSTREAM: admin.address,
      ADMIN_ALLOW_CIDR: '127.0.0.0/8',
    });
  });
  afterAll(async () => {
    await gateway?.stop();
    await Promise.all([game, player, admin, kepler, dns].map((part) => part?.stop()));
  });

  describe('routes', () => {
    it.each([
      ['/', 'player /'],
      ['/map?x=%2F', 'player /map?x=%2F'],
      ['/admin/', 'admin /'],
      ['/admin/users/a%20b?q=1', 'admin /users/a%20b?q=1'],
      ['/config.json', 'player /config.json'],
      ['/api/v1/status', 'game /api/v1/status'],
      ['/api/v1/nav/a%20b?x=%3F', 'game /api/v1/nav/a%20b?x=%3F'],
      ['/api/v1/auth/login', 'game /api/v1/auth/login'],
      ['/api/v1/admin/auth/login', 'game /api/v1/admin/auth/login'],
      ['/api/v1/admin/users', 'game /api/v1/admin/users'],
      ['/api/v1/billing/webhooks/paypal', 'game /api/v1/billing/webhooks/paypal'],
      ['/api/v1/nexus/regions', 'game /api/v1/nexus/regions'],
      ['/api/v1/regions/kepler/nav/here?x=1&y=%2F', 'kepler /api/v1/nav/here?x=1&y=%2F'],
      ['/api/v1/regions/kepler/marks/a%20b%3Fc%25d', 'kepler /api/v1/marks/a%20b%3Fc%25d'],
      ['/api/v1/regions/kepler/marks/a%2Fb', 'kepler /api/v1/marks/a/b'],
      ['/api/v1/regions/Kepler/nav/here', 'game /api/v1/regions/Kepler/nav/here'],
    ])('%s reaches %s', async (path, expected) => {
      forget();
      expect((await get(path)).status).toBe(200);
      expect(reached()).toEqual([expected]);
    });

    it('redirects the console to its folder', async () => {
      const { status, headers } = await get('/admin');
      expect([status, headers.location]).toEqual([308, '/admin/']);
    });

    it.each([
      ['/api/v1/internal/regions/kepler'],
      ['/api/v1/internal'],
      ['/api/v1/%69nternal/regions/kepler'],
      ['/api/v1//internal/x'],
      ['/api/v1/nav/../internal/x'],
      ['/api/v1/nav/..%2finternal/x'],
      ['/api/v1/nav%2f..%2f%69nternal/x'],
      ['/api/v1/regions/kepler/internal/counters'],
      ['/api/v1/regions/kepler/%69nternal/counters'],
      ['/api/v1/regions/kepler/x/../internal/counters'],
      ['/api/v1/regions/Kepler/internal/counters'],
      ['/metrics'],
      ['/.env'],
      ['/.git/config'],
      ['/assets/.hidden'],
      ['/%2egit/config'],
      ['/admin/.env'],
      ['/index.html~'],
      ['/api/v1/regions/kepler/.env'],
    ])('%s exists for nobody', async (path) => {
      forget();
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json()).toMatchObject({ code: 'not_found', status: 404 });
      expect(answer.json()['requestId']).toMatch(UUID);
      expect(reached()).toEqual([]);
    });

    it.each([['/../../etc/passwd'], ['/assets/../../../etc/passwd'], ['/%2e%2e/%2e%2e/etc/passwd']])(
      '%s leaves no folder',
      async (path) => {
        forget();
        expect((await get(path)).status).toBe(400);
        expect(reached()).toEqual([]);
      },
    );
  });

  describe('what reaches a server', () => {
    it('carries what the gateway knows and nothing of what a client claims about itself', async () => {
      await get('/api/v1/status', {
        headers: {
          'x-forwarded-for': '203.0.113.9',
          'x-real-ip': '203.0.113.9',
          'x-forwarded-proto': 'http',
          'x-forwarded-host': 'evil.example',
          forwarded: 'for=203.0.113.9',
          'x-region-name': 'kepler',
          'x-service-token': 'forged',
          'x-service-name': 'nexus',
          'x-original-url': '/api/v1/internal/x',
          'x-rewrite-url': '/api/v1/internal/x',
          x_region_name: 'kepler',
          upgrade: 'h2c',
          connection: 'upgrade, http2-settings',
          authorization: 'Bearer mine',
        },
      });
      const headers = game.last()?.headers ?? {};
      expect(headers).toMatchObject({
        host: 'localhost',
        'x-forwarded-for': '127.0.0.1',
        'x-real-ip': '127.0.0.1',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'localhost',
        authorization: 'Bearer mine',
      });
      const gone = ['forwarded', 'x-region-name', 'x-service-token', 'x-service-name', 'x-original-url'];
      for (const name of [...gone, 'x-rewrite-url', 'x_region_name', 'upgrade']) {
        expect([name, headers[name]]).toEqual([name, undefined]);
      }
    });

    it('names the region to its server only', async () => {
      await get('/api/v1/regions/kepler/nav/here', { headers: { 'x-region-name': 'other' } });
      expect(kepler.last()?.headers['x-region-name']).toBe('kepler');
    });

    it('keeps a request id that is a UUID and makes one otherwise', async () => {
      const id = '018f4e5c-7a1b-7c3d-9e8f-0123456789ab';
      const kept = await get('/api/v1/status', { headers: { 'x-request-id': id } });
      expect([kept.headers['x-request-id'], game.last()?.headers['x-request-id']]).toEqual([id, id]);
      const made = await get('/api/v1/status', {
        headers: { 'x-request-id': 'x"\n drop'.replace('\n', '') },
      });
      expect(made.headers['x-request-id']).toMatch(UUID);
      expect(game.last()?.headers['x-request-id']).toBe(made.headers['x-request-id']);
    });
  });

  describe('what a client gets', () => {
    const common = Object.entries(securityHeaders({ surface: 'web', path: '/', isHttps: true })).filter(
      ([name]) => name !== 'content-security-policy',
    );
    it.each([
      ['/', WEB_APP_CSP],
      ['/admin/', WEB_APP_CSP],
      ['/health', WEB_APP_CSP],
      ['/api/v1/status', API_CSP],
      ['/api/v1/auth/x', API_CSP],
      ['/api/v1/regions/kepler/nav/here', API_CSP],
      ['/api/v1/internal/x', API_CSP],
      ['/api/v1/regions/dark/nav/here', API_CSP],
      ['/metrics', WEB_APP_CSP],
      ['/.env', WEB_APP_CSP],
      ['/api/v1/status?status=500', API_CSP],
    ])('%s has every security header once', async (path, policy) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject({ ...Object.fromEntries(common), 'content-security-policy': policy });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBe('nginx');
      expect(headers['x-request-id']).toMatch(UUID);
    });

    it('lets the API state a policy of its own', async () => {
      const docs = await startUpstream({ name: 'docs', headers: { 'content-security-policy': OWN_POLICY } });
      const other = await startGateway({ GAMESERVER_UPSTREAM: docs.address });
      const { headers } = await ask(other.httpsPort, '/api/v1/docs');
      expect(headers['content-security-policy']).toBe(OWN_POLICY);
      await other.stop();
      await docs.stop();
    });

    it('is compressed when the client can read it', async () => {
      const { headers } = await get('/api/v1/status', { headers: { 'accept-encoding': 'gzip' } });
      expect(headers['content-encoding']).toBe('gzip');
    });

    it('keeps the refusals of servers as they are', async () => {
      const { status, body } = await get('/api/v1/regions/kepler/nav/here?status=503');
      expect([status, body.includes('kepler')]).toEqual([503, true]);
    });

    it('is a named problem when a region has no server, or one that does not answer', async () => {
      for (const name of ['dark', 'nowhere']) {
        const answer = await get(`/api/v1/regions/${name}/nav/here`);
        expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
        expect(answer.json()).toMatchObject({ code: 'region_unavailable', retryAfterS: 5 });
      }
    });

    it('is a problem when the body is too large', async () => {
      const answer = await get('/api/v1/nav/move', { method: 'POST', body: 'x'.repeat(1_100_000) }).catch(
        (error: NodeJS.ErrnoException) => error.code,
      );
      // nginx may close while the body is still being sent.
      if (typeof answer === 'object') expect(answer.json()).toMatchObject({ code: 'too_large' });
      else expect(['EPIPE', 'ECONNRESET']).toContain(answer);
      expect(game.seen.some(({ body }) => body.length > 1_000_000)).toBe(false);
    });
  });

  describe('limits', () => {
    it.each([
      ['/api/v1/auth/login', 5],
      ['/api/v1/regions/kepler/nav/here', 20],
    ])('%s refuses with a problem when there is too much', async (path, least) => {
      const answers = await Promise.all(Array.from({ length: 80 }, () => get(path)));
      const refused = answers.filter(({ status }) => status === 429);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(least);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]?.headers).toMatchObject({
        'retry-after': '1',
        'content-type': 'application/problem+json',
        'content-security-policy': API_CSP,
        'x-frame-options': 'DENY',
      });
      expect(refused[0]?.json()).toMatchObject({ code: 'rate_limited', retryAfterS: 1, instance: path });
    });

    it('an address has at most twenty sockets', async () => {
      const { sockets, statuses } = await openSockets(gateway.httpsPort, 24);
      for (const socket of sockets) socket.destroy();
      expect(statuses.filter((status) => status === 101)).toHaveLength(20);
      expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    });
  });

  describe('sockets', () => {
    it.each([
      ['/api/v1/ws/connect', 'game', '/api/v1/ws/connect'],
      ['/api/v1/ws/admin', 'game', '/api/v1/ws/admin'],
      ['/api/v1/regions/kepler/ws/connect', 'kepler', '/api/v1/ws/connect'],
    ])('%s is upgraded by %s', async (path, name, url) => {
      const { head, echo } = await upgrade(gateway.httpsPort, path);
      expect(head).toContain('101 Switching Protocols');
      expect(head).toContain(`x-from: ${name}`);
      expect(echo).toBe('ping');
      expect((name === 'game' ? game : kepler).last()).toMatchObject({ method: 'UPGRADE', url });
    });

    it('no other path is, and no other protocol', async () => {
      forget();
      expect(await raw(`GET /api/v1/status HTTP/1.1\r\nhost: localhost\r\n${UPGRADE.trim()}`)).toContain(
        '200 OK',
      );
      const h2c = 'connection: Upgrade\r\nupgrade: h2c';
      expect(await raw(`GET /api/v1/ws/connect HTTP/1.1\r\nhost: localhost\r\n${h2c}`)).toContain('200 OK');
      expect(game.seen.map(({ method }) => method)).toEqual(['GET', 'GET']);
    });
  });

  describe('requests that want to be two', () => {
    const SMUGGLED = 'GET /api/v1/internal/x HTTP/1.1\r\nhost: localhost\r\n\r\n';
    it.each([
      ['two lengths', 'content-length: 5\r\ncontent-length: 0'],
      ['a length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked'],
      ['an unknown encoding', 'transfer-encoding: xchunked'],
      ['a length that is none', 'content-length: 5x'],
      ['two hosts', 'host: evil.example'],
      ['a blank before the colon', 'x-region-name : kepler'],
      ['a folded line', 'x-a: b\r\n host: evil.example'],
    ])('%s never become two requests', async (_, headers) => {
      forget();
      const answer = await raw(
        `POST /api/v1/nav/move HTTP/1.1\r\nhost: localhost\r\n${headers}`,
        `0\r\n\r\n${SMUGGLED}`,
      );
      expect(answer).not.toMatch(/HTTP\/1\.1 101/);
      expect(game.seen.filter(({ url }) => url.includes('internal'))).toEqual([]);
      expect(game.seen.every((request) => request.headers['x-region-name'] === undefined)).toBe(true);
      expect(game.seen.every((request) => request.headers.host === 'localhost')).toBe(true);
    });

    it('a line that ends with a bare line feed hides no header from the gateway', async () => {
      forget();
      await raw(
        'GET /api/v1/status HTTP/1.1\r\nhost: localhost\r\nx-a: b\nx-region-name: kepler\r\nconnection: close',
      );
      expect(game.seen.every((request) => request.headers['x-region-name'] === undefined)).toBe(true);
    });

    it('a host in the request line counts, and one that is not ours is not answered', async () => {
      forget();
      expect(await raw('GET https://evil.example/api/v1/status HTTP/1.1\r\nhost: localhost')).toBe('');
      expect(reached()).toEqual([]);
    });
  });

  describe('transport', () => {
    it('plain HTTP is sent to HTTPS, with path and query', async () => {
      const { status, headers } = await ask(gateway.httpPort, '/map?x=1', { tls: false });
      expect([status, headers.location]).toEqual([301, `https://localhost:${gateway.httpsPort}/map?x=1`]);
    });

    it('health answers on both ports under every name, without a redirect and without a log line', async () => {
      for (const tls of [true, false]) {
        for (const host of ['localhost', 'evil.example']) {
          const answer = await ask(tls ? gateway.httpsPort : gateway.httpPort, '/health', { tls, host });
          expect([answer.status, answer.body]).toEqual([200, 'healthy\n']);
        }
      }
      expect(gateway.log().some(({ path }) => path === '/health')).toBe(false);
    });

    it('names that are not ours get no answer', async () => {
      const head = 'GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n';
      expect(await askRaw(gateway.httpPort, head, false)).toBe('');
      expect(await askRaw(gateway.httpsPort, head)).toBe('');
      expect(await askRaw(gateway.httpPort, 'GET / HTTP/1.0\r\n\r\n', false)).toBe('');
    });

    it('speaks TLS 1.2 and 1.3 and nothing older, and HTTP/2', async () => {
      const protocols = await Promise.all(
        (['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).map(async (version) => {
          const socket = connectTls({
            ...{ host: '127.0.0.1', port: gateway.httpsPort, rejectUnauthorized: false },
            ...{
              minVersion: version,
              maxVersion: version,
              ALPNProtocols: ['h2'],
              ciphers: 'DEFAULT@SECLEVEL=0',
            },
          });
          const [what] = await Promise.race([
            once(socket, 'secureConnect').then(() => ['ok']),
            once(socket, 'close'),
          ]).catch(() => ['refused']);
          const result = what === 'ok' ? `${socket.getProtocol()} ${socket.alpnProtocol}` : 'refused';
          socket.destroy();
          return result;
        }),
      );
      expect(protocols).toEqual(['refused', 'TLSv1.2 h2', 'TLSv1.3 h2']);
    });

    it('serves the certificate of the operator in production', async () => {
      const openssl = findBinary('openssl') ?? '';
      const keys = ['-keyout', `${gateway.folder}/privkey.pem`, '-out', `${gateway.folder}/fullchain.pem`];
      const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
      const name = ['-subj', '/CN=play.example.org', '-addext', 'subjectAltName=DNS:play.example.org'];
      execFileSync(openssl, [...kind, ...name, ...keys], { stdio: 'ignore' });
      const other = await startGateway({
        ENVIRONMENT: 'production',
        SERVER_NAMES: 'play.example.org',
        TLS_DIR: gateway.folder,
      });
      const socket = connectTls({
        host: '127.0.0.1',
        port: other.httpsPort,
        servername: 'play.example.org',
        ca: readFileSync(`${gateway.folder}/fullchain.pem`),
      });
      await once(socket, 'secureConnect');
      expect(socket.authorized).toBe(true);
      socket.destroy();
      expect(await askRaw(other.httpsPort, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')).toBe('');
      await other.stop();
    });
  });

  describe('operators only', () => {
    it('keeps the console and its API for the ranges that are named', async () => {
      const other = await startGateway({
        ADMIN_ALLOW_CIDR: '10.0.0.0/8',
        GAMESERVER_UPSTREAM: game.address,
        PLAYER_CLIENT_UPSTREAM: player.address,
      });
      const paths = [
        '/admin/',
        '/admin',
        '/api/v1/admin/users',
        '/api/v1/ws/admin',
        '/%61dmin/',
        '/api/v1/regions/kepler/admin/x',
      ];
      for (const path of paths) {
        const answer = await ask(other.httpsPort, path);
        expect([path, answer.status, answer.json()['code']]).toEqual([path, 403, 'forbidden']);
      }
      for (const path of ['/', '/api/v1/status']) expect((await ask(other.httpsPort, path)).status).toBe(200);
      await other.stop();
    });
  });

  describe('a server that dies and returns', () => {
    it('is a problem meanwhile and answers at once when it is back', async () => {
      const port = await freePort();
      const other = await startGateway({ GAMESERVER_UPSTREAM: `127.0.0.1:${port}` });
      const down = await ask(other.httpsPort, '/api/v1/status');
      expect([down.status, down.headers['retry-after']]).toEqual([503, '2']);
      expect(down.json()).toMatchObject({ code: 'dependency_unavailable' });
      const back = await startUpstream({ name: 'back', port });
      expect((await ask(other.httpsPort, '/api/v1/status')).status).toBe(200);
      await back.stop();
      expect((await ask(other.httpsPort, '/api/v1/status')).status).toBe(503);
      await other.stop();
    });

    it('asks a second server instead, but never sends a command twice', async () => {
      const dead = await freePort();
      const other = await startGateway({ GAMESERVER_UPSTREAM: `127.0.0.1:${dead},${game.address}` });
      forget();
      for (let turn = 0; turn < 4; turn += 1) {
        expect((await ask(other.httpsPort, '/api/v1/status')).status).toBe(200);
      }
      expect(game.seen).toHaveLength(4);
      await other.stop();
    });
  });

  it('logs a line of JSON for each request, without the queries of sign-in', async () => {
    await get('/api/v1/auth/oauth/github/callback?code=SECRET-CODE&state=SECRET-STATE');
    await get('/map?q="quoted"');
    const lines = gateway.log();
    const text = readFileSync(`${gateway.folder}/access.log`, 'utf8');
    expect(text).not.toContain('SECRET');
    expect(lines).toContainEqual(
      expect.objectContaining({
        path: '/api/v1/auth/oauth/github/callback',
        method: 'GET',
        address: '127.0.0.1',
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ path: '/map?q="quoted"', status: 200 }));
  });
});

/** Opens a socket through the gateway, sends `ping` over it and reads what comes back. */
const upgrade = async (port: number, path: string): Promise<{ head: string; echo: string }> => {
  const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n${UPGRADE}\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.write('ping');
  const [echo] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return { head: head.toString(), echo: echo.toString() };
};

const openSockets = async (port: number, count: number) => {
  const sockets = Array.from({ length: count }, () =>
    connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false }),
  );
  const statuses: number[] = [];
  for (const socket of sockets) {
    // What is written before the handshake is done waits for it.
    socket.write(`GET /api/v1/ws/connect HTTP/1.1\r\nhost: localhost\r\n${UPGRADE}\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    statuses.push(Number(head.toString().split(' ')[1]));
  }
  return { sockets, statuses };
};
