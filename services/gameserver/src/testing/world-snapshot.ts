import type { TestDatabase } from '@sw/test-kit';

type Sql = TestDatabase['sql'];

/** Every table a command of a player may write. */
const TABLES = [
  'players',
  'ships',
  'ship_cargo',
  'ship_equipment',
  'ship_registry_event',
  'player_charts',
  'sector_sightings',
  'player_known_warps',
  'price_memory',
  'player_stations_docked',
  'first_ship_chains',
  'plotted_courses',
  'contracts',
  'station_market',
  'ledger_accounts',
  'credit_ledger',
  'turn_ledger',
  'market_transaction',
  'player_log',
  'warehouses',
  'warehouse_items',
  'refining_days',
  'rare_sale_days',
  'player_items',
  'pod_assists',
  'market_intelligence',
  'idempotency_keys',
  'event_outbox',
] as const;

/** A fingerprint of each table. */
export type WorldSnapshot = Readonly<Record<(typeof TABLES)[number], string>>;

/**
 * Takes the fingerprint of everything a command could change: two equal ones prove that nothing was, down
 * to the last column of the last row.
 */
export const snapshotWorld = async (sql: Sql): Promise<WorldSnapshot> => {
  const entries = await Promise.all(
    TABLES.map(async (table) => {
      const [row] = await sql<{ rows: number; hash: string }[]>`
        SELECT count(*)::int AS rows, coalesce(md5(string_agg(t::text, E'\n' ORDER BY t::text)), '') AS hash
        FROM ${sql(table)} AS t`;
      return [table, `${row?.rows ?? 0} rows ${row?.hash ?? ''}`] as const;
    }),
  );
  return Object.fromEntries(entries) as WorldSnapshot;
};
