import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { createDemoPlayers, registerAuthRoutes } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createGameDatabase();
});
afterAll(() => database.drop());

it('makes players who sign in with their token, and takes them again the next time', async () => {
  const first = await createDemoPlayers(database.url, 3);
  expect(first.map(({ username }) => username)).toEqual(['demo-0001', 'demo-0002', 'demo-0003']);
  const rows = await database.sql`
    SELECT p.is_demo, p.turns, u.password_hash, a.balance FROM players p JOIN users u ON u.id = p.user_id
    JOIN ledger_accounts a ON a.id = 'wallet:' || p.id`;
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual({ isDemo: true, turns: 1000, passwordHash: null, balance: 0n });

  const test = await createTestApp({ db: database.db, register: [registerAuthRoutes] });
  test.clock.set(systemClock());
  const refreshed = await new TestClient(test.app).post('/auth/refresh', {
    body: { refreshToken: first[0]?.refreshToken },
  });
  expect(refreshed.status).toBe(200);
  expect(refreshed.body).toHaveProperty('refreshToken');

  const second = await createDemoPlayers(database.url, 4);
  expect(second.map(({ username }) => username)).toEqual([
    'demo-0001',
    'demo-0002',
    'demo-0003',
    'demo-0004',
  ]);
  expect(new Set([...first, ...second].map(({ refreshToken }) => refreshToken)).size).toBe(7);
});
