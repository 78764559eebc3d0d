import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JOBS } from '../../jobs/index.ts';
import { auditLedger } from '../../ledger/audit.ts';
import { giveCredits } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestAdmin } from '../../testing/test-admin.ts';
import { createTestAdmin } from '../../testing/test-admin.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { createLiveRound, snapshotMetrics } from './index.ts';

const MINUTE_MS = 60_000;
let game: TestGame;
let url: string;
let admin: TestAdmin;
let player: TestPlayer;
let playerId: string;

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
  admin = await createTestAdmin(game, ['analytics.read', 'system.read']);
  player = await game.join('Operations');
  playerId = await player.playerId();
});
beforeEach(() => game.clock.advance(MINUTE_MS));
afterAll(() => stopBalanced(game));

const overview = () => admin.done('getOverview');

describe('the overview', () => {
  it('shows no measurement before there is one, and no queue that is not there', async () => {
    const seen = await overview();
    expect(seen.live).toBeNull();
    expect(seen.credits).toBeNull();
    expect(seen.jobs).toBeNull();
    expect(seen.needs).toBeNull();
    expect(seen.regions).toEqual({ up: 1, total: 1 });
    expect(seen.players).toMatchObject({ registered: 1, newToday: 1, activeToday: 1, active7d: 1 });
    expect(seen.database?.sizeBytes).toBeGreaterThan(1_000_000);
  });

  it('adds up what every process measured', async () => {
    const other = await game.addServer();
    await player.state();
    await player.at(other).state();
    await game.sampler.sample();
    await other.sampler.sample();
    const { live } = await overview();
    expect(live).toMatchObject({ processes: 2, sockets: { player: 0, admin: 0 }, errorPpm: 0 });
    expect(live?.requestsPerS).toBeGreaterThan(0);
    expect(live?.p95Ms).toBeGreaterThan(0);
    expect(live?.p95Ms).toBeGreaterThanOrEqual(live?.p50Ms ?? Number.POSITIVE_INFINITY);
    await other.sampler.stop();
    await other.stop();
    expect((await overview()).live?.processes).toBe(1);
  });

  it('forgets a process that fell silent, and its sockets', async () => {
    const socket = await admin.connect(url);
    await expect.poll(() => game.db.sql`SELECT 1 FROM live_sockets`).toHaveLength(1);
    await game.sampler.sample();
    expect((await overview()).live?.sockets.admin).toBe(1);
    game.clock.advance(10 * MINUTE_MS);
    expect((await overview()).live).toBeNull();
    socket.close();
    await game.db.write((sql) => [
      sql`INSERT INTO live_sockets (id, process_id, user_id, audience, ip, opened_at)
          VALUES (gen_random_uuid(), gen_random_uuid(), ${admin.userId}, 'admin', '::1', ${new Date(0)})`,
    ]);
    await game.sampler.sample();
    await expect.poll(() => game.db.sql`SELECT 1 FROM live_sockets`).toHaveLength(0);
  });

  it('says what waits for somebody, the worst first', async () => {
    await game.db.write((sql) => [
      sql`CREATE SCHEMA IF NOT EXISTS pgboss`,
      sql`CREATE TABLE pgboss.job (name text, state text, start_after timestamptz, created_on timestamptz,
                                   started_on timestamptz, completed_on timestamptz)`,
      sql`INSERT INTO pgboss.job VALUES ('ledger.fold', 'failed', now(), now(), now(), ${new Date(game.clock())}),
            ('cleanup', 'completed', now(), now(), now(), now())`,
      sql`INSERT INTO pgboss.job (name, state, start_after) VALUES ('partitions', 'created', ${new Date(game.clock() - 10 * MINUTE_MS)})`,
      sql`INSERT INTO server_flags VALUES ('economy.read_only', 'true', now())`,
      sql`UPDATE regions SET status = 'suspended'`,
    ]);
    const seen = await overview();
    expect(seen.needs?.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['trading_halted', null],
      ['region_down', 'terran-space'],
      ['job_failed', 'ledger.fold'],
      ['job_overdue', null],
    ]);
    expect(seen.jobs).toEqual({ lagS: 600, failed24h: 1 });
    expect(seen.regions).toEqual({ up: 0, total: 1 });
    await game.db.write((sql) => [
      sql`DROP TABLE pgboss.job`,
      sql`DELETE FROM server_flags`,
      sql`UPDATE regions SET status = 'active'`,
    ]);
  });

  it('is for those who may read it', async () => {
    const other = await createTestAdmin(game, ['users.read']);
    expect((await other.admin('getOverview')).code).toBe('missing_scope');
    expect((await other.admin('getActivity')).code).toBe('missing_scope');
    const query = { metrics: 'players.online' };
    expect((await other.admin('getSeries', { query })).code).toBe('missing_scope');
    const someone = await game.join('Somebody');
    expect((await someone.send('GET', '/admin/analytics/overview')).code).toBe('forbidden');
  });
});

