import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { EndpointDeclaration } from '@sw/contracts';
import { homeOf, PLAYER_ENDPOINTS } from '@sw/contracts';
import { ACCOUNT_ENDPOINTS } from '@sw/contracts/account';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';
import { TestSocket, ticketOf } from '../testing/test-socket.ts';

/** Every endpoint of the contract: the next one is covered by being declared. */
const ALL: readonly EndpointDeclaration[] = [
  ...new Set<EndpointDeclaration>([
    ...Object.values(PLAYER_ENDPOINTS),
    ...Object.values(ACCOUNT_ENDPOINTS),
    ...Object.values(ADMIN_ENDPOINTS),
    ...Object.values(INTERNAL_ENDPOINTS),
  ]),
];
const CLOSED = ALL.filter(({ auth }) => auth !== 'public' && auth !== 'cookie');
const OF_ADMINS = ALL.filter(({ auth }) => auth === 'admin');
/** What every operator may: see who he is, and note that he took away what he sees. */
const WITHOUT_SCOPE = ['admin.session', 'admin.noteExport'];
const BY_COOKIE = ALL.filter(({ auth }) => auth === 'cookie');
const OF_SERVICES = ALL.filter(({ auth }) => auth === 'service');
const DOORS = ['/api/v1/ws/connect', '/api/v1/ws/admin'];

let game: TestGame;
let other: TestServer;
let player: TestPlayer;

beforeAll(async () => {
  game = await createTestGame();
  other = await game.addServer();
  player = await game.join('Honest');
});
afterAll(() => game.stop());

/** What an endpoint answers a request without a body worth reading. */
const knock = async (
  { method, path, auth }: EndpointDeclaration,
  headers: Readonly<Record<string, string>>,
  prefix: string,
): Promise<readonly [number, string]> => {
  const filled = path.replaceAll(/\{(\w+)\}/g, () => randomUUID());
  const response = await game.app.inject({
    method,
    url: `/api/v1${prefix}${filled}`,
    headers,
    // Where only the cookie speaks the body is right, elsewhere it is never read.
    ...(method === 'GET' ? {} : { payload: auth === 'cookie' ? {} : { nonsense: true } }),
  });
  return [response.statusCode, response.json<{ code: string }>().code];
};

/** Endpoints of a world answer below the name of their region too. */
const doorsOf = (endpoint: EndpointDeclaration): string[] =>
  homeOf(endpoint) === 'world' ? ['', '/regions/terran-space'] : [''];

/** The endpoints that answer otherwise than they must, with their answers. */
const exceptions = async (
  endpoints: readonly EndpointDeclaration[],
  headers: Readonly<Record<string, string>>,
  isRight: (status: number, code: string) => boolean,
): Promise<unknown[]> => {
  const wrong: unknown[] = [];
  for (const endpoint of endpoints) {
    for (const prefix of doorsOf(endpoint)) {
      const [status, code] = await knock(endpoint, headers, prefix);
      if (!isRight(status, code)) wrong.push([`${prefix} ${endpoint.id}`, status, code]);
    }
  }
  return wrong;
};

describe('the contract', () => {
  it('names every route the server has', async () => {
    const declared = new Set(ALL.map(({ path }) => `/api/v1${path.replaceAll(/\{\w+\}/g, ':')}`));
    const routes = game.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .map((line) => /(\/api\/v1\/\S+) \((?!OPTIONS|HEAD\))/.exec(line)?.[1]?.replaceAll(/:\w+/g, ':'))
      .filter((path) => path !== undefined && !/^\/api\/v1\/(?:docs|openapi\.json)/.test(path));
    expect(routes.length).toBeGreaterThan(50);
    /** Endpoints of a world have a second path that names the region. */
    const isDeclared = (path: string): boolean =>
      declared.has(path) || declared.has(path.replace('/api/v1/regions/:', '/api/v1'));
    expect(routes.filter((path) => path !== undefined && !isDeclared(path))).toEqual([]);
  });

  it('gives every endpoint of operators a scope and every path below /admin a lock', () => {
    const scopeless = OF_ADMINS.filter(({ scope }) => scope === undefined).map(({ id }) => id);
    expect(scopeless.filter((id) => !WITHOUT_SCOPE.includes(id))).toEqual([]);
    const open = ALL.filter(({ path, auth }) => path.startsWith('/admin/') && auth === 'public');
    expect(open.filter(({ path }) => !path.startsWith('/admin/auth/')).map(({ id }) => id)).toEqual([]);
  });
});

