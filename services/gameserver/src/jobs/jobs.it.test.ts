import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestApp } from '../testing/test-app.ts';
import { createTestApp } from '../testing/test-app.ts';
import { cleanupJob } from './cleanup.job.ts';
import type { JobDefinition } from './job-definition.ts';
import { createLeasedLoop } from './leased-loop.ts';
import { cleanOutbox } from './outbox-cleanup.ts';
import { partitionsJob } from './partitions.job.ts';
import { JOBS } from './registry.ts';
import { sessionsPurgeJob } from './sessions-purge.job.ts';
import { startJobs } from './start-jobs.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let database: TestDatabase;
let test: TestApp;
beforeEach(async () => {
  database = await createGameDatabase();
  test = await createTestApp({ db: database.db, register: [] });
});
afterEach(() => database.drop());

const count = async (table: string) =>
  Number((await database.sql`SELECT count(*) AS n FROM ${database.sql(table)}`)[0]?.['n']);

describe('the registry', () => {
  it('names every job once, with a period of a minute or more', () => {
    expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length);
    expect(JOBS.filter(({ cron }) => cron.split(' ').length !== 5)).toEqual([]);
  });
});

describe('startJobs', () => {
  it('runs what is due at start once in a fleet, measured', async () => {
    const runs: string[] = [];
    const job = (server: string): JobDefinition => ({
      name: 'test.once',
      cron: '0 0 1 1 *',
      isDueAtStart: true,
      run: async () => {
        runs.push(server);
      },
    });
    const other = await createTestApp({ db: database.db, register: [] });
    const fleet = await Promise.all([
      startJobs(test.deps, database.url, [job('a')]),
      startJobs(other.deps, database.url, [job('b')]),
    ]);
    try {
      await vi.waitFor(() => expect(runs.length).toBeGreaterThan(0), { timeout: 25_000, interval: 100 });
      await vi.waitFor(
        async () => {
          const rows = await database.sql`SELECT state::text FROM pgboss.job WHERE name = 'test.once'`;
          expect(rows).toEqual([{ state: 'completed' }]);
        },
        { timeout: 10_000, interval: 100 },
      );
      expect(runs).toHaveLength(1);
      const ran = runs[0] === 'a' ? test : other;
      const metrics = await ran.deps.metrics.registry.metrics();
      expect(metrics).toMatch(/sw_job_last_success_timestamp\{job="test.once"\} \d+/);
      expect(await database.sql`SELECT name, cron FROM pgboss.schedule`).toEqual([
        { name: 'test.once', cron: '0 0 1 1 *' },
      ]);
    } finally {
      await Promise.all(fleet.map((jobs) => jobs.stop()));
    }
  }, 60_000);
});

describe('a leased loop', () => {
  const loop = (holder: string, runs: string[]) =>
    createLeasedLoop({
      db: database.db,
      logger: test.deps.logger,
      clock: test.clock,
      holder,
      name: 'test.loop',
      everyMs: 10_000,
      run: async () => {
        runs.push(holder);
      },
    });
  const [ANN, BEN] = [
    '00000000-0000-7000-8000-00000000000a',
    '00000000-0000-7000-8000-00000000000b',
  ] as const;

  it('belongs to one process until that one is silent for three rounds', async () => {
    const runs: string[] = [];
    const [first, second] = [loop(ANN, runs), loop(BEN, runs)];
    expect((await Promise.all([first.tick(), second.tick()])).filter(Boolean)).toHaveLength(1);
    const [holder] = runs;
    const [mine, theirs] = holder === ANN ? [first, second] : [second, first];
    test.clock.advance(10_000);
    expect(await mine.tick()).toBe(true);
    test.clock.advance(29_999);
    expect(await theirs.tick()).toBe(false);
    test.clock.advance(1);
    expect(await theirs.tick()).toBe(true);
    expect(await mine.tick()).toBe(false);
  });

  it('is given back when its process stops', async () => {
    const runs: string[] = [];
    const [first, second] = [loop(ANN, runs), loop(BEN, runs)];
    await first.tick();
    await first.stop();
    expect(await second.tick()).toBe(true);
  });
});

