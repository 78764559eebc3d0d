import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import type { TestOperator } from '../../testing/test-operator.ts';
import { makeOperator } from '../../testing/test-operator.ts';
import { registerAdminAccessRoutes } from '../admin-access/index.ts';
import { registerAuthRoutes } from '../auth/index.ts';
import { registerAdminUserRoutes } from './index.ts';

const PASSWORD = 'gorse lamp ferry';
const reason = 'asked for by its owner';

let database: TestDatabase;
let test: TestApp;
let desk: TestClient;
let ana: TestOperator;
let reader: TestOperator;
let unproven: TestOperator;
let count = 0;
let player: { id: string; token: string; username: string };

beforeAll(async () => {
  database = await createGameDatabase();
  test = await createTestApp({
    db: database.db,
    register: [registerAuthRoutes, registerAdminUserRoutes, registerAdminAccessRoutes],
  });
  desk = new TestClient(test.app);
  ana = await makeOperator(database.sql, test.deps, 'ana', ['users.read', 'users.write']);
  reader = await makeOperator(database.sql, test.deps, 'rea', ['users.read', 'audit.read']);
  unproven = await makeOperator(database.sql, test.deps, 'uno', ['users.read', 'users.write'], false);
});
afterAll(() => database.drop());

beforeEach(async () => {
  count += 1;
  const username = `kestrel${count}`;
  const { body } = await new TestClient(test.app).post('/auth/register', {
    body: { username, password: PASSWORD, email: `${username}@example.org` },
  });
  player = { id: (body['user'] as { id: string }).id, token: String(body['accessToken']), username };
});

const act = (path: string, body: object, who = ana, headers = {}) =>
  desk.post(`/admin/users/${player.id}${path}`, { token: who.token, body, headers });
const see = async (id = player.id) => (await desk.get(`/admin/users/${id}`, { token: ana.token })).body;
const state = () => desk.get('/auth/sessions', { token: player.token });
const signIn = (password = PASSWORD) =>
  new TestClient(test.app).post('/auth/login', { body: { login: player.username, password } });
const until = () => new Date(test.clock() + 3_600_000).toISOString();
const actions = () =>
  database.sql<
    { action: string; reason: string | null; before: { status: string }; after: { status: string } }[]
  >`
    SELECT action, reason, before, after FROM audit_log
    WHERE resource_id = ${player.id} AND action LIKE 'users.%' ORDER BY at, id`;

describe('the list of accounts', () => {
  it('finds by name and by whole address, sorts, and shows no address', async () => {
    const list = async (query: string) =>
      (await desk.get(`/admin/users?${query}`, { token: reader.token })).body['items'] as Record<
        string,
        unknown
      >[];
    expect(await list(`q=${player.username}`)).toMatchObject([
      { id: player.id, emailMasked: 'k•••@example.org' },
    ]);
    expect(await list(`q=${player.username}@example.org`)).toHaveLength(1);
    expect(await list('q=@example.org'), 'no fishing for addresses').toHaveLength(0);
    expect((await list('sort=username&role=admin')).map(({ username }) => username)).toEqual([
      'ana',
      'rea',
      'uno',
    ]);
  });

  it('shows the whole address on request and keeps who asked', async () => {
    expect((await act('/email', {}, reader)).body).toEqual({ email: `${player.username}@example.org` });
    expect((await actions()).map(({ action }) => action)).toEqual(['users.reveal_email']);
  });
});

describe('suspending', () => {
  it('ends every session at once, keeps out until the moment, and lets in after it', async () => {
    expect((await state()).status).toBe(200);
    const { status, body } = await act('/suspend', { until: until(), reason });
    expect([status, body['status'], body['statusReason']]).toEqual([200, 'suspended', reason]);
    expect((await state()).body['code']).toBe('session_revoked');
    expect(test.told.filter(({ type }) => type === 'session_revoked').length).toBeGreaterThan(0);
    expect((await signIn()).body['code']).toBe('account_suspended');
    expect(await actions()).toMatchObject([
      { action: 'users.suspend', reason, before: { status: 'active' }, after: { status: 'suspended' } },
    ]);
    expect((await act('/restore', { reason })).body['status']).toBe('active');
    expect((await signIn()).status).toBe(200);
  });

  it('needs a moment ahead, a reason, the scope, and a fresh proof', async () => {
    const fine = { until: until(), reason };
    expect((await act('/suspend', { ...fine, until: '2000-01-01T00:00:00Z' })).status).toBe(400);
    expect((await act('/suspend', { ...fine, reason: '  short  ' })).status).toBe(400);
    expect((await act('/suspend', { until: until() })).status).toBe(400);
    expect((await act('/suspend', fine, reader)).body['code']).toBe('missing_scope');
    expect((await act('/suspend', fine, unproven)).body['code']).toBe('step_up_required');
    expect((await see())['status']).toBe('active');
    expect(await actions()).toEqual([]);
  });

  it('is refused on a record that changed meanwhile', async () => {
    const { version } = (await see()) as { version: number };
    await act('/sessions/revoke', { reason });
    const stale = await act('/ban', { reason }, ana, { 'if-match': `"${version}"` });
    expect([stale.status, stale.body['code']]).toEqual([412, 'precondition_failed']);
    expect((await act('/ban', { reason }, ana, { 'if-match': `"${version + 1}"` })).status).toBe(200);
    expect((await act('/ban', { reason })).body['code']).toBe('invalid_state');
  });
});

