import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { findActivePlayers, renewFlow } from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 86_400_000;

let game: TestGame;
let regionId: string;

beforeAll(async () => {
  game = await createTestGame();
  regionId = game.deps.atlas().terran.id;
});
afterAll(() => game.stop());
beforeEach(async () => {
  const { sql } = game.database;
  await sql`DELETE FROM region_flow_days`;
  await sql`DELETE FROM turn_ledger`;
  await sql`
    UPDATE station_market SET flow_per_hour = base_flow_per_hour, capacity = base_capacity,
      stock = least(stock, base_capacity)`;
  game.clock.set((Math.floor(game.clock() / DAY) + 1) * DAY + 5 * MINUTE);
});

const spend = async (playerId: string, spent: number, atMs: number) => {
  await game.database.sql`
    INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason, region_id)
    VALUES (${playerId}, ${new Date(atMs)}, 0, ${spent}, 0, 0, 'move', ${regionId})`;
};

const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

const pace = async () => {
  const rows = await game.database.sql<{ factor: number }[]>`
    SELECT DISTINCT flow_per_hour / base_flow_per_hour AS factor FROM station_market`;
  return rows.map(({ factor }) => factor);
};

it('lets every market follow those who spent 20 turns in the region within 7 days', async () => {
  const now = game.clock();
  const [a, b, lazy, gone] = ids(4) as [string, string, string, string];
  await spend(a, 20, now - DAY);
  await spend(b, 12, now - 2 * DAY);
  await spend(b, 8, now - 6 * DAY);
  await spend(lazy, 19, now - DAY);
  await spend(gone, 500, now - 7 * DAY - 1);
  expect(await renewFlow(game.deps, now)).toBeGreaterThan(0);
  expect(await pace()).toEqual([2]);
  expect(await findActivePlayers(game.db.sql)).toContainEqual({ name: 'terran-space', activePlayers: 2 });
});

it('keeps the pace of one player where nobody is active', async () => {
  expect(await renewFlow(game.deps, game.clock())).toBe(0);
  expect(await pace()).toEqual([1]);
});

it('counts once an hour, however often it runs', async () => {
  const now = game.clock();
  for (const id of ids(3)) await spend(id, 30, now - DAY);
  await renewFlow(game.deps, now);
  for (const id of ids(5)) await spend(id, 30, now - DAY);
  expect(await renewFlow(game.deps, now + HOUR - 1)).toBe(0);
  expect(await pace()).toEqual([3]);
  await renewFlow(game.deps, now + HOUR);
  expect(await pace()).toEqual([8]);
  await renewFlow(game.deps, now + DAY);
  expect(await pace()).toEqual([8]);
});

it('follows a region that opens today within the hour', async () => {
  const now = game.clock();
  await renewFlow(game.deps, now);
  expect(await pace()).toEqual([1]);
  for (const id of ids(100)) await spend(id, 20, now + 30 * MINUTE);
  await renewFlow(game.deps, now + HOUR);
  expect(await pace()).toEqual([100]);
});

it('leaves stations alone whose pace stays, and forgets renewals of weeks ago', async () => {
  const { sql } = game.database;
  const now = game.clock();
  for (const id of ids(3)) await spend(id, 30, now - HOUR);
  await renewFlow(game.deps, now);
  const versions = () =>
    sql`SELECT station_id, commodity, as_of, xmin::text FROM station_market ORDER BY 1, 2`;
  const before = await versions();
  expect(await renewFlow(game.deps, now + HOUR)).toBe(0);
  expect(await versions()).toEqual(before);
  await renewFlow(game.deps, now + 20 * DAY);
  const days = await sql<{ day: number; hour: number }[]>`SELECT DISTINCT day, hour FROM region_flow_days`;
  expect(days).toEqual([{ day: Math.floor(now / DAY) + 20, hour: 0 }]);
});

