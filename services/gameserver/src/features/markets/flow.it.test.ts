import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { findActivePlayers, renewFlow } from './index.ts';

const MINUTE = 60_000;
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
  await sql`UPDATE station_market SET flow_per_hour = base_flow_per_hour`;
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

it('counts once a day, however often it runs', async () => {
  const now = game.clock();
  for (const id of ids(3)) await spend(id, 30, now - DAY);
  await renewFlow(game.deps, now);
  for (const id of ids(5)) await spend(id, 30, now - DAY);
  expect(await renewFlow(game.deps, now + DAY - 1)).toBe(0);
  expect(await pace()).toEqual([3]);
  await renewFlow(game.deps, now + DAY);
  expect(await pace()).toEqual([8]);
});

it('settles what came before at the old flow, the same whether it runs on time or late', async () => {
  const { sql } = game.database;
  const now = game.clock();
  for (const id of ids(4)) await spend(id, 30, now - DAY);
  const empty = () => sql`
    UPDATE station_market SET stock = 0, regen_acc = 0, drift_bp = 0, flow_per_hour = base_flow_per_hour,
      target_bp = 10000, as_of = ${new Date(now - 90 * MINUTE)}`;
  const stocks = () => sql`
    SELECT station_id, commodity, stock, regen_acc::int, drift_bp, as_of FROM station_market ORDER BY 1, 2`;

  await empty();
  await renewFlow(game.deps, now);
  const onTime = await stocks();
  expect(onTime.map(({ asOf }) => asOf)).toEqual(onTime.map(() => new Date(now)));
  const [row] = await sql<{ ok: boolean }[]>`
    SELECT bool_and(stock = least(capacity, floor(base_flow_per_hour * 1.5))) AS ok FROM station_market`;
  expect(row?.ok).toBe(true);

  await empty();
  await sql`DELETE FROM region_flow_days`;
  await renewFlow(game.deps, now + 9 * 60 * MINUTE);
  expect(await stocks()).toEqual(onTime);
});