describe('a token', () => {
  const claims = () =>
    JSON.parse(String(Buffer.from(player.token.split('.')[1] ?? '', 'base64url'))) as object;
  const mint = (
    change: Readonly<Record<string, unknown>>,
    key: Parameters<SignJWT['sign']>[0],
    alg = 'EdDSA',
  ) => new SignJWT({ ...claims(), ...change }).setProtectedHeader({ alg, typ: 'JWT' }).sign(key);
  const nowS = () => Math.floor(game.clock() / 1000);
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'of another key': () => mint({}, generateKeyPairSync('ed25519').privateKey),
    'for a region': () => mint({ aud: 'region:kepler' }, game.deps.keys.signing),
    'for other services': () => mint({ aud: 'internal' }, game.deps.keys.signing),
    'of another issuer': () => mint({ iss: 'somebody' }, game.deps.keys.signing),
    'whose claims were changed': () => {
      const [head = '', , signature = ''] = player.token.split('.');
      return [head, encoded({ ...claims(), aud: 'admin', sub: randomUUID() }), signature].join('.');
    },
    'with a signature cut short': () => player.token.slice(0, -8),
    'signed with the public key as a secret': () => {
      const spki = game.deps.keys.verifying.export({ type: 'spki', format: 'pem' });
      return mint({}, Buffer.from(spki), 'HS256');
    },
    'without a signature': () => `${encoded({ alg: 'none' })}.${encoded(claims())}.`,
    'that never ends': () => mint({ exp: undefined }, game.deps.keys.signing),
  };

  it.each(Object.keys(forged))('%s opens nothing', async (kind) => {
    const headers = { authorization: `Bearer ${await forged[kind]?.()}` };
    const isRight = (status: number, code: string) => status === 401 && code === 'unauthenticated';
    expect(await exceptions(CLOSED, headers, isRight)).toEqual([]);
  });

  it('that has expired opens nothing', async () => {
    const token = await mint({ iat: nowS() - 901, exp: nowS() - 1 }, game.deps.keys.signing);
    const isRight = (status: number) => status === 401;
    expect(await exceptions(CLOSED, { authorization: `Bearer ${token}` }, isRight)).toEqual([]);
  });

  it('of a player opens nothing of operators and of services, and none at all nothing', async () => {
    const headers = { authorization: `Bearer ${player.token}` };
    expect(await exceptions(OF_ADMINS, headers, (status) => status === 403)).toEqual([]);
    expect(await exceptions(OF_SERVICES, headers, (status) => status === 401)).toEqual([]);
    expect(await exceptions(CLOSED, {}, (status) => status === 401)).toEqual([]);
  });

  it('of an operator opens nothing whose scope is the only one he lacks', async () => {
    const [session] = await game.database.sql<{ id: string }[]>`
      INSERT INTO sessions SELECT (s).* FROM (
        SELECT jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'audience', 'admin')) AS s
        FROM sessions s WHERE s.user_id = ${player.userId} LIMIT 1) AS copy RETURNING id`;
    const scopes = [...new Set(OF_ADMINS.flatMap(({ scope }) => scope ?? []))];
    expect(scopes).toContain('system.read');
    for (const missing of scopes) {
      await game.database.sql`DELETE FROM admin_grants WHERE user_id = ${player.userId}`;
      for (const scope of scopes.filter((held) => held !== missing)) {
        await game.database.sql`INSERT INTO admin_grants (id, user_id, scope, granted_at)
          VALUES (${randomUUID()}, ${player.userId}, ${scope}, ${new Date(game.clock())})`;
      }
      // What the server remembers of the session is older than it may be.
      game.clock.advance(31_000);
      const token = await mint({ aud: 'admin', sid: session?.id, mfa_at: nowS() }, game.deps.keys.signing);
      const locked = OF_ADMINS.filter(({ scope }) => scope === missing);
      const isRight = (status: number, code: string) => status === 403 && code === 'missing_scope';
      expect(await exceptions(locked, { authorization: `Bearer ${token}` }, isRight)).toEqual([]);
    }
  });
});