describe('the series', () => {
  it('hold every slot once, however often and late it is measured', async () => {
    await giveCredits(game.db, playerId, 700n, game.clock());
    game.clock.advance(6 * MINUTE_MS);
    await Promise.all([snapshotMetrics(game.deps, game.clock()), snapshotMetrics(game.deps, game.clock())]);
    await snapshotMetrics(game.deps, game.clock());
    const [point] = await game.db.sql<{ n: number; total: number }[]>`
      SELECT count(*)::int AS n, sum(value) AS total FROM metric_points WHERE metric = 'credits.created:admin_grant'`;
    expect(point).toEqual({ n: 1, total: 700 });
    const { credits } = await overview();
    // The grant, and what the second player began with.
    expect(credits).toMatchObject({ created: 5_700, destroyed: 0 });
    expect(credits?.measuredS).toBeGreaterThanOrEqual(300);
  });

  it('catch up with what can still be told, and leave gaps where nobody looked', async () => {
    game.clock.advance(30 * MINUTE_MS);
    expect(await snapshotMetrics(game.deps, game.clock())).toBe(6);
    const { slots, series, stepS } = await admin.done('getSeries', {
      query: { metrics: 'credits.created:,players.online,players.new', range: '24h' },
    });
    expect(stepS).toBe(300);
    expect(slots).toHaveLength(288);
    const values = (metric: string) => series.find((each) => each.metric === metric)?.values ?? [];
    expect(values('players.online').filter((value) => value !== null)).toHaveLength(2);
    expect(values('players.new').slice(-6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(values('credits.created:admin_grant').some((value) => value === 700)).toBe(true);
  });

  it('add up what happened over longer steps, and take the mean of what is', async () => {
    const hour = new Date(game.clock() - (game.clock() % 3_600_000) - 3_600_000);
    await game.db.write((sql) => [
      sql`DELETE FROM metric_points`,
      sql`INSERT INTO metric_points SELECT m, ${hour}::timestamptz + make_interval(mins => 5 * i), 10
          FROM unnest(ARRAY['players.new', 'players.online']) AS m, generate_series(0, 3) AS i`,
    ]);
    const { series } = await admin.done('getSeries', {
      query: { metrics: 'players.new,players.online', range: '7d' },
    });
    expect(series.map(({ metric, values }) => [metric, values.at(-1)])).toEqual([
      ['players.new', 40],
      ['players.online', 10],
    ]);
  });

  it.each([
    "'; DROP TABLE users",
    'x',
    'players.online,',
    '%',
    'credits.created:a:b',
    Array(21).fill('a.bc').join(),
  ])('refuse the name %j', async (metrics) => {
    expect((await admin.admin('getSeries', { query: { metrics } })).code).toBe('validation_failed');
  });
});

describe('what happens', () => {
  it('is listed with who and why, the newest first', async () => {
    const { items } = await admin.done('getActivity');
    expect(items.find(({ what }) => what === 'admin_grant')).toMatchObject({
      kind: 'credits',
      who: 'Operations',
      amount: 700,
    });
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('is told to operators who listen, once, and to nobody else', async () => {
    const round = createLiveRound(game.deps);
    const socket = await admin.connect(url);
    await game.sampler.sample();
    await round(game.clock());
    await socket.frame('admin.stats');
    expect(socket.all('admin.feed')).toEqual([]);
    game.clock.advance(10_000);
    await giveCredits(game.db, playerId, 5n, game.clock());
    await game.sampler.sample();
    await round(game.clock());
    const { data } = await socket.frame('admin.feed');
    expect(data?.['items']).toMatchObject([{ kind: 'credits', what: 'admin_grant', amount: 5 }]);
    game.clock.advance(10_000);
    await game.sampler.sample();
    await round(game.clock());
    await socket.settled();
    expect(socket.all('admin.feed')).toHaveLength(1);
    socket.close();
  });

  it('is not even looked for while nobody listens', async () => {
    await expect.poll(() => game.db.sql`SELECT 1 FROM live_sockets`).toHaveLength(0);
    game.clock.advance(MINUTE_MS);
    await game.sampler.sample();
    const before = await game.db.sql`SELECT 1 FROM event_outbox`;
    await createLiveRound(game.deps)(game.clock());
    expect(await game.db.sql`SELECT 1 FROM event_outbox`).toHaveLength(before.length);
  });
});

it('a mismatch of the ledger is the first thing to see', async () => {
  expect(JOBS.map(({ name }) => name)).toContain('metrics.snapshot');
  expect((await auditLedger(game.db, game.clock())).ok).toBe(true);
});
