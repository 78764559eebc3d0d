import { randomUUID } from 'node:crypto';
import type { CommodityKey } from '@sw/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStock, stockOf, unitsAboard } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { Answer, TestPlayer, Wire } from '../../testing/test-player.ts';

let game: TestGame;
let stationId: string;
let forSale: CommodityKey;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
  const first = await game.join('firstcomer');
  stationId = (await first.state()).location?.stationId ?? '';
  const { rows } = await first.ok('getMarket', { params: { id: stationId } });
  forSale = rows.find(({ side }) => side === 'sells')?.commodity ?? 'ore';
});
afterAll(() => stopBalanced(game));

const NO_LIMIT = 1_000_000_000;

const buy = (player: TestPlayer, quantity: number, key?: string): Promise<Answer<Wire<'execute'>>> =>
  player.call('execute', {
    ...(key === undefined ? {} : { key }),
    body: { stationId, lines: [{ side: 'buy', commodity: forSale, quantity, limitTotal: NO_LIMIT }] },
  });

const crew = (prefix: string, count: number): Promise<TestPlayer[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => game.join(`${prefix}${index}`)));

const creditsOf = async (players: readonly TestPlayer[]): Promise<number> => {
  const states = await Promise.all(players.map((player) => player.state()));
  return states.reduce((sum, { credits }) => sum + credits, 0);
};

const heldBy = async (player: TestPlayer): Promise<number> =>
  (await player.state()).cargo.find(({ commodity }) => commodity === forSale)?.quantity ?? 0;

/** What the ledger moved from wallets for trades, and what it moved to wallets. */
const ledgerTotal = async (): Promise<number> => {
  const [row] = await game.database.sql<{ total: string }[]>`
    SELECT coalesce(sum(amount), 0)::text AS total FROM credit_ledger
    WHERE from_account LIKE 'wallet:%' AND ref_type = 'trade'`;
  return Number(row?.total);
};

describe('the last units', () => {
  it('are sold once each: of fifty buyers at once as many win as there are units', async () => {
    const players = await crew('buyer', 10);
    await setStock(game.database.sql, stationId, forSale, 20);
    const [creditsBefore, aboardBefore, paidBefore] = [
      await creditsOf(players),
      await unitsAboard(game.database.sql, forSale),
      await ledgerTotal(),
    ];

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => buy(players[index % players.length] as TestPlayer, 1)),
    );

    const sold = answers.filter(({ status }) => status === 200);
    expect(sold).toHaveLength(20);
    expect(new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])))).toEqual(
      new Set(['insufficient_stock']),
    );
    expect(await stockOf(game.database.sql, stationId, forSale)).toBe(0);
    expect((await unitsAboard(game.database.sql, forSale)) - aboardBefore).toBe(20);

    const paid = sold.reduce((sum, { body }) => sum - body.net, 0);
    expect(paid).toBeGreaterThan(0);
    expect(creditsBefore - (await creditsOf(players))).toBe(paid);
    expect((await ledgerTotal()) - paidBefore).toBe(paid);
  });

  it('cost more the fewer are left, whoever comes first', async () => {
    const players = await crew('queue', 5);
    await setStock(game.database.sql, stationId, forSale, 25);
    const answers = await Promise.all(players.map((player) => buy(player, 5)));
    const lines = answers.map(({ body }) => body.lines[0]);
    const bySupply = lines.toSorted((a, b) => (b?.stockBefore ?? 0) - (a?.stockBefore ?? 0));
    expect(bySupply.map((line) => line?.stockBefore)).toEqual([25, 20, 15, 10, 5]);
    const prices = bySupply.map((line) => line?.net ?? 0);
    expect(prices.toSorted((a, b) => a - b)).toEqual(prices);
  });
});