it('settles once when two processes run at the same time', async () => {
  const { sql } = game.database;
  const now = game.clock();
  for (const id of ids(4)) await spend(id, 30, now - HOUR);
  await Promise.all([renewFlow(game.deps, now), renewFlow(game.deps, now)]);
  expect(await pace()).toEqual([4]);
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM region_flow_days WHERE region_id = ${regionId}`;
  expect(row?.count).toBe(1);
});

it('settles what came before at the old flow, the same whether it runs on time or late', async () => {
  const { sql } = game.database;
  const now = game.clock();
  for (const id of ids(4)) await spend(id, 30, now - DAY);
  const empty = () => sql`
    UPDATE station_market SET stock = 0, regen_acc = 0, drift_bp = 0, flow_per_hour = base_flow_per_hour,
      capacity = base_capacity, target_bp = 10000, as_of = ${new Date(now - 90 * MINUTE)}`;
  const stocks = () => sql`
    SELECT station_id, commodity, stock, regen_acc::int, drift_bp, as_of FROM station_market ORDER BY 1, 2`;

  await empty();
  await renewFlow(game.deps, now);
  const onTime = await stocks();
  expect(onTime.map(({ asOf }) => asOf)).toEqual(onTime.map(() => new Date(now)));
  const [row] = await sql<{ ok: boolean }[]>`
    SELECT bool_and(stock = least(base_capacity, floor(base_flow_per_hour * 1.5)::int) * capacity / base_capacity) AS ok
    FROM station_market`;
  expect(row?.ok).toBe(true);

  await empty();
  await sql`DELETE FROM region_flow_days`;
  await renewFlow(game.deps, now + 54 * MINUTE);
  expect(await stocks()).toEqual(onTime);
});

describe('the depth of markets', () => {
  const shelves = () => game.database.sql<{ stock: number; capacity: number; base: number }[]>`
    SELECT stock, capacity, base_capacity AS base FROM station_market ORDER BY station_id, commodity`;
  const crowd = async (players: number) => {
    for (const id of ids(players)) await spend(id, 30, game.clock() - HOUR);
  };
  /** Everything at its target, so that time changes no stock. */
  const settleAll = () => game.database.sql`
    UPDATE station_market SET target_bp = 5000, stock = capacity / 2, regen_acc = 0, as_of = ${new Date(game.clock())}`;

  it('follows those who share them, and leaves as much of each shelf full as before', async () => {
    await settleAll();
    const before = await shelves();
    await crowd(51);
    await renewFlow(game.deps, game.clock());
    const after = await shelves();
    expect(after.map(({ capacity }) => capacity)).toEqual(
      after.map(({ base }) => Math.floor((base * 300) / 250)),
    );
    expect(after.map(({ stock }) => stock)).toEqual(
      after.map(({ capacity }, index) => {
        const { stock = 0, capacity: was = 1 } = before[index] ?? {};
        return Math.floor((stock * capacity) / was);
      }),
    );
  });

  it('goes back with them', async () => {
    await settleAll();
    await crowd(51);
    await renewFlow(game.deps, game.clock());
    await game.database.sql`DELETE FROM turn_ledger`;
    await renewFlow(game.deps, game.clock() + HOUR);
    const after = await shelves();
    expect(after.map(({ capacity }) => capacity)).toEqual(after.map(({ base }) => base));
    expect(after.filter(({ stock, capacity }) => stock > capacity)).toEqual([]);
  });

  it('reaches a galaxy whose markets kept pace before they had depth', async () => {
    await crowd(3);
    await renewFlow(game.deps, game.clock());
    const deep = await shelves();
    await game.database.sql`
      UPDATE station_market SET capacity = base_capacity, stock = least(stock, base_capacity)`;
    expect(await renewFlow(game.deps, game.clock() + HOUR)).toBeGreaterThan(0);
    expect((await shelves()).map(({ capacity }) => capacity)).toEqual(deep.map(({ capacity }) => capacity));
  });
});

it('renews every other market where one cannot be', async () => {
  const now = game.clock();
  for (const id of ids(3)) await spend(id, 30, now - DAY);
  const { sql } = game.database;
  const [first] = await sql<{ id: string }[]>`SELECT min(station_id::text) AS id FROM station_market`;
  await sql.unsafe(`
    CREATE TRIGGER stuck BEFORE UPDATE ON station_market FOR EACH ROW WHEN (OLD.station_id = '${first?.id}')
    EXECUTE FUNCTION refuse_change()`);
  await renewFlow(game.deps, now);
  await sql.unsafe('DROP TRIGGER stuck ON station_market');
  const slow =
    await sql`SELECT DISTINCT station_id AS id FROM station_market WHERE flow_per_hour = base_flow_per_hour`;
  expect(slow).toEqual([first]);
  expect(await game.deps.metrics.registry.metrics()).toContain(
    'sw_job_row_failures_total{sweep="market_flow"} 1',
  );
  expect(await renewFlow(game.deps, now + HOUR)).toBe(1);
  expect(await pace()).toEqual([3]);
});
