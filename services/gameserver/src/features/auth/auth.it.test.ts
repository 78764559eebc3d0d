import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { registerAuthRoutes } from './index.ts';

const PASSWORD = 'gorse lamp ferry';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let database: TestDatabase;
let test: TestApp;
let names = 0;

beforeAll(async () => {
  database = await createGameDatabase({ connect: { max: 12 } });
});
afterAll(() => database.drop());
beforeEach(async () => {
  test = await createTestApp({ db: database.db, register: [registerAuthRoutes] });
});

const client = (ip?: string) => new TestClient(test.app, ip);
const freshName = () => {
  names += 1;
  return `Pilote${names}x`;
};

/** A new account, signed in with a browser. */
const signUp = async (browser = client(), username = freshName()) => {
  const { body, status } = await browser.post('/auth/register', { body: { username, password: PASSWORD } });
  expect(status).toBe(201);
  return { browser, username, token: String(body['accessToken']), user: body['user'] as { id: string } };
};

/** A new account of a client that keeps its refresh token itself. */
const signUpWithBody = async () => {
  const caller = client();
  const username = freshName();
  const { body } = await caller.post('/auth/register', {
    body: { username, password: PASSWORD, delivery: 'body' },
  });
  const { id } = body['user'] as { id: string };
  return {
    caller,
    username,
    userId: id,
    token: String(body['accessToken']),
    refresh: String(body['refreshToken']),
  };
};

const refreshWith = (caller: TestClient, refreshToken: string) =>
  caller.post('/auth/refresh', { body: { refreshToken } });

const audits = async (action: string) =>
  (await database.sql<{ outcome: string; severity: string }[]>`
    SELECT outcome, severity FROM audit_log WHERE action = ${action}`) as readonly {
    outcome: string;
    severity: string;
  }[];