describe('one player at once', () => {
  it('buys no more than his hold takes', async () => {
    const player = await game.join('hoarder');
    await setStock(game.database.sql, stationId, forSale, 1_000);
    const capacity = (await player.state()).ship?.cargoCapacity ?? 0;
    const half = Math.floor(capacity / 2) + 1;
    const answers = await Promise.all(Array.from({ length: 6 }, () => buy(player, half)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await heldBy(player)).toBe(half);
  });

  it('spends no more than he has', async () => {
    const player = await game.join('spender');
    const playerId = await player.playerId();
    await setStock(game.database.sql, stationId, forSale, 1_000);
    const quote = await player.ok('quote', {
      body: { stationId, lines: [{ side: 'buy', commodity: forSale, quantity: 5 }] },
    });
    await leaveCredits(playerId, -quote.net + 1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => buy(player, 5)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])))).toEqual(
      new Set(['insufficient_credits']),
    );
    expect((await player.state()).credits).toBe(1);
  });

  it('sells every unit once', async () => {
    const player = await game.join('seller');
    const { rows } = await player.ok('getMarket', { params: { id: stationId } });
    const wanted = rows.find(({ side }) => side === 'buys')?.commodity ?? 'ore';
    await load(await player.playerId(), wanted, 6);
    await setStock(game.database.sql, stationId, wanted, 0);
    const sell = () =>
      player.call('execute', {
        body: { stationId, lines: [{ side: 'sell', commodity: wanted, quantity: 2, limitTotal: 0 }] },
      });
    const answers = await Promise.all(Array.from({ length: 9 }, sell));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])))).toEqual(
      new Set(['not_in_cargo']),
    );
    expect((await player.state()).cargo.some(({ commodity }) => commodity === wanted)).toBe(false);
    expect(await stockOf(game.database.sql, stationId, wanted)).toBe(6);
  });

  it('trades while docked and not a moment longer', async () => {
    const player = await game.join('leaver');
    await setStock(game.database.sql, stationId, forSale, 1_000);
    const before = (await player.state()).credits;
    const [undocked, ...trades] = await Promise.all([
      player.call('undock', { params: { id: stationId } }),
      ...Array.from({ length: 6 }, () => buy(player, 2)),
    ]);
    expect(undocked.status).toBe(200);
    const done = trades.filter(({ status }) => status === 200);
    const late = trades.filter(({ status }) => status !== 200);
    expect(late.filter(({ code }) => code !== 'not_docked')).toEqual([]);
    expect(await heldBy(player)).toBe(done.length * 2);
    const { credits, location } = await player.state();
    expect(before - credits).toBe(done.reduce((sum, { body }) => sum - body.net, 0) + undocked.body.mooring);
    expect(location?.state).toBe('in_space');
  });
});

describe('a trade sent twice', () => {
  it('is done once, however often it arrives', async () => {
    const player = await game.join('repeater');
    await setStock(game.database.sql, stationId, forSale, 1_000);
    const before = (await player.state()).credits;
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => buy(player, 3, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers.filter(({ headers }) => headers['idempotent-replay'] === 'true')).toHaveLength(9);
    expect(new Set(answers.map(({ body }) => body.transactionIds[0])).size).toBe(1);
    expect(await heldBy(player)).toBe(3);
    expect((await player.state()).credits).toBe(before + (answers[0]?.body.net ?? Number.NaN));
    expect(await stockOf(game.database.sql, stationId, forSale)).toBe(997);
  });

  it('of another amount is a mismatch', async () => {
    const player = await game.join('swapper');
    const key = randomUUID();
    const answers = await Promise.all([buy(player, 1, key), buy(player, 2, key)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.map(({ code }) => code)).toContain('idempotency_mismatch');
  });
});

/** Takes credits from a player until so many are left, through the ledger. */
const leaveCredits = async (playerId: string, left: number): Promise<void> => {
  const wallet = `wallet:${playerId}`;
  await game.database.sql`
    WITH old AS (SELECT balance FROM ledger_accounts WHERE id = ${wallet} FOR UPDATE),
         changed AS (UPDATE ledger_accounts SET balance = ${left} WHERE id = ${wallet})
    INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, player_id)
    SELECT now(), ${wallet}, 'BURN', balance - ${left}, 'admin', ${playerId} FROM old`;
};

/** Puts goods into the hold of a player. */
const load = async (playerId: string, commodity: string, quantity: number): Promise<void> => {
  const { sql } = game.database;
  const [ship] = await sql<{ id: string }[]>`
    UPDATE ships SET cargo_used = cargo_used + ${quantity} WHERE owner_id = ${playerId} RETURNING id`;
  await sql`
    INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost)
    VALUES (${ship?.id ?? ''}, ${commodity}, ${quantity}, 10)`;
};
