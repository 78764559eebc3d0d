import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp, TestAppOptions } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { ensureDefaultAdmin, registerAuthRoutes, resetAdmin } from './index.ts';
import { SCOPES } from './scopes.ts';

const PASSWORD = 'gorse lamp ferry';
const NEW_PASSWORD = 'otter kettle vex';

let database: TestDatabase;
beforeEach(async () => {
  database = await createGameDatabase({ connect: { max: 8 } });
});
afterEach(() => database.drop());

const start = (env: TestAppOptions['env'] = {}): Promise<TestApp> =>
  createTestApp({
    db: database.db,
    env,
    register: [
      registerAuthRoutes,
      ({ bind }) =>
        bind({ ...ADMIN_ENDPOINTS.getSystemHealth, reply: undefined, status: 204 } as never, () =>
          Promise.resolve(undefined as never),
        ),
    ],
  });

const admins = () => database.sql<{ username: string; mustChangePassword: boolean; scopes: bigint }[]>`
  SELECT u.username, u.must_change_password, count(g.scope) AS scopes
  FROM users u JOIN admin_grants g ON g.user_id = u.id GROUP BY u.id`;

const signIn = async (
  test: TestApp,
  username: string,
  password: string,
  browser = new TestClient(test.app),
) => {
  const answer = await browser.post('/admin/auth/login', { body: { login: username, password } });
  return { browser, ...answer, token: String(answer.body['accessToken']) };
};

/** An operator who has changed his first password. */
const signedInAdmin = async (test: TestApp) => {
  await ensureDefaultAdmin(test.deps, { embedded: true });
  await resetAdmin(database.db, { nowMs: test.clock() }).then(async ({ username, password }) => {
    const first = await signIn(test, username, password);
    await first.browser.send('PUT', '/auth/password', {
      token: first.token,
      body: { currentPassword: password, newPassword: NEW_PASSWORD },
    });
  });
  return signIn(test, 'admin', NEW_PASSWORD);
};

describe('the first admin', () => {
  it('is made once by servers that start together', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    const made = await Promise.all(servers.map(({ deps }) => ensureDefaultAdmin(deps, { embedded: true })));
    const given = made.filter((credentials) => credentials !== null);
    expect(given).toHaveLength(1);
    expect(await admins()).toEqual([
      { username: 'admin', mustChangePassword: true, scopes: BigInt(SCOPES.length) },
    ]);
    const [server] = servers;
    const password = given[0]?.password ?? '';
    expect((await signIn(server as TestApp, 'admin', password)).status).toBe(200);
  });

  it('has the password it was given, which resets nothing later', async () => {
    const first = await start({ ADMIN_PASSWORD: 'brisk otter kettle' });
    expect(await ensureDefaultAdmin(first.deps, { embedded: true })).toBeNull();
    const second = await start({ ADMIN_PASSWORD: 'another kettle boils' });
    expect(await ensureDefaultAdmin(second.deps, { embedded: true })).toBeNull();
    expect((await signIn(second, 'admin', 'another kettle boils')).status).toBe(401);
    expect((await signIn(second, 'admin', 'brisk otter kettle')).status).toBe(200);
  });

  it('must be named where the database is not embedded', async () => {
    const ensure = async (env: TestAppOptions['env']) =>
      ensureDefaultAdmin((await start(env)).deps, { embedded: false });
    await expect(ensure({})).rejects.toThrow('ADMIN_USERNAME and ADMIN_PASSWORD');
    await expect(ensure({ ADMIN_USERNAME: 'warden' })).rejects.toThrow('ADMIN_PASSWORD');
    await expect(ensure({ ADMIN_USERNAME: 'admin', ADMIN_PASSWORD: 'brisk otter kettle' })).rejects.toThrow(
      'reserved',
    );
    expect(await ensure({ ADMIN_USERNAME: 'warden', ADMIN_PASSWORD: 'brisk otter kettle' })).toBeNull();
    expect((await admins()).map(({ username }) => username)).toEqual(['warden']);
  });

  it('does not take over the account of a player', async () => {
    const test = await start({ ADMIN_USERNAME: 'Kestrel', ADMIN_PASSWORD: 'brisk otter kettle' });
    await new TestClient(test.app).post('/auth/register', {
      body: { username: 'kestrel', password: PASSWORD },
    });
    await expect(ensureDefaultAdmin(test.deps, { embedded: false })).rejects.toThrow('another account');
    expect(await admins()).toEqual([]);
  });
});

