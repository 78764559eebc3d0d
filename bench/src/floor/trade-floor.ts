import { uuidV7 } from '@sw/api-client';
import type { AnyStatement, Database, Sql } from '@sw/db';
import { stationAccount, walletOf } from '@sw/rules';
import type { Operation } from '../load/drive.ts';
import type { Trader } from '../players/assign-markets.ts';
import type { Arranger } from '../players/write-access.ts';
import type { CommandSample } from './samples.ts';
import {
  claimKey,
  keepAnswer,
  lockBalances,
  lockPlayer,
  lockShip,
  readChain,
  writeOutbox,
} from './statements.ts';

/** What one trade of the server booked and noted, to be repeated under another name. */
export interface TradeSample extends CommandSample {
  readonly journal: JournalRow;
  readonly transfers: readonly TransferRow[];
}

interface JournalRow {
  readonly side: 'buy' | 'sell';
  readonly quantity: number;
  readonly midTotal: bigint;
  readonly gross: bigint;
  readonly tariff: bigint;
  readonly net: bigint;
  readonly regionCut: bigint;
  readonly ownerCut: bigint;
  readonly profit: bigint | null;
}

interface TransferRow {
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amount: bigint;
  readonly reason: string;
}

/** Reads what the last trade of a player left in the journal and in the ledger. */
export const sampleTrade = async (
  sql: Arranger,
  trader: Trader,
  command: CommandSample,
): Promise<TradeSample> => {
  const [journal] = await sql<(JournalRow & { xid: string })[]>`
    SELECT side, quantity, mid_total, gross, tariff, net, region_cut, owner_cut, profit, xmin::text AS xid
    FROM market_transaction WHERE player_id = ${trader.playerId} ORDER BY id DESC LIMIT 1`;
  if (journal === undefined) throw new Error(`${trader.name} has not traded`);
  const transfers = await sql<TransferRow[]>`
    SELECT from_account, to_account, amount, reason FROM credit_ledger WHERE xmin = ${journal.xid}::xid ORDER BY id`;
  return { ...command, journal, transfers };
};

/**
 * The floor of a trade: every statement the command sends, in one flush. Buying and selling take turns, and
 * credits are booked as the server booked them, so that the ledger balances after the run.
 */