describe('registration', () => {
  it('makes account, persona, wallet and session, and signs in', async () => {
    const { browser, token, username, user } = await signUp();
    const [row] = await database.sql`
      SELECT p.turns, p.first_login_state, p.is_demo, a.balance, n.folded
      FROM players p JOIN names n ON n.user_id = p.user_id
      LEFT JOIN ledger_accounts a ON a.id = 'wallet:' || p.id WHERE p.user_id = ${user.id}`;
    expect(row).toMatchObject({ turns: 1000, firstLoginState: 'not_started', isDemo: false, balance: 0n });
    const cookie = browser.cookies.get('sw_rt');
    expect(cookie?.attributes).toMatch(/HttpOnly/i);
    expect(cookie?.attributes).toMatch(/Secure/i);
    expect(cookie?.attributes).toMatch(/SameSite=Strict/i);
    expect(cookie?.path).toBe('/api/v1/auth');
    const sessions = await browser.get('/auth/sessions', { token });
    expect(sessions.body['items']).toMatchObject([{ current: true, ip: '203.0.113.10' }]);
    expect((await browser.get(`/auth/username-available?u=${username}`)).body).toEqual({
      available: false,
      reason: 'taken',
    });
  });

  it('answers every wrong field at once and never echoes the password', async () => {
    const { status, body } = await client().post('/auth/register', {
      body: { username: 'x!', email: 'nobody', password: 'password123' },
    });
    expect(status).toBe(400);
    expect(body['code']).toBe('validation_failed');
    expect((body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual([
      '/username',
      '/username',
      '/email',
      '/password',
    ]);
    expect(JSON.stringify(body)).not.toContain('password123');
  });

  it('refuses a name that reads like one that is taken', async () => {
    const { username } = await signUp();
    const alike = username.replace('o', '0').toUpperCase();
    const { status, body } = await client().post('/auth/register', {
      body: { username: alike, password: PASSWORD },
    });
    expect([status, body['code'], body['field']]).toEqual([409, 'already_exists', 'username']);
  });

  it('lets one of many parallel registrations of a name win', async () => {
    const username = freshName();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        client().post('/auth/register', { body: { username, password: PASSWORD } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const rows = await database.sql`SELECT 1 FROM users WHERE username = ${username}`;
    expect(rows).toHaveLength(1);
  });

  it('allows five accounts an hour from one address', async () => {
    const strict = await createTestApp({
      db: database.db,
      register: [registerAuthRoutes],
      env: { RATE_LIMITS: 'strict' },
    });
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      strict.clock.advance(MINUTE);
      const answer = await new TestClient(strict.app, '198.51.100.77').post('/auth/register', {
        body: { username: freshName(), password: PASSWORD },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });
});

describe('signing in', () => {
  it('takes the name in any case and sets its cookies', async () => {
    const { username } = await signUp();
    const browser = client();
    const { status, body } = await browser.post('/auth/login', {
      body: { login: ` ${username.toLowerCase()} `, password: PASSWORD },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ expiresIn: 900, mustChangePassword: false });
    expect(body).not.toHaveProperty('refreshToken');
    expect([...browser.cookies.keys()].sort()).toEqual(['sw_dev', 'sw_rt']);
  });

  it('answers alike whether the login or the password is wrong, and checks a hash either way', async () => {
    const { username } = await signUp();
    const answer = async (login: string) => {
      const { status, body } = await client().post('/auth/login', {
        body: { login, password: 'not the one' },
      });
      const { requestId: _, ...rest } = body;
      return { status, rest };
    };
    const wrong = await answer(username);
    expect(wrong.status).toBe(401);
    expect(wrong.rest['code']).toBe('invalid_credentials');
    expect(await answer('nobody-has-this')).toEqual(wrong);
    expect(await answer('nobody@example.org')).toEqual(wrong);
  });

  it('does not sign in with somebody else’s folded spelling', async () => {
    const { username } = await signUp();
    const alike = username.replace('o', '0');
    const { body } = await client().post('/auth/login', { body: { login: alike, password: PASSWORD } });
    expect(body['code']).toBe('invalid_credentials');
  });

  it('calls an account suspended only to whoever has its password', async () => {
    const { username, user } = await signUp();
    const until = new Date(test.clock() + HOUR);
    await database.sql`UPDATE users SET status = 'suspended', suspended_until = ${until} WHERE id = ${user.id}`;
    const attempt = async (password: string) =>
      (await client().post('/auth/login', { body: { login: username, password } })).body['code'];
    expect(await attempt('not the one')).toBe('invalid_credentials');
    expect(await attempt(PASSWORD)).toBe('account_suspended');
    test.clock.advance(HOUR);
    expect(await attempt(PASSWORD)).toBeUndefined();
    await database.sql`UPDATE users SET status = 'banned' WHERE id = ${user.id}`;
    expect(await attempt(PASSWORD)).toBe('account_suspended');
  });

  it('makes an old hash anew', async () => {
    const { hash } = await import('@node-rs/argon2');
    const { username, user } = await signUp();
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await database.sql`UPDATE users SET password_hash = ${weak} WHERE id = ${user.id}`;
    const sign = () => client().post('/auth/login', { body: { login: username, password: PASSWORD } });
    expect((await sign()).status).toBe(200);
    const [row] = await database.sql<{ passwordHash: string }[]>`
      SELECT password_hash FROM users WHERE id = ${user.id}`;
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await sign()).status).toBe(200);
  });

  it('audits successes and failures without what was typed', async () => {
    const before = (await audits('auth.login')).length;
    const { username } = await signUp();
    await client().post('/auth/login', { body: { login: 'hunter2 typed here', password: 'not the one' } });
    await client().post('/auth/login', { body: { login: username, password: PASSWORD } });
    const rows = await audits('auth.login');
    expect(
      rows
        .slice(before)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['denied', 'success']);
    const [leak] = await database.sql`SELECT 1 FROM audit_log WHERE details::text LIKE '%hunter2%'`;
    expect(leak).toBeUndefined();
  });
});

describe('refreshing', () => {
  it('rotates the cookie and keeps the session', async () => {
    const { browser } = await signUp();
    const first = browser.cookies.get('sw_rt')?.value;
    test.clock.advance(14 * MINUTE);
    const { status, body } = await browser.post('/auth/refresh', { body: {} });
    expect(status).toBe(200);
    expect(browser.cookies.get('sw_rt')?.value).not.toBe(first);
    const sessions = await browser.get('/auth/sessions', { token: String(body['accessToken']) });
    expect(sessions.body['items']).toHaveLength(1);
  });

  it('lets one of parallel refreshes of a token win', async () => {
    const { caller, refresh, userId } = await signUpWithBody();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refreshWith(caller, refresh)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body['code'], body['retryAfterS']]).toEqual([409, 'refresh_in_flight', 11]);
    }
    const [row] = await database.sql<{ n: bigint }[]>`
      SELECT count(*) AS n FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
      WHERE s.user_id = ${userId}`;
    expect(row?.n).toBe(2n);
  });

  it('issues a lost answer anew once, and the lost token then counts as stolen', async () => {
    const { caller, refresh } = await signUpWithBody();
    const lost = String((await refreshWith(caller, refresh)).body['refreshToken']);
    test.clock.advance(10_001);
    const second = await refreshWith(caller, refresh);
    expect(second.status).toBe(200);
    const current = String(second.body['refreshToken']);
    expect((await refreshWith(caller, lost)).body['code']).toBe('session_revoked');
    expect((await refreshWith(caller, current)).body['code']).toBe('session_revoked');
  });

  it('ends the session of a token that is shown again, and says so', async () => {
    const { caller, refresh, token } = await signUpWithBody();
    const next = await refreshWith(caller, refresh);
    const current = String(next.body['refreshToken']);
    expect((await refreshWith(caller, current)).status).toBe(200);
    test.clock.advance(61_000);
    const told = test.told.length;
    const reused = await refreshWith(caller, refresh);
    expect([reused.status, reused.body['code']]).toEqual([401, 'session_revoked']);
    expect(test.told.slice(told)).toMatchObject([
      { channel: 'control', type: 'session_revoked', data: { reason: 'refresh_reuse' } },
    ]);
    expect((await caller.get('/auth/sessions', { token })).body['code']).toBe('session_revoked');
    expect((await audits('auth.refresh_reuse')).every(({ severity }) => severity === 'high')).toBe(true);
    const outbox = await database.sql`
      SELECT 1 FROM event_outbox
      WHERE events @> '[{"type": "session_revoked", "data": {"reason": "refresh_reuse"}}]'`;
    expect(outbox.length).toBeGreaterThan(0);
  });

  it('knows unknown and expired tokens', async () => {
    const { caller, refresh } = await signUpWithBody();
    expect((await refreshWith(caller, 'A'.repeat(43))).body['code']).toBe('unauthenticated');
    test.clock.advance(7 * DAY);
    expect((await refreshWith(caller, refresh)).body['code']).toBe('token_expired');
  });

  it('slides seven days at a time, for thirty days', async () => {
    const { caller, refresh } = await signUpWithBody();
    let token = refresh;
    const codes: unknown[] = [];
    for (let week = 0; week < 5; week += 1) {
      test.clock.advance(6.9 * DAY);
      const { body } = await refreshWith(caller, token);
      codes.push(body['code'] ?? 'fine');
      token = String(body['refreshToken']);
    }
    expect(codes).toEqual(['fine', 'fine', 'fine', 'fine', 'token_expired']);
  });

  it('is refused to a suspended account', async () => {
    const { caller, refresh, userId } = await signUpWithBody();
    await database.sql`UPDATE users SET status = 'suspended' WHERE id = ${userId}`;
    expect((await refreshWith(caller, refresh)).body['code']).toBe('session_revoked');
    await database.sql`UPDATE users SET status = 'active' WHERE id = ${userId}`;
    expect((await refreshWith(caller, refresh)).status).toBe(200);
  });

  it('acts by cookie for pages of ours only', async () => {
    const { browser } = await signUp();
    const code = async (headers: Record<string, string>) =>
      (await browser.post('/auth/refresh', { headers, body: {} })).body['code'];
    expect(await code({ origin: 'https://evil.example' })).toBe('csrf_rejected');
    expect(await code({ 'x-sw-client': '' })).toBe('csrf_rejected');
    const signOut = await browser.post('/auth/logout', {
      headers: { origin: 'https://evil.example' },
      body: {},
    });
    expect(signOut.body['code']).toBe('csrf_rejected');
    expect((await browser.post('/auth/refresh', { body: {} })).status).toBe(200);
  });

  it('takes the token from one place', async () => {
    const { browser } = await signUp();
    const both = await browser.post('/auth/refresh', { body: { refreshToken: 'x'.repeat(43) } });
    expect([both.status, both.body['code']]).toEqual([400, 'validation_failed']);
    expect((await client().post('/auth/refresh', { body: {} })).body['code']).toBe('unauthenticated');
  });
});

describe('sessions', () => {
  it('end by signing out, repeatably', async () => {
    const { browser, token } = await signUp();
    const kept = browser.cookies.get('sw_rt');
    expect((await browser.post('/auth/logout', { body: {} })).status).toBe(204);
    expect(browser.cookies.has('sw_rt')).toBe(false);
    expect((await browser.get('/auth/sessions', { token })).body['code']).toBe('session_revoked');
    if (kept !== undefined) browser.cookies.set('sw_rt', kept);
    expect((await browser.post('/auth/logout', { body: {} })).status).toBe(204);
  });

  it('are listed and ended one by one by their owner', async () => {
    const { browser, username, token } = await signUp();
    const other = client('198.51.100.4');
    const signedIn = await other.post('/auth/login', { body: { login: username, password: PASSWORD } });
    const { body } = await browser.get('/auth/sessions', { token });
    const items = body['items'] as { id: string; current: boolean; ip: string }[];
    expect(items.map(({ ip }) => ip).sort()).toEqual(['198.51.100.4', '203.0.113.10']);
    const theirs = items.find(({ current }) => !current);
    const path = `/auth/sessions/${theirs?.id}`;
    expect((await browser.send('DELETE', path, { token })).status).toBe(204);
    expect((await browser.send('DELETE', path, { token })).status).toBe(404);
    const dead = await other.get('/auth/sessions', { token: String(signedIn.body['accessToken']) });
    expect(dead.body['code']).toBe('session_revoked');
  });

  it('of another user do not exist', async () => {
    const victim = await signUp();
    const { body } = await victim.browser.get('/auth/sessions', { token: victim.token });
    const [session] = body['items'] as { id: string }[];
    const stranger = await signUp();
    const path = `/auth/sessions/${session?.id}`;
    const refused = await stranger.browser.send('DELETE', path, { token: stranger.token });
    const unknown = await stranger.browser.send('DELETE', `/auth/sessions/${test.deps.newId()}`, {
      token: stranger.token,
    });
    expect([refused.status, refused.body['code']]).toEqual([unknown.status, unknown.body['code']]);
    expect(refused.status).toBe(404);
    expect((await victim.browser.get('/auth/sessions', { token: victim.token })).status).toBe(200);
  });

  it('all end at once', async () => {
    const { browser, username, token } = await signUp();
    const other = client();
    const signedIn = await other.post('/auth/login', { body: { login: username, password: PASSWORD } });
    expect((await browser.post('/auth/logout-all', { token })).status).toBe(204);
    for (const [from, access] of [
      [browser, token],
      [other, String(signedIn.body['accessToken'])],
    ] as const) {
      expect((await from.get('/auth/sessions', { token: access })).body['code']).toBe('session_revoked');
      expect((await from.post('/auth/refresh', { body: {} })).status).toBe(401);
    }
  });
});

describe('changing the password', () => {
  it('keeps this session, ends the others and needs the old one', async () => {
    const { browser, username, token } = await signUp();
    const other = client();
    const signedIn = await other.post('/auth/login', { body: { login: username, password: PASSWORD } });
    const change = (currentPassword: string, newPassword: string) =>
      browser.send('PUT', '/auth/password', { token, body: { currentPassword, newPassword } });
    expect((await change('not the one', 'otter kettle vex')).body['code']).toBe('invalid_credentials');
    expect((await change(PASSWORD, PASSWORD)).body['errors']).toMatchObject([{ code: 'unchanged' }]);
    expect((await change(PASSWORD, 'password123')).body['errors']).toMatchObject([
      { path: '/newPassword', code: 'too_common' },
    ]);
    expect((await change(PASSWORD, 'otter kettle vex')).status).toBe(204);

    expect((await browser.get('/auth/sessions', { token })).status).toBe(200);
    expect((await browser.post('/auth/refresh', { body: {} })).status).toBe(200);
    const dead = await other.get('/auth/sessions', { token: String(signedIn.body['accessToken']) });
    expect(dead.body['code']).toBe('session_revoked');
    const old = await client().post('/auth/login', { body: { login: username, password: PASSWORD } });
    expect(old.body['code']).toBe('invalid_credentials');
  });
});

describe('throttling', () => {
  let strict: TestApp;
  beforeEach(async () => {
    strict = await createTestApp({
      db: database.db,
      register: [registerAuthRoutes],
      env: { RATE_LIMITS: 'strict' },
      clock: fixedClock(test.clock() + names * DAY),
    });
  });
  const tryFrom = (ip: string, login: string, password: string) =>
    new TestClient(strict.app, ip).post('/auth/login', { body: { login, password } });

  it('refuses a pair of login and network after five failures, known login or not', async () => {
    const { username } = await signUp();
    for (const login of [username, 'nobody-at-all']) {
      const codes: unknown[] = [];
      for (let turn = 1; turn <= 6; turn += 1) {
        strict.clock.advance(10_000);
        codes.push((await tryFrom(`203.0.113.${turn}`, login, 'not the one')).body['code']);
      }
      expect(codes).toEqual([...Array.from({ length: 5 }, () => 'invalid_credentials'), 'login_throttled']);
    }
    const right = await tryFrom('203.0.113.9', username, PASSWORD);
    expect([right.status, right.body['code']]).toEqual([429, 'login_throttled']);
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryFrom('192.0.2.1', username, PASSWORD)).status).toBe(200);
    strict.clock.advance(15 * MINUTE);
    expect((await tryFrom('203.0.113.9', username, PASSWORD)).status).toBe(200);
  });

  it('counts parallel attempts one by one', async () => {
    const { username } = await signUp();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => tryFrom(`203.0.113.${turn}`, username, 'not the one')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('does not let strangers lock the owner out of his own browser', async () => {
    const { username } = await signUp();
    const own = new TestClient(strict.app, '198.51.100.200');
    const signIn = () => own.post('/auth/login', { body: { login: username, password: PASSWORD } });
    expect((await signIn()).status).toBe(200);
    for (let turn = 0; turn < 20; turn += 1) await tryFrom(`10.${turn}.0.1`, username, 'not the one');
    const stranger = await tryFrom('10.99.0.1', username, PASSWORD);
    expect(stranger.body['code']).toBe('login_throttled');
    expect((await signIn()).status).toBe(200);
    expect((await tryFrom('10.99.0.1', username, PASSWORD)).body['code']).toBe('login_throttled');
  });

  it('refuses an address that tries many logins', async () => {
    const codes: unknown[] = [];
    for (let turn = 0; turn < 51; turn += 1) {
      strict.clock.advance(7_000);
      codes.push((await tryFrom('192.0.2.66', `nobody-${names}-${turn}`, 'not the one')).body['code']);
    }
    expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(50);
    expect(codes.at(-1)).toBe('login_throttled');
    expect((await audits('auth.spray')).map(({ severity }) => severity)).toContain('high');
  });

  it('shares its counters between the two sign-in routes', async () => {
    const { username } = await signUp();
    for (let turn = 1; turn <= 5; turn += 1) {
      strict.clock.advance(10_000);
      await new TestClient(strict.app, '203.0.113.40').post('/admin/auth/login', {
        body: { login: username, password: 'not the one' },
      });
    }
    strict.clock.advance(10_000);
    expect((await tryFrom('203.0.113.41', username, PASSWORD)).body['code']).toBe('login_throttled');
  });

  it('begins anew after a success', async () => {
    const { username } = await signUp();
    for (let turn = 1; turn <= 12; turn += 1) {
      strict.clock.advance(10_000);
      const isRight = turn % 4 === 0;
      const { status } = await tryFrom('203.0.113.60', username, isRight ? PASSWORD : 'not the one');
      expect(status).toBe(isRight ? 200 : 401);
    }
  });
});

describe('socket tickets', () => {
  it('are kept as hashes for thirty seconds', async () => {
    const { browser, token } = await signUp();
    const { status, body } = await browser.post('/auth/ws-ticket', { token });
    expect([status, body['expiresIn']]).toEqual([201, 30]);
    const rows = await database.sql<{ expiresAt: Date }[]>`
      SELECT expires_at FROM one_time_tokens WHERE token_hash = sha256(${String(body['ticket'])}::text::bytea)`;
    expect(rows.map(({ expiresAt }) => expiresAt.getTime())).toEqual([test.clock() + 30_000]);
  });
});