describe('an operator', () => {
  it('may do nothing before the first password is changed', async () => {
    const test = await start({ ADMIN_PASSWORD: 'brisk otter kettle' });
    await ensureDefaultAdmin(test.deps, { embedded: true });
    const { browser, token, body } = await signIn(test, 'admin', 'brisk otter kettle');
    expect(body['mustChangePassword']).toBe(true);
    const health = () => browser.get('/admin/system/health', { token });
    expect((await health()).body['code']).toBe('password_change_required');
    expect((await browser.get('/auth/sessions', { token })).body['code']).toBe('password_change_required');

    const change = (newPassword: string) =>
      browser.send('PUT', '/auth/password', {
        token,
        body: { currentPassword: 'brisk otter kettle', newPassword },
      });
    expect((await change('otter vex')).status).toBe(400);
    expect((await change('otter vex 1')).body['errors']).toMatchObject([{ code: 'too_small' }]);
    expect((await change(NEW_PASSWORD)).status).toBe(204);
    expect((await health()).status).toBe(204);
    expect((await browser.post('/admin/auth/refresh', { body: {} })).body['mustChangePassword']).toBe(false);
  });

  it('has a cookie of his own that works at its own path only', async () => {
    const test = await start();
    const { browser } = await signedInAdmin(test);
    const cookie = browser.cookies.get('sw_rta');
    expect(cookie?.path).toBe('/api/v1/admin/auth');
    expect(browser.cookies.has('sw_rt')).toBe(false);
    const asPlayer = { headers: { cookie: `sw_rt=${cookie?.value}` }, body: {} };
    expect((await browser.post('/auth/refresh', asPlayer)).body['code']).toBe('unauthenticated');
    const renamed = { headers: { cookie: `sw_rta=${cookie?.value}` }, body: {} };
    expect((await browser.post('/auth/refresh', renamed)).body['code']).toBe('unauthenticated');
    expect((await browser.post('/admin/auth/refresh', { body: {} })).status).toBe(200);
  });

  it('is not a player, and a player is no operator', async () => {
    const test = await start();
    const admin = await signedInAdmin(test);
    const player = new TestClient(test.app);
    const registered = await player.post('/auth/register', {
      body: { username: 'Kestrel', password: PASSWORD },
    });
    const playerToken = String(registered.body['accessToken']);
    const refused = await player.get('/admin/system/health', { token: playerToken });
    expect([refused.status, refused.body['code']]).toEqual([403, 'forbidden']);
    expect((await signIn(test, 'Kestrel', PASSWORD)).body['code']).toBe('invalid_credentials');
    const playerCookie = player.cookies.get('sw_rt')?.value;
    const stolen = { headers: { cookie: `sw_rta=${playerCookie}` }, body: {} };
    expect((await player.post('/admin/auth/refresh', stolen)).body['code']).toBe('unauthenticated');
    const health = await admin.browser.get('/admin/system/health', { token: admin.token });
    expect(health.status).toBe(204);
  });

  it('needs the scope of the endpoint', async () => {
    const test = await start();
    const { browser, token } = await signedInAdmin(test);
    await database.sql`UPDATE admin_grants SET revoked_at = now() WHERE scope = 'system.read'`;
    test.gate.forgetAll();
    const refused = await browser.get('/admin/system/health', { token });
    expect([refused.status, refused.body['code'], refused.body['scope']]).toEqual([
      403,
      'missing_scope',
      'system.read',
    ]);
  });

  it('is signed out after twelve idle hours and after a day', async () => {
    const hour = 3_600_000;
    const test = await start();
    const { browser } = await signedInAdmin(test);
    const refresh = async () => (await browser.post('/admin/auth/refresh', { body: {} })).body['code'];
    test.clock.advance(11 * hour);
    expect(await refresh()).toBeUndefined();
    test.clock.advance(11 * hour);
    expect(await refresh()).toBeUndefined();
    test.clock.advance(2 * hour);
    expect(await refresh()).toBe('token_expired');
  });

  it('may play under his account after signing in as a player', async () => {
    const test = await start();
    await signedInAdmin(test);
    const player = new TestClient(test.app);
    const answer = await player.post('/auth/login', { body: { login: 'admin', password: NEW_PASSWORD } });
    expect(answer.status).toBe(200);
    expect(await database.sql`SELECT first_login_state FROM players`).toMatchObject([
      { firstLoginState: 'not_started' },
    ]);
    const token = String(answer.body['accessToken']);
    expect((await player.get('/admin/system/health', { token })).status).toBe(403);
  });

  it('stays on the host of the console where it has one', async () => {
    const test = await start({ ADMIN_ORIGIN: 'https://ops.example' });
    const { browser } = await signedInAdmin(test);
    const refresh = async (origin: string) =>
      (await browser.post('/admin/auth/refresh', { headers: { origin }, body: {} })).status;
    expect(await refresh('http://localhost:8080')).toBe(403);
    expect(await refresh('https://ops.example')).toBe(200);
  });
});

describe('resetAdmin', () => {
  it('gives a new password once and ends every session', async () => {
    const test = await start();
    const { browser, token } = await signedInAdmin(test);
    const { username, password } = await resetAdmin(database.db, { nowMs: test.clock() });
    expect(username).toBe('admin');
    test.gate.forgetAll();
    expect((await browser.get('/auth/sessions', { token })).body['code']).toBe('session_revoked');
    expect((await signIn(test, 'admin', NEW_PASSWORD)).status).toBe(401);
    const again = await signIn(test, 'admin', password);
    expect(again.body['mustChangePassword']).toBe(true);
    const outbox = await database.sql`
      SELECT 1 FROM event_outbox WHERE events @> '[{"type": "session_revoked", "data": {"reason": "admin_reset"}}]'`;
    expect(outbox.length).toBeGreaterThan(0);
  });

  it('lets an operator in again who failed too often', async () => {
    const test = await start({ RATE_LIMITS: 'strict' });
    await ensureDefaultAdmin(test.deps, { embedded: true });
    const attempt = async (password: string) => {
      test.clock.advance(10_000);
      return (await signIn(test, 'admin', password)).status;
    };
    for (let turn = 0; turn < 5; turn += 1) await attempt('not the one');
    expect(await attempt('not the one')).toBe(429);
    const { password } = await resetAdmin(database.db, { nowMs: test.clock() });
    expect(await attempt(password)).toBe(200);
  });

  it('asks whom when it is not clear', async () => {
    const test = await start();
    await expect(resetAdmin(database.db)).rejects.toThrow('no admin yet');
    await ensureDefaultAdmin(test.deps, { embedded: true });
    await expect(resetAdmin(database.db, { username: 'nobody' })).rejects.toThrow('name nobody');
    expect((await resetAdmin(database.db, { username: 'ADMIN' })).username).toBe('admin');
  });
});
