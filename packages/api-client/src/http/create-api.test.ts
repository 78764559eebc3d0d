import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { createSession } from '../session/session.ts';
import { createFakeFetch, json, refuse } from '../testing/fake-fetch.ts';
import { createFakeTiming } from '../testing/fake-timing.ts';
import { playerStateReply, signedInReply, turns } from '../testing/samples.ts';
import { ApiProblem, NetworkError, UnexpectedReply } from './api-problem.ts';
import { createApi } from './create-api.ts';

const STATION = '0190a000-0000-7000-8000-0000000000aa';

const setUp = (...answers: Parameters<typeof createFakeFetch>) => {
  const timing = createFakeTiming();
  const server = createFakeFetch(...answers);
  const session = createSession({
    baseUrl: '/api/v1',
    fetch: server.fetch,
    timing,
    locks: null,
    channel: null,
  });
  session.adopt(signedInReply('token-1'));
  const problems: string[] = [];
  const api = createApi(PLAYER_ENDPOINTS, {
    baseUrl: '/api/v1',
    session,
    fetch: server.fetch,
    timing,
    onProblem: (problem) => problems.push(problem.code),
  });
  return { api, session, timing, problems, ...server };
};

const dockReply = { rev: 3, stationId: STATION, fee: 25, feeWaived: false, turns, credits: 4975 };

describe('a request', () => {
  it('fills in path and query, and carries the token', async () => {
    const { api, seen } = setUp(json({ points: [], trades: [] }));
    await api.getPriceHistory({ params: { id: STATION, commodity: 'ore' }, query: { range: '7d' } });
    expect(seen[0]?.url).toBe(`/api/v1/stations/${STATION}/market/ore/history?range=7d`);
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(seen[0]?.credentials).toBe('same-origin');
  });

  it('encodes credits as numbers and leaves out what has a default', async () => {
    const { api, seen } = setUp(refuse(409, 'no_route'));
    await expect(api.plot({ body: { to: 7, maxTollTotal: 250n } })).rejects.toThrow(ApiProblem);
    expect(seen[0]?.body).toEqual({ to: 7, maxTollTotal: 250 });
  });

  it('decodes credits of the reply to bigint', async () => {
    const { api } = setUp(json(playerStateReply(4, 5000)));
    expect((await api.getPlayerState()).credits).toBe(5000n);
  });

  it('escapes what stands in a path', async () => {
    const { api, seen } = setUp(refuse(404, 'not_found'));
    await expect(api.getStation({ params: { id: 'a/b?c' } })).rejects.toThrow(ApiProblem);
    expect(seen[0]?.url).toBe('/api/v1/stations/a%2Fb%3Fc');
  });

  it('sends no token to a public endpoint', async () => {
    const { api, seen } = setUp(json({ pong: true, serverTime: '2102-01-01T00:00:00.000Z' }));
    await api.ping();
    expect(seen[0]?.headers.has('authorization')).toBe(false);
  });

  it('keeps an answer apart that does not fit the contract', async () => {
    const { api } = setUp(json({ nonsense: true }));
    await expect(api.getTurns()).rejects.toThrow(UnexpectedReply);
  });
});