describe('a page of somebody else', () => {
  const OWN = { origin: 'http://localhost:8080', 'x-sw-client': 'web' };

  it.each([
    ['another origin', { ...OWN, origin: 'https://evil.example' }],
    ['an origin that only begins alike', { ...OWN, origin: 'http://localhost:8080.evil.example' }],
    ['no origin', { 'x-sw-client': 'web' }],
    ['the origin null', { ...OWN, origin: 'null' }],
    ['another site', { 'x-sw-client': 'web', 'sec-fetch-site': 'cross-site' }],
    ['no name of a client', { origin: OWN.origin }],
  ])('with %s acts by no cookie', async (_case, headers) => {
    expect(BY_COOKIE.length).toBeGreaterThanOrEqual(4);
    const cookie = 'sw_rt=anything; sw_rta=anything';
    const isRight = (status: number, code: string) => status === 403 && code === 'csrf_rejected';
    expect(await exceptions(BY_COOKIE, { ...headers, cookie }, isRight)).toEqual([]);
  });

  it('opens no socket', async () => {
    const url = await game.listen();
    for (const path of DOORS) {
      for (const origin of ['https://evil.example', 'null', 'http://localhost:8080.evil.example']) {
        expect([path, origin, await new TestSocket(url, { path, origin }).refused()]).toEqual([
          path,
          origin,
          403,
        ]);
      }
    }
  });
});

it('a ticket opens one socket, however many servers are shown it at once', async () => {
  const urls = [`http://127.0.0.1:${portOf(game)}`, await other.listen()];
  const ticket = await ticketOf(await game.join('Latecomer'));
  const sockets = [...urls, ...urls].map((url) => new TestSocket(url));
  await Promise.all(sockets.map((socket) => socket.opened()));
  for (const socket of sockets) {
    socket.sendRaw(JSON.stringify({ v: 1, type: 'auth', ref: 'auth', data: { ticket } }));
  }
  const fates = await Promise.all(
    sockets.map((socket) =>
      socket.until(
        'fate',
        () => socket.closeCode ?? (socket.all('session.welcome').length > 0 ? 'open' : undefined),
      ),
    ),
  );
  for (const socket of sockets) socket.cut();
  expect(fates.toSorted()).toEqual([4401, 4401, 4401, 'open']);
});

const portOf = (server: TestServer): number => {
  const address = server.app.server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
};

it('a password is not guessed from many addresses, at either door', { timeout: 60_000 }, async () => {
  const strict = await game.addServer({ env: { RATE_LIMITS: 'strict' } });
  const password = 'quarry bishop 6 lantern';
  const payload = { username: 'besieged', password, delivery: 'body' };
  await strict.app.inject({ method: 'POST', url: '/api/v1/auth/register', payload });
  const guess = async (network: number, text: string): Promise<number> => {
    const response = await strict.app.inject({
      method: 'POST',
      url: `/api/v1${network % 2 === 0 ? '' : '/admin'}/auth/login`,
      remoteAddress: `10.${network}.0.1`,
      payload: { login: 'besieged', password: text, delivery: 'body' },
    });
    return response.statusCode;
  };
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, network) => guess(network, 'not the one')),
  );
  expect(answers.filter((status) => status === 401)).toHaveLength(20);
  expect(answers.filter((status) => status === 429)).toHaveLength(4);
  expect(await guess(100, password)).toBe(429);
});
