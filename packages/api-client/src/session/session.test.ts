import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { describe, expect, it } from 'vitest';
import { createFakeFetch, json, refuse } from '../testing/fake-fetch.ts';
import { createFakeTabs } from '../testing/fake-tabs.ts';
import { createFakeTiming, settle } from '../testing/fake-timing.ts';
import { signedInReply } from '../testing/samples.ts';
import { createSession } from './session.ts';

const TOKEN_LIFE_MS = 900_000;

const setUp = (
  answers: Parameters<typeof createFakeFetch>,
  extra: Partial<Parameters<typeof createSession>[0]> = {},
) => {
  const timing = createFakeTiming();
  const server = createFakeFetch(...answers);
  const session = createSession({
    baseUrl: '/api/v1',
    fetch: server.fetch,
    timing,
    locks: null,
    channel: null,
    ...extra,
  });
  return { session, timing, ...server };
};

describe('restoring', () => {
  it('signs in by the cookie, with the header that keeps foreign pages out', async () => {
    const { session, seen } = setUp([json(signedInReply('t1'))]);
    expect(session.state()).toEqual({ status: 'unknown' });
    expect(await session.restore()).toBe(true);
    expect(session.state()).toMatchObject({ status: 'signed_in', user: { username: 'meridian' } });
    expect(seen[0]).toMatchObject({ url: '/api/v1/auth/refresh', credentials: 'include', body: {} });
    expect(seen[0]?.headers.get('x-sw-client')).toBe('web');
  });

  it('finds nobody signed in, without giving a reason', async () => {
    const { session } = setUp([refuse(401, 'unauthenticated')]);
    expect(await session.restore()).toBe(false);
    expect(session.state()).toEqual({ status: 'signed_out', reason: null });
  });

  it('stays undecided while the server cannot be reached', async () => {
    const { session } = setUp([new TypeError('broken')]);
    await expect(session.restore()).rejects.toThrow('No answer');
    expect(session.state()).toEqual({ status: 'unknown' });
  });

  it('uses the console paths when told', async () => {
    const endpoints = { refresh: ADMIN_ENDPOINTS.adminRefresh, logout: ADMIN_ENDPOINTS.adminLogout };
    const { session, seen } = setUp([json(signedInReply('t1')), new Response(null, { status: 204 })], {
      endpoints,
    });
    await session.restore();
    await session.signOut();
    expect(seen.map((request) => request.url)).toEqual([
      '/api/v1/admin/auth/refresh',
      '/api/v1/admin/auth/logout',
    ]);
    expect(session.credentialsFor('/admin/auth/login')).toBe('include');
  });
});

describe('the access token', () => {
  it('is renewed at four fifths of its life, not before', async () => {
    const { session, timing, seen } = setUp([json(signedInReply('t2'))]);
    session.adopt(signedInReply('t1'));
    await timing.advance(0.8 * TOKEN_LIFE_MS - 1);
    expect(await session.accessToken()).toBe('t1');
    await timing.advance(1);
    expect(await session.accessToken()).toBe('t2');
    expect(seen).toHaveLength(1);
  });

  it('serves on when renewing early finds no server', async () => {
    const { session, timing } = setUp([new TypeError('broken')]);
    session.adopt(signedInReply('t1'));
    await timing.advance(0.9 * TOKEN_LIFE_MS);
    expect(await session.accessToken()).toBe('t1');
  });

  it('is refreshed once however many ask', async () => {
    const { session, seen } = setUp([json(signedInReply('t2'))]);
    session.adopt(signedInReply('t1'));
    expect(await Promise.all([session.renew('t1'), session.renew('t1'), session.renew('t1')])).toEqual([
      't2',
      't2',
      't2',
    ]);
    expect(seen).toHaveLength(1);
  });

  it('is not renewed for someone who holds an older one', async () => {
    const { session, seen } = setUp([]);
    session.adopt(signedInReply('t2'));
    expect(await session.renew('t1')).toBe('t2');
    expect(seen).toHaveLength(0);
  });
});

