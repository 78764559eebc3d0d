import { randomUUID } from 'node:crypto';
import type { CommodityKey } from '@sw/rules';
import { profitRankPoints } from '@sw/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setStock } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

const DAY_MS = 86_400_000;

let game: TestGame;
let stationId: string;
let wanted: CommodityKey;

beforeAll(async () => {
  game = await createTestGame();
  const first = await game.join('firstcomer');
  stationId = (await first.state()).location?.stationId ?? '';
  const { rows } = await first.ok('getMarket', { params: { id: stationId } });
  wanted = rows.find(({ side }) => side === 'buys')?.commodity ?? 'ore';
  await setStock(game.database.sql, stationId, wanted, 0);
});
afterAll(() => stopBalanced(game));

interface Career {
  readonly rankPoints: number;
  readonly rankLevel: number;
  readonly realisedProfit: bigint;
  readonly profitCarry: number;
  readonly tradePoints: number;
}

const careerOf = async (player: TestPlayer): Promise<Career> => {
  const [row] = await game.database.sql<Career[]>`
    SELECT rank_points, rank_level, realised_profit, profit_carry, trade_points
    FROM players WHERE id = ${await player.playerId()}`;
  if (row === undefined) throw new Error('no such player');
  return row;
};

const awardsOf = async (player: TestPlayer) =>
  game.database.sql<{ refId: string; points: number }[]>`
    SELECT ref_id, points FROM rank_point_events
    WHERE player_id = ${await player.playerId()} AND source = 'trade' ORDER BY at, ref_id`;

/** A player with goods that cost him so much a unit. */
const laden = async (name: string, avgCost: number, carry = 0, quantity = 20): Promise<TestPlayer> => {
  const player = await game.join(name);
  const playerId = await player.playerId();
  const { sql } = game.database;
  const [ship] = await sql<{ id: string }[]>`
    UPDATE ships SET cargo_used = cargo_used + ${quantity} WHERE owner_id = ${playerId} RETURNING id`;
  await sql`
    INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost)
    VALUES (${ship?.id ?? ''}, ${wanted}, ${quantity}, ${avgCost})`;
  await sql`UPDATE players SET profit_carry = ${carry} WHERE id = ${playerId}`;
  return player;
};

const sell = (player: TestPlayer, quantity: number, key: string = randomUUID()) =>
  player.call('execute', {
    key,
    body: { stationId, lines: [{ side: 'sell', commodity: wanted, quantity, limitTotal: 0 }] },
  });

it('gives a point for 1,000 credits of profit, carries the rest, and says so', async () => {
  const player = await laden('earner', 1, 900);
  const before = await careerOf(player);
  const { status, body } = await sell(player, 20);
  expect(status).toBe(200);
  const profit = body.lines[0]?.profit ?? 0;
  expect(profit).toBe(body.net - 20);
  const { rankPoints, carry } = profitRankPoints({ carry: 900, rankPointsToday: 0 }, BigInt(profit));
  expect(rankPoints).toBeGreaterThan(0);
  expect(body).toMatchObject({ rankPointsAwarded: rankPoints, promotedTo: null });
  expect(await careerOf(player)).toEqual({
    ...before,
    rankPoints: before.rankPoints + rankPoints,
    realisedProfit: before.realisedProfit + BigInt(profit),
    profitCarry: carry,
    tradePoints: rankPoints,
  });
  expect(await awardsOf(player)).toEqual([{ refId: body.transactionIds[0], points: rankPoints }]);
  expect((await player.state()).player.rankPoints).toBe(before.rankPoints + rankPoints);
});

it('gives nothing for a loss and for a refused sale, and takes nothing', async () => {
  const player = await laden('loser', 100_000, 999);
  const before = await careerOf(player);
  const lost = await sell(player, 20);
  expect(lost.body).toMatchObject({ rankPointsAwarded: 0, promotedTo: null });
  expect((await sell(player, 1)).code).toBe('not_in_cargo');
  expect(await careerOf(player)).toEqual(before);
  expect(await awardsOf(player)).toEqual([]);
});

