import type { Database } from '@sw/db';
import { walletOf } from '@sw/rules';
import type { TestDatabase } from '@sw/test-kit';
import { balancesOf, lockBalances, postTransfers } from '../ledger/post.ts';

type Sql = TestDatabase['sql'];

/** Sets the turns of a player, with the ledger row that an audit expects. */
export const setTurns = async (sql: Sql, playerId: string, turns: number): Promise<void> => {
  await sql`
    WITH old AS (SELECT turns FROM players WHERE id = ${playerId} FOR UPDATE),
         changed AS (UPDATE players SET turns = ${turns} WHERE id = ${playerId})
    INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason)
    SELECT ${playerId}, now(), 0, greatest(0, old.turns - ${turns}), greatest(0, ${turns} - old.turns), ${turns}, 'admin'
    FROM old`;
};

/** Sets what a station has of a good. */
export const setStock = async (
  sql: Sql,
  stationId: string,
  commodity: string,
  stock: number,
): Promise<void> => {
  await sql`
    UPDATE station_market SET stock = ${stock}, regen_acc = 0
    WHERE station_id = ${stationId} AND commodity = ${commodity}`;
};

/** What a station has of a good. */
export const stockOf = async (sql: Sql, stationId: string, commodity: string): Promise<number> => {
  const [row] = await sql<{ stock: number }[]>`
    SELECT stock FROM station_market WHERE station_id = ${stationId} AND commodity = ${commodity}`;
  return row?.stock ?? Number.NaN;
};

/** Units of a good in all holds together. */
export const unitsAboard = async (sql: Sql, commodity: string): Promise<number> => {
  const [row] = await sql<{ units: number }[]>`
    SELECT coalesce(sum(quantity), 0)::int AS units FROM ship_cargo WHERE commodity = ${commodity}`;
  return row?.units ?? Number.NaN;
};

/** Mints credits into a wallet through the ledger. */
export const giveCredits = async (
  db: Database,
  playerId: string,
  amount: bigint,
  nowMs: number,
): Promise<void> => {
  const wallet = walletOf(playerId);
  await db.command(async (tx) => {
    const [rows] = await tx.load(lockBalances(tx.sql, [wallet]));
    const grant = { from: 'MINT', to: wallet, amount, reason: 'admin_grant' } as const;
    const trail = { nowMs, playerId, regionId: null, refType: null, refId: null };
    await tx.commit(...postTransfers(tx.sql, [grant], balancesOf(rows), trail));
  });
};