describe('jobs that tidy up', () => {
  const user = '00000000-0000-7000-8000-00000000000a';
  beforeEach(async () => {
    await database.sql`INSERT INTO users (id, username, created_at) VALUES (${user}, 'kestrel', now())`;
  });

  it('empty the outbox after a minute', async () => {
    const nowMs = test.clock();
    for (const ageMs of [0, MINUTE - 1, MINUTE + 1, DAY]) {
      await database.sql`
        INSERT INTO event_outbox (origin, created_at, events) VALUES (${user}, ${new Date(nowMs - ageMs)}, '[]')`;
    }
    expect(await cleanOutbox(database.db, nowMs)).toBe(2);
    expect(await count('event_outbox')).toBe(2);
  });

  it('remove what ran out, in batches of any number', async () => {
    const nowMs = test.clock();
    await database.sql`
      INSERT INTO idempotency_keys (user_id, key, route, body_sha256, created_at)
      SELECT ${user}, gen_random_uuid(), 'POST /x', '\\x00', ${new Date(nowMs - DAY - 1)} FROM generate_series(1, 5001)`;
    await database.sql`
      INSERT INTO idempotency_keys (user_id, key, route, body_sha256, created_at)
      VALUES (${user}, gen_random_uuid(), 'POST /x', '\\x00', ${new Date(nowMs - DAY + 1)})`;
    await database.sql`
      INSERT INTO one_time_tokens (id, user_id, purpose, audience, token_hash, expires_at)
      SELECT gen_random_uuid(), ${user}, 'ws_ticket', 'player', sha256(n::text::bytea),
             ${new Date(nowMs)}::timestamptz + make_interval(secs => n) FROM generate_series(-1, 1, 2) AS n`;
    await database.sql`
      INSERT INTO login_failures (key, failures, window_started_at, refused_until) VALUES
        ('\\x01', 1, ${new Date(nowMs - DAY - 1)}, NULL),
        ('\\x02', 5, ${new Date(nowMs - DAY - 1)}, ${new Date(nowMs + MINUTE)}),
        ('\\x03', 1, ${new Date(nowMs - MINUTE)}, NULL)`;
    await cleanupJob.run(test.deps, nowMs);
    expect([
      await count('idempotency_keys'),
      await count('one_time_tokens'),
      await count('login_failures'),
    ]).toEqual([1, 1, 2]);
  });

  it('forget what stations counted a week ago', async () => {
    const nowMs = test.clock();
    const today = Math.floor(nowMs / DAY);
    // A database without a galaxy has no stations to count for.
    await database.sql`ALTER TABLE refining_days DROP CONSTRAINT refining_days_station_id_fkey`;
    await database.sql`
      INSERT INTO refining_days (station_id, day, made)
      SELECT gen_random_uuid(), ${today}::int - age, 1 FROM unnest(ARRAY[0, 1, 7, 8, 400]) AS age`;
    await database.sql`ALTER TABLE rare_sale_days DROP CONSTRAINT rare_sale_days_station_id_fkey`;
    await database.sql`
      INSERT INTO rare_sale_days (station_id, item, day, bought)
      SELECT station_id, 'quantum_shard', day, made FROM refining_days`;
    await cleanupJob.run(test.deps, nowMs);
    for (const table of ['refining_days', 'rare_sale_days']) {
      const kept = await database.sql<{ age: number }[]>`
        SELECT ${today}::int - day AS age FROM ${database.sql(table)} ORDER BY day DESC`;
      expect(kept.map(({ age }) => age)).toEqual([0, 1, 7]);
    }
  });

  it('forget sessions thirty days after their end', async () => {
    const nowMs = test.clock();
    const session = (expiresInDays: number, revokedDaysAgo: number | null) => database.sql`
      INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent, revoked_at)
      VALUES (gen_random_uuid(), ${user}, 'player', now(), now(), ${new Date(nowMs + expiresInDays * DAY)}, '', '',
              ${revokedDaysAgo === null ? null : new Date(nowMs - revokedDaysAgo * DAY)})`;
    await session(10, null);
    await session(-29, null);
    await session(-31, null);
    await session(10, 29);
    await session(10, 31);
    await database.sql`
      INSERT INTO refresh_tokens (id, session_id, token_hash, issued_at, expires_at)
      SELECT gen_random_uuid(), id, sha256(id::text::bytea), now(), ${new Date(nowMs + DAY)} FROM sessions`;
    await sessionsPurgeJob.run(test.deps, nowMs);
    expect([await count('sessions'), await count('refresh_tokens')]).toEqual([3, 3]);
  });

  it('make the partitions of three months, again and again', async () => {
    const partitions = async () =>
      (
        await database.sql<{ name: string }[]>`
        SELECT inhrelid::regclass::text AS name FROM pg_inherits
        WHERE inhparent = 'turn_ledger'::regclass ORDER BY 1`
      ).map(({ name }) => name);
    await partitionsJob.run(test.deps, test.clock());
    await partitionsJob.run(test.deps, test.clock());
    expect(await partitions()).toEqual(
      expect.arrayContaining([
        'turn_ledger_210201',
        'turn_ledger_210202',
        'turn_ledger_210203',
        'turn_ledger_rest',
      ]),
    );
  });
});