it('gives once for a trade, however often it arrives', async () => {
  const player = await laden('repeater', 1, 999);
  const before = await careerOf(player);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => sell(player, 20, key)));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const [points] = new Set(answers.map(({ body }) => body.rankPointsAwarded));
  expect(points).toBeGreaterThan(0);
  expect((await careerOf(player)).rankPoints).toBe(before.rankPoints + (points ?? 0));
  expect(await awardsOf(player)).toHaveLength(1);
});

it('gives every one of racing sales its own', async () => {
  const player = await laden('racer', 1, 0);
  const answers = await Promise.all(Array.from({ length: 4 }, () => sell(player, 5)));
  const profit = answers.reduce((sum, { body }) => sum + (body.lines[0]?.profit ?? 0), 0);
  const after = await careerOf(player);
  expect(after.realisedProfit).toBe(BigInt(profit));
  expect(after.tradePoints * 1_000 + after.profitCarry).toBe(profit);
});

it('counts a quarter beyond 200 points of a day, and in full again the day after', async () => {
  const { sql } = game.database;
  const player = await laden('rich', 1, 900);
  const playerId = await player.playerId();
  const day = new Date(Math.floor(game.clock() / DAY_MS) * DAY_MS);
  await sql`UPDATE players SET trade_day = ${day}, trade_points = 200 WHERE id = ${playerId}`;
  const late = (await sell(player, 10)).body;
  const lateProfit = BigInt(late.lines[0]?.profit ?? 0);
  const expected = profitRankPoints({ carry: 900, rankPointsToday: 200 }, lateProfit);
  expect(late.rankPointsAwarded).toBe(expected.rankPoints);
  expect((await careerOf(player)).profitCarry).toBe(expected.carry);

  await sql`UPDATE players SET trade_day = ${new Date(day.getTime() - DAY_MS)}, profit_carry = 999
            WHERE id = ${playerId}`;
  const { body } = await sell(player, 10);
  const fresh = profitRankPoints({ carry: 999, rankPointsToday: 0 }, BigInt(body.lines[0]?.profit ?? 0));
  expect(await careerOf(player)).toMatchObject({ tradePoints: fresh.rankPoints, profitCarry: fresh.carry });
});

it('promotes in the same transaction, with the larger pool of turns', async () => {
  const { sql } = game.database;
  const player = await laden('rising', 1, 999);
  await sql`UPDATE players SET rank_points = 49, rank_level = 0 WHERE id = ${await player.playerId()}`;
  const cap = (await player.state()).turns.cap;
  const { body } = await sell(player, 20);
  expect(body.promotedTo).toBe(1);
  const state = await player.state();
  expect(state.player.rankLevel).toBe(1);
  expect(state.turns.cap).toBe(cap + 5);
  const [told] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM event_outbox WHERE events::text LIKE '%rank.promoted%'`;
  expect(told?.count).toBe(1);
});

it('knows to the credit what goods cost that were bought unit by unit', async () => {
  const player = await game.join('retailer');
  const { rows } = await player.ok('getMarket', { params: { id: stationId } });
  const sold = rows.find(({ side }) => side === 'sells')?.commodity ?? 'fuel';
  let paid = 0;
  for (let unit = 0; unit < 12; unit += 1) {
    const lines = [{ side: 'buy' as const, commodity: sold, quantity: 1, limitTotal: 1_000 }];
    paid -= (await player.ok('execute', { body: { stationId, lines } })).net;
  }
  const [hold] = await game.database.sql<{ cost: bigint }[]>`
    SELECT c.avg_cost * c.quantity + c.rest_cost AS cost FROM ship_cargo c JOIN players p ON p.active_ship_id = c.ship_id
    WHERE p.id = ${await player.playerId()} AND c.commodity = ${sold}`;
  expect(Number(hold?.cost)).toBe(paid);
});