describe('a refresh another tab is making', () => {
  it('is asked for again after 300 ms, then after the time named', async () => {
    const { session, timing, seen } = setUp([
      refuse(409, 'refresh_in_flight', { retryAfterS: 4 }),
      refuse(409, 'refresh_in_flight', { retryAfterS: 4 }),
      json(signedInReply('t1')),
    ]);
    const restored = session.restore();
    await timing.advance(299);
    expect(seen).toHaveLength(1);
    await timing.advance(1);
    expect(seen).toHaveLength(2);
    await timing.advance(3999);
    expect(seen).toHaveLength(2);
    await timing.advance(1);
    expect(await restored).toBe(true);
  });

  it('is given up after the third refusal', async () => {
    const inFlight = () => refuse(409, 'refresh_in_flight', { retryAfterS: 1 });
    const { session, timing } = setUp([inFlight, inFlight, inFlight]);
    const restored = session.restore().catch((thrown: unknown) => thrown);
    await timing.advance(10_000);
    expect(await restored).toMatchObject({ code: 'refresh_in_flight' });
  });
});

describe('ending', () => {
  it('tells why a refresh was refused for good', async () => {
    const { session } = setUp([refuse(401, 'session_revoked')]);
    session.adopt(signedInReply('t1'));
    expect(await session.renew('t1')).toBeNull();
    expect(session.state()).toEqual({ status: 'signed_out', reason: 'revoked' });
    expect(await session.accessToken()).toBeNull();
  });

  it('forgets the session even when the server cannot be told', async () => {
    const { session } = setUp([new TypeError('broken')]);
    session.adopt(signedInReply('t1'));
    await expect(session.signOut()).rejects.toThrow('No answer');
    expect(session.state().status).toBe('signed_out');
  });

  it('tells listeners, and those who care about the person', async () => {
    const { session } = setUp([]);
    const heard: string[] = [];
    session.subscribe(() => heard.push('state'));
    session.onIdentityChange(() => heard.push('identity'));
    session.adopt(signedInReply('t1'));
    session.adopt(signedInReply('t2'));
    session.end('expired');
    expect(heard).toEqual(['state', 'state', 'identity', 'state']);
  });
});

describe('a session without cookies', () => {
  it('sends the refresh token in the body and takes the next one', async () => {
    const { session, seen } = setUp(
      [json(signedInReply('t1', { refreshToken: 'r2' })), json(signedInReply('t2', { refreshToken: 'r3' }))],
      { delivery: 'body', refreshToken: 'r1' },
    );
    await session.restore();
    await session.renew('t1');
    expect(seen.map((request) => request.body)).toEqual([{ refreshToken: 'r1' }, { refreshToken: 'r2' }]);
    expect(seen[0]?.headers.has('x-sw-client')).toBe(false);
    expect(session.refreshToken()).toBe('r3');
  });

  it('asks nobody when it has no refresh token', async () => {
    const { session, seen } = setUp([], { delivery: 'body' });
    expect(await session.restore()).toBe(false);
    expect(seen).toHaveLength(0);
  });
});

describe('tabs of one browser', () => {
  const twoTabs = (answers: Parameters<typeof createFakeFetch>) => {
    const tabs = createFakeTabs();
    const timing = createFakeTiming();
    const server = createFakeFetch(...answers);
    const open = () =>
      createSession({
        baseUrl: '/api/v1',
        fetch: server.fetch,
        timing,
        locks: tabs.locks,
        channel: tabs.openChannel(),
      });
    return { first: open(), second: open(), timing, ...server };
  };

  it('refresh once and share the token', async () => {
    const { first, second, seen } = twoTabs([json(signedInReply('t2'))]);
    first.adopt(signedInReply('t1'));
    expect(await second.accessToken()).toBe('t1');
    expect(await Promise.all([first.renew('t1'), second.renew('t1')])).toEqual(['t2', 't2']);
    expect(seen).toHaveLength(1);
  });

  it('end together', async () => {
    const { first, second } = twoTabs([new Response(null, { status: 204 })]);
    first.adopt(signedInReply('t1'));
    await second.signOut();
    expect(first.state()).toEqual({ status: 'signed_out', reason: 'signed_out' });
  });

  it('are not signed out by a tab that opens without a session', async () => {
    const { first, second, answers } = twoTabs([]);
    let answer: (response: Response) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (answer = resolve)));
    const restored = second.restore();
    await settle();
    first.adopt(signedInReply('t1'));
    answer(refuse(401, 'unauthenticated'));
    await restored;
    expect(first.state().status).toBe('signed_in');
  });
});