describe('a refusal', () => {
  it('carries code, status, members and the time to wait', async () => {
    const { api, problems } = setUp(refuse(429, 'rate_limited', { retryAfterS: 7 }));
    const error = await api.dock({ params: { id: STATION } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate_limited', status: 429, retryAfterS: 7 });
    expect(problems).toEqual(['rate_limited']);
  });

  it('has the code unknown when the server says something nobody registered', async () => {
    const { api } = setUp(refuse(409, 'made_up'));
    await expect(api.undock({ params: { id: STATION } })).rejects.toMatchObject({ code: 'unknown' });
  });

  it('has the code unknown when there is no problem document', async () => {
    const { api } = setUp(new Response('<html>', { status: 404 }));
    await expect(api.getTurns()).rejects.toMatchObject({ code: 'unknown', status: 404 });
  });
});

describe('the idempotency key', () => {
  it('is made for a command that moves something, and kept over a repeat', async () => {
    const { api, timing, seen } = setUp(new TypeError('broken'), json(dockReply));
    const reply = api.dock({ params: { id: STATION } });
    await timing.advance(3000);
    expect((await reply).fee).toBe(25n);
    const keys = seen.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('is the one the caller gave', async () => {
    const { api, seen } = setUp(json(dockReply));
    await api.dock({ params: { id: STATION }, idempotencyKey: 'mine' });
    expect(seen[0]?.headers.get('idempotency-key')).toBe('mine');
  });

  it('is not sent with reads and sign-ins', async () => {
    const { api, seen } = setUp(json(turns), json({ ticket: 't', expiresIn: 30 }));
    await api.getTurns();
    await api.createSocketTicket();
    expect(seen.map((request) => request.headers.has('idempotency-key'))).toEqual([false, false]);
  });
});

describe('retries', () => {
  it('repeat a read twice, after 0.5 s and 2 s', async () => {
    const { api, timing, seen } = setUp(new TypeError('broken'), refuse(503, 'busy'), json(turns));
    const reply = api.getTurns();
    await timing.advance(499);
    expect(seen).toHaveLength(1);
    await timing.advance(1);
    expect(seen).toHaveLength(2);
    await timing.advance(2000);
    expect((await reply).turns).toBe(90);
  });

  it('give up with NetworkError after that', async () => {
    const { api, timing, seen } = setUp(new TypeError('1'), new TypeError('2'), new TypeError('3'));
    const reply = api.getTurns().catch((thrown: unknown) => thrown);
    await timing.advance(10_000);
    expect(await reply).toBeInstanceOf(NetworkError);
    expect(seen).toHaveLength(3);
  });

  it('never repeat a read after a 4xx', async () => {
    const { api, seen } = setUp(refuse(404, 'not_found'));
    await expect(api.getTurns()).rejects.toThrow(ApiProblem);
    expect(seen).toHaveLength(1);
  });

  it('never repeat a command after an answer, whatever it was', async () => {
    const { api, seen } = setUp(refuse(503, 'busy'));
    await expect(api.dock({ params: { id: STATION } })).rejects.toMatchObject({ code: 'busy' });
    expect(seen).toHaveLength(1);
  });

  it('never repeat a sign-in', async () => {
    const { api, seen } = setUp(new TypeError('broken'));
    await expect(api.login({ body: { login: 'a', password: 'b' } })).rejects.toThrow(NetworkError);
    expect(seen).toHaveLength(1);
  });

  it('stop when the caller aborts', async () => {
    const { api, timing, seen } = setUp(new TypeError('broken'), json(turns));
    const abort = new AbortController();
    const reply = api.getTurns({ signal: abort.signal }).catch((thrown: unknown) => thrown);
    await timing.advance(100);
    abort.abort(new Error('left the page'));
    expect(await reply).toMatchObject({ message: 'left the page' });
    expect(seen).toHaveLength(1);
  });
});

describe('the ETag', () => {
  it('is sent back, and 304 answers with the value known', async () => {
    const first = json(playerStateReply(4), { etag: '"4"' });
    const { api, seen } = setUp(first, new Response(null, { status: 304 }));
    const before = await api.getPlayerState();
    expect(await api.getPlayerState()).toBe(before);
    expect(seen[1]?.headers.get('if-none-match')).toBe('"4"');
  });

  it('is forgotten when somebody else signs in', async () => {
    const { api, session, seen } = setUp(
      json(playerStateReply(4), { etag: '"4"' }),
      json(playerStateReply(9), { etag: '"9"' }),
    );
    await api.getPlayerState();
    session.end('signed_out');
    session.adopt(signedInReply('token-2'));
    await api.getPlayerState();
    expect(seen[1]?.headers.has('if-none-match')).toBe(false);
  });

  it('can be the base of a change', async () => {
    const { api, seen } = setUp(refuse(412, 'precondition_failed'));
    await expect(api.patchSettings({ body: { keyHints: false }, ifMatch: 12 })).rejects.toThrow(ApiProblem);
    expect(seen[0]?.headers.get('if-match')).toBe('"12"');
  });
});

describe('a token the server no longer takes', () => {
  it('is refreshed once and the call repeated', async () => {
    const { api, seen } = setUp(refuse(401, 'token_expired'), json(signedInReply('token-2')), json(turns));
    expect((await api.getTurns()).turns).toBe(90);
    expect(seen.map((request) => request.url)).toEqual([
      '/api/v1/player/turns',
      '/api/v1/auth/refresh',
      '/api/v1/player/turns',
    ]);
    expect(seen[2]?.headers.get('authorization')).toBe('Bearer token-2');
  });

  it('is not refreshed a second time', async () => {
    const { api, seen } = setUp(
      refuse(401, 'token_expired'),
      json(signedInReply('token-2')),
      refuse(401, 'unauthenticated'),
    );
    await expect(api.getTurns()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(seen).toHaveLength(3);
  });

  it('signs out when the session was revoked', async () => {
    const { api, session } = setUp(refuse(401, 'session_revoked'));
    await expect(api.getTurns()).rejects.toMatchObject({ code: 'session_revoked' });
    expect(session.state()).toEqual({ status: 'signed_out', reason: 'revoked' });
  });
});
