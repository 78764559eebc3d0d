import type { SystemHealth } from '@sw/contracts/admin';
import { systemHealth } from '@sw/contracts/admin';
import { createSilentLogger } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startJobs } from '../../jobs/index.ts';
import { auditLedger } from '../../ledger/audit.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { ensureDefaultAdmin, registerAuthRoutes } from '../auth/index.ts';
import { registerAdminSystemRoutes } from './index.ts';

let database: TestDatabase;
let test: TestApp;
let operator: TestClient;
let token: string;

beforeAll(async () => {
  database = await createGameDatabase();
  test = await createTestApp({
    db: database.db,
    env: { ADMIN_PASSWORD: 'brisk otter kettle' },
    logger: createSilentLogger(),
    register: [registerAuthRoutes, (registrar) => registerAdminSystemRoutes(registrar, { size: () => 3 })],
  });
  await ensureDefaultAdmin(test.deps, { embedded: true });
  operator = new TestClient(test.app);
  const { body } = await operator.post('/admin/auth/login', {
    body: { login: 'admin', password: 'brisk otter kettle' },
  });
  token = String(body['accessToken']);
  await operator.send('PUT', '/auth/password', {
    token,
    body: { currentPassword: 'brisk otter kettle', newPassword: 'otter kettle vex' },
  });
});
afterAll(() => database.drop());

const health = async (): Promise<SystemHealth> => {
  const { status, body } = await operator.get('/admin/system/health', { token });
  expect(status).toBe(200);
  return systemHealth.parse(body);
};

it('says nothing it does not know: no audit and no job queue yet', async () => {
  const seen = await health();
  expect(seen.ledger).toEqual({ isTradingHalted: false, lastAudit: null });
  expect(seen.jobs).toBeNull();
  expect(seen.status).toBe('degraded');
  expect(seen.database).toMatchObject({ embedded: true });
  expect(seen.database?.migrations).toBeGreaterThan(4);
  expect(seen.database?.sizeBytes).toBeGreaterThan(1_000_000);
  expect(seen.galaxy).toEqual([]);
});

it('counts sockets of this process and of the others', async () => {
  await database.sql`
    INSERT INTO server_processes (id, started_at, heartbeat_at, sockets)
    VALUES (${test.deps.processId}, now(), now(), 99), (gen_random_uuid(), now(), now(), 4)`;
  expect((await health()).realtime).toEqual({ sockets: 7, processes: 2, playersOnline: 0, outboxRows: 0 });
});

it('counts players', async () => {
  const player = new TestClient(test.app);
  await player.post('/auth/register', { body: { username: 'kestrel', password: 'gorse lamp ferry' } });
  await database.sql`UPDATE players SET last_active_at = ${new Date(test.clock() - 86_400_000)}`;
  await player.post('/auth/register', { body: { username: 'heron', password: 'gorse lamp ferry' } });
  expect((await health()).players).toEqual({ registered: 2, completedFirstLogin: 0, activeToday: 1 });
});

it('shows the last audit and the last run of every job', async () => {
  await auditLedger(database.db, test.clock() - 5000);
  const jobs = await startJobs(test.deps, database.url, []);
  await jobs.stop();
  const seen = await health();
  expect(seen.ledger).toMatchObject({ isTradingHalted: false, lastAudit: { ok: true, sumOfAccounts: '0' } });
  expect(Date.parse(seen.ledger?.lastAudit?.checkedAt ?? '')).toBe(test.clock() - 5000);
  expect(seen.jobs?.find(({ name }) => name === 'ledger.audit')).toEqual({
    name: 'ledger.audit',
    schedule: '7 * * * *',
    lastRunAt: null,
    lastState: null,
  });
  expect(seen.status).toBe('ok');
  await database.sql`UPDATE ledger_checkpoints SET balance = 1`;
  await database.sql`INSERT INTO ledger_accounts (id, balance) VALUES ('wallet:nobody', 5)`;
  await auditLedger(database.db, test.clock());
  const broken = await health();
  expect(broken.status).toBe('degraded');
  expect(broken.ledger).toMatchObject({
    isTradingHalted: true,
    lastAudit: { ok: false, mismatches: 1, sumOfAccounts: '5' },
  });
});