export const tradeFloor = async (
  db: Database,
  sql: Arranger,
  traders: readonly Trader[],
  samples: { readonly buy: TradeSample; readonly sell: TradeSample; readonly sampled: Trader },
): Promise<Operation> => {
  const origin = uuidV7(Date.now());
  const merchants = await Promise.all(
    traders.map(async (trader) => ({
      ...trader,
      markets: await marketsOf(sql, trader),
      hold: await holdOf(sql, trader),
      trades: 0,
    })),
  );

  return (worker) => {
    const merchant = merchants[worker] as (typeof merchants)[number];
    merchant.trades += 1;
    const sample = merchant.trades % 2 === 1 ? samples.buy : samples.sell;
    const { journal } = sample;
    const commodity = journal.side === 'buy' ? merchant.bought : merchant.sold;
    const now = new Date();
    const id = uuidV7(now.getTime());
    const claim = { userId: merchant.userId, key: id, route: sample.route, bodySha256: sample.bodySha256 };
    const { playerId, shipId, stationId } = merchant;
    const own = (account: string): string =>
      account
        .replace(samples.sampled.playerId, playerId)
        .replace(samples.sampled.regionId, merchant.regionId)
        .replace(samples.sampled.stationId, stationId);
    const transfers = sample.transfers.map((row) => ({
      ...row,
      from: own(row.fromAccount),
      to: own(row.toAccount),
    }));
    const wallet = walletOf(playerId);
    const change = transfers.reduce(
      (sum, { from, to, amount }) => sum + (to === wallet ? amount : 0n) - (from === wallet ? amount : 0n),
      0n,
    );
    const held = (merchant.hold.get(commodity) ?? 0) + (journal.side === 'buy' ? 1 : -1) * journal.quantity;
    merchant.hold.set(commodity, held);
    const used = [...merchant.hold.values()].reduce((sum, units) => sum + units, 0);
    const market = merchant.markets.get(commodity) as MarketRow;
    market.version += 1;
    return db.write((tx) => [
      claimKey(tx, claim),
      lockPlayer(tx, playerId),
      lockShip(tx, playerId),
      tx`SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp
         FROM stations WHERE id = ${stationId} FOR SHARE`,
      tx`SELECT c.commodity, c.quantity, c.avg_cost, c.rest_cost FROM ship_cargo c JOIN players p ON p.active_ship_id = c.ship_id
         WHERE p.id = ${playerId} AND c.quantity > 0 ORDER BY c.commodity`,
      tx`SELECT commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of, frozen_until, version
         FROM station_market WHERE station_id = ${stationId} AND commodity = ANY(${[commodity]})
         ORDER BY commodity FOR NO KEY UPDATE`,
      readChain(tx, playerId),
      tx`SELECT value = 'true'::jsonb AS is_read_only FROM server_flags WHERE name = 'economy.read_only'`,
      lockBalances(tx, [wallet, stationAccount(stationId)]),
      tx`UPDATE players SET rev = rev + 1, last_active_at = ${now} WHERE id = ${playerId}`,
      tx`INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost, rest_cost)
         SELECT ${shipId}::uuid, d.commodity, d.quantity, d.avg_cost, d.rest_cost
         FROM unnest(${[commodity]}::text[], ${[held]}::int4[], ${['1']}::int8[], ${['0']}::int8[])
              AS d (commodity, quantity, avg_cost, rest_cost)
         ON CONFLICT (ship_id, commodity) DO UPDATE
         SET quantity = excluded.quantity, avg_cost = excluded.avg_cost, rest_cost = excluded.rest_cost`,
      tx`UPDATE ships SET cargo_used = ${used}, version = version + 1 WHERE id = ${shipId}`,
      tx`UPDATE station_market m
         SET stock = d.stock, regen_acc = d.regen_acc, drift_bp = d.drift_bp, as_of = d.as_of, version = d.version
         FROM unnest(${[commodity]}::text[], ${[market.stock]}::int4[], ${['0']}::int8[], ${[0]}::int4[],
                     ${[now.toISOString()]}::timestamptz[], ${[market.version]}::int4[])
              AS d (commodity, stock, regen_acc, drift_bp, as_of, version)
         WHERE m.station_id = ${stationId} AND m.commodity = d.commodity`,
      tx`UPDATE ledger_accounts a SET balance = a.balance + d.delta
         FROM unnest(${[wallet]}::text[], ${[String(change)]}::bigint[]) AS d (id, delta) WHERE a.id = d.id`,
      tx`INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, ref_type, ref_id, player_id, region_id)
         SELECT ${now}, t.f, t.t, t.a, t.r, ${'trade'}::text, ${id}::text, ${playerId}::uuid, ${merchant.regionId}::uuid
         FROM unnest(${transfers.map(({ from }) => from)}::text[], ${transfers.map(({ to }) => to)}::text[],
                     ${transfers.map(({ amount }) => String(amount))}::bigint[], ${transfers.map(({ reason }) => reason)}::text[])
              AS t (f, t, a, r)`,
      ...(journal.profit === null || journal.profit <= 0n
        ? []
        : [writeCareer(tx, playerId, journal.profit, now)]),
      tx`INSERT INTO market_transaction (id, at, player_id, npc, ship_id, station_id, station_class, region_id, side, commodity,
           quantity, mid_total, gross, tariff, net, region_cut, owner_cut, profit, advantage_bp, drift_bp, event_bp,
           stock_before, stock_after)
         SELECT d.id, ${now}, ${playerId}::uuid, ${false}::bool, ${shipId}::uuid, ${stationId}::uuid, ${merchant.stationClass}::int2,
           ${merchant.regionId}::uuid, d.side, d.commodity, d.quantity, d.mid_total, d.gross, d.tariff, d.net,
           d.region_cut, d.owner_cut, d.profit, d.advantage_bp, d.drift_bp, d.event_bp, d.stock_before, d.stock_after
         FROM unnest(${[id]}::uuid[], ${[journal.side]}::text[], ${[commodity]}::text[], ${[journal.quantity]}::int4[],
           ${[String(journal.midTotal)]}::int8[], ${[String(journal.gross)]}::int8[], ${[String(journal.tariff)]}::int8[],
           ${[String(journal.net)]}::int8[], ${[String(journal.regionCut)]}::int8[], ${[String(journal.ownerCut)]}::int8[],
           ${[journal.profit === null ? null : String(journal.profit)] as string[]}::int8[], ${[0]}::int4[], ${[0]}::int4[],
           ${[0]}::int4[], ${[market.stock]}::int4[], ${[market.stock]}::int4[])
           AS d (id, side, commodity, quantity, mid_total, gross, tariff, net, region_cut, owner_cut, profit, advantage_bp,
             drift_bp, event_bp, stock_before, stock_after)`,
      writeOutbox(tx, origin, sample, playerId),
      keepAnswer(tx, claim, sample.response),
    ]);
  };
};

/** What a sale at a gain adds to a career. */
const writeCareer = (tx: Sql, playerId: string, profit: bigint, now: Date): AnyStatement =>
  tx`UPDATE players SET rank_points = rank_points + ${0}, rank_level = rank_level + ${0},
       realised_profit = realised_profit + ${String(profit)}::int8, profit_carry = ${0}, trade_day = ${now},
       trade_points = ${0}
     WHERE id = ${playerId}`;

interface MarketRow {
  readonly commodity: string;
  readonly stock: number;
  version: number;
}

const marketsOf = async (sql: Arranger, trader: Trader): Promise<Map<string, MarketRow>> => {
  const rows = await sql<MarketRow[]>`
    SELECT commodity, stock, version FROM station_market WHERE station_id = ${trader.stationId}`;
  return new Map(rows.map((row) => [row.commodity, { ...row }]));
};

const holdOf = async (sql: Arranger, trader: Trader): Promise<Map<string, number>> => {
  const rows = await sql<{ commodity: string; quantity: number }[]>`
    SELECT commodity, quantity FROM ship_cargo WHERE ship_id = ${trader.shipId}`;
  return new Map(rows.map(({ commodity, quantity }) => [commodity, quantity]));
};
