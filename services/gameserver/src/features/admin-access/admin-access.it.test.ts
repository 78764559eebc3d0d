import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import type { TestOperator } from '../../testing/test-operator.ts';
import { makeOperator } from '../../testing/test-operator.ts';
import { registerAuthRoutes } from '../auth/index.ts';
import { registerAdminAccessRoutes } from './index.ts';

let database: TestDatabase;
let test: TestApp;
let desk: TestClient;
let ana: TestOperator;

beforeAll(async () => {
  database = await createGameDatabase();
  test = await createTestApp({ db: database.db, register: [registerAuthRoutes, registerAdminAccessRoutes] });
  desk = new TestClient(test.app);
  ana = await makeOperator(database.sql, test.deps, 'ana', ['users.read', 'audit.read']);
});
afterAll(() => database.drop());

it('tells an operator who he is and what he may do', async () => {
  const { status, body } = await desk.get('/admin/session', { token: ana.token });
  expect(status).toBe(200);
  expect(body).toEqual({
    userId: ana.userId,
    username: 'ana',
    scopes: ['audit.read', 'users.read'],
    environment: 'test',
  });
});

it('tells a player nothing', async () => {
  const { body } = await desk.post('/auth/register', {
    body: { username: 'kestrel', password: 'gorse lamp ferry' },
  });
  expect((await desk.get('/admin/session', { token: String(body['accessToken']) })).status).toBe(403);
});

it('notes what is exported, and only what a list could be', async () => {
  const body = { list: 'users', format: 'csv', query: 'q=mara' };
  expect((await desk.post('/admin/exports', { token: ana.token, body })).status).toBe(204);
  const bad = { ...body, list: '../etc' };
  expect((await desk.post('/admin/exports', { token: ana.token, body: bad })).status).toBe(400);
  const rows = await database.sql<{ actorUserId: string; resourceId: string; details: object }[]>`
    SELECT actor_user_id, resource_id, details FROM audit_log WHERE action = 'console.export'`;
  expect(rows).toEqual([
    { actorUserId: ana.userId, resourceId: 'users', details: { format: 'csv', query: 'q=mara' } },
  ]);
});
