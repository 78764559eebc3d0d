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

/** Gives or takes credits of a player until his wallet holds so many, through the ledger. */
export const setWallet = async (sql: Sql, playerId: string, credits: number): Promise<void> =>
  setAccount(sql, playerId, `wallet:${playerId}`, credits);

/** The same for the bank. */
export const setBank = async (sql: Sql, playerId: string, credits: number): Promise<void> =>
  setAccount(sql, playerId, `bank:${playerId}`, credits);

const setAccount = async (sql: Sql, playerId: string, account: string, credits: number): Promise<void> => {
  await sql`
    WITH old AS (SELECT balance FROM ledger_accounts WHERE id = ${account} FOR UPDATE),
         changed AS (UPDATE ledger_accounts SET balance = ${credits} WHERE id = ${account})
    INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, player_id)
    SELECT now(), CASE WHEN balance > ${credits} THEN ${account} ELSE 'MINT' END,
           CASE WHEN balance > ${credits} THEN 'BURN' ELSE ${account} END, abs(balance - ${credits}), 'admin_grant', ${playerId}
    FROM old WHERE balance <> ${credits}`;
};

/** Puts goods into the hold of a player's only ship. */
export const setCargo = async (
  sql: Sql,
  playerId: string,
  commodity: string,
  quantity: number,
  avgCost = 10,
): Promise<void> => {
  await sql`
    INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost)
    SELECT active_ship_id, ${commodity}, ${quantity}, ${avgCost} FROM players WHERE id = ${playerId}
    ON CONFLICT (ship_id, commodity) DO UPDATE SET quantity = excluded.quantity, avg_cost = excluded.avg_cost`;
  await sql`
    UPDATE ships s SET cargo_used = (SELECT coalesce(sum(quantity), 0) FROM ship_cargo c WHERE c.ship_id = s.id)
    WHERE id = (SELECT active_ship_id FROM players WHERE id = ${playerId})`;
};

/** Moves a player's only ship to a station, docked. */
export const dockAt = async (sql: Sql, playerId: string, stationId: string): Promise<void> => {
  await sql`
    UPDATE ships s SET status = 'docked', station_id = t.id, sector_id = t.sector_id, region_id = t.region_id
    FROM stations t
    WHERE t.id = ${stationId} AND s.id = (SELECT active_ship_id FROM players WHERE id = ${playerId})`;
};