describe('who may not be touched', () => {
  it('is oneself, whoever holds more, and nobody', async () => {
    const on = (id: string) => desk.post(`/admin/users/${id}/ban`, { token: ana.token, body: { reason } });
    expect((await on(ana.userId)).body['code']).toBe('forbidden');
    expect((await on(reader.userId)).body['code']).toBe('forbidden');
    expect((await on('01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('passwords and new accounts', () => {
  it('gives a password once, which must be changed, and stores it nowhere', async () => {
    const { body } = await act('/password-reset', { reason });
    const password = String(body['password']);
    expect((await signIn()).status).toBe(401);
    expect((await signIn(password)).body['mustChangePassword']).toBe(true);
    const [leak] = await database.sql`SELECT 1 FROM audit_log WHERE audit_log::text LIKE ${`%${password}%`}`;
    expect(leak).toBeUndefined();
  });

  it('makes an account under a free name only', async () => {
    const make = (username: string) =>
      desk.post('/admin/users', { token: ana.token, body: { username, reason } });
    const { status, body } = await make(`fresh${count}`);
    expect([status, typeof body['password']]).toEqual([201, 'string']);
    expect((await make(player.username.toUpperCase())).body['code']).toBe('already_exists');
    expect((await make('moderator')).status).toBe(400);
  });
});

describe('ending an account', () => {
  it('takes name, address and password, and is final', async () => {
    const gone = await desk.send('DELETE', `/admin/users/${player.id}`, {
      token: ana.token,
      body: { reason },
    });
    expect(gone.body).toMatchObject({ status: 'deleted', emailMasked: null });
    expect(String(gone.body['username'])).toMatch(/^deleted-/);
    expect((await signIn()).status).toBe(401);
    expect((await act('/restore', { reason })).body['code']).toBe('invalid_state');
  });
});

describe('scopes', () => {
  it('are given by who holds them, never to oneself, and change what may be done at once', async () => {
    const boss = await makeOperator(database.sql, test.deps, `boss${count}`, [
      'scopes.grant',
      'scopes.revoke',
      'audit.read',
      'users.read',
    ]);
    const put = (userId: string, path: string, who = boss) =>
      desk.send('PUT', `/admin/admins/${userId}/${path}`, { token: who.token, body: { reason } });
    const drop = (userId: string, scope: string, who = boss) =>
      desk.send('DELETE', `/admin/admins/${userId}/scopes/${scope}`, { token: who.token, body: { reason } });

    expect((await put(player.id, 'scopes/users.read')).body).toMatchObject({
      userId: player.id,
      grants: [{ scope: 'users.read', grantedBy: boss.username }],
    });
    expect((await see())['isAdmin']).toBe(true);
    expect((await put(player.id, 'scopes/users.write')).body['code'], 'he lacks it').toBe('forbidden');
    expect((await put(player.id, 'roles/superadmin')).body['code']).toBe('forbidden');
    expect((await put(boss.userId, 'scopes/users.read')).body['code']).toBe('forbidden');
    expect((await put(player.id, 'scopes/world.end')).status).toBe(404);
    expect((await put(player.id, 'scopes/users.read', ana)).body['code']).toBe('missing_scope');

    expect((await drop(player.id, 'users.read')).body['grants']).toEqual([]);
    expect((await see())['isAdmin']).toBe(false);
    expect((await drop(player.id, 'users.read')).status).toBe(404);
  });

  it('keep a last holder, even when two take them from each other at the same time', async () => {
    await database.sql`UPDATE admin_grants SET revoked_at = now() WHERE scope = 'scopes.revoke'`;
    const [one, two] = await Promise.all(
      ['one', 'two'].map((name) =>
        makeOperator(database.sql, test.deps, `${name}${count}`, ['scopes.revoke']),
      ),
    );
    const take = (from: TestOperator | undefined, by: TestOperator | undefined) =>
      desk.send('DELETE', `/admin/admins/${from?.userId ?? ''}/scopes/scopes.revoke`, {
        token: by?.token ?? '',
        body: { reason },
      });
    await Promise.all([take(one, two), take(two, one)]);
    const [left] = await database.sql<{ holders: number }[]>`
      SELECT count(*)::int AS holders FROM admin_grants WHERE scope = 'scopes.revoke' AND revoked_at IS NULL`;
    expect(left?.holders).toBe(1);
  });
});
