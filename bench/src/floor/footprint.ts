import type { Arranger } from '../players/write-access.ts';

/** Rows one transaction wrote, by table. */
export type Footprint = Readonly<Record<string, number>>;

const TABLES = [
  'idempotency_keys',
  'players',
  'ships',
  'ship_cargo',
  'player_charts',
  'sector_sightings',
  'first_ship_chains',
  'station_market',
  'ledger_accounts',
  'credit_ledger',
  'turn_ledger',
  'market_transaction',
  'event_outbox',
  'player_log',
] as const;

/**
 * What the last command of a user left behind, counted by the transaction that wrote it. Floor and server
 * must agree here, else the floor measures another command.
 */
export const footprintOf = async (sql: Arranger, userId: string): Promise<Footprint> => {
  const [last] = await sql<{ xid: string }[]>`
    SELECT xmin::text AS xid FROM idempotency_keys WHERE user_id = ${userId} AND response IS NOT NULL
    ORDER BY created_at DESC LIMIT 1`;
  if (last === undefined) return {};
  const found: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await sql<{ rows: number }[]>`
      SELECT count(*)::int AS rows FROM ${sql(table)} WHERE xmin = ${last.xid}::xid`;
    if (row !== undefined && row.rows > 0) found[table] = row.rows;
  }
  return found;
};

/** True when both wrote the same number of rows in the same tables. */
export const sameFootprint = (a: Footprint, b: Footprint): boolean =>
  JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());
