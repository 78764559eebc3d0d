import type { Sql } from '@sw/db';
import type { StoredMarketRow, StoredStation } from '../markets/index.ts';

/** Ships under way in some sectors, besides the viewer's own. */
export const countTraffic = (sql: Sql, sectorIds: readonly number[], viewerId: string) => sql<
  { sectorId: number; n: number }[]
>`
  SELECT s.sector_id, count(*)::int AS n FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ANY(${[...sectorIds]}::int4[]) AND s.status = 'in_space' AND p.id <> ${viewerId}
  GROUP BY s.sector_id`;

/** The stations of some sectors as a scan prices them. */
export const findScannedStations = (sql: Sql, stationIds: readonly string[]) => sql<StoredStation[]>`
  SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp
  FROM stations WHERE id = ANY(${[...stationIds]}::uuid[]) ORDER BY id`;

export const findScannedMarkets = (sql: Sql, stationIds: readonly string[]) => sql<
  (StoredMarketRow & { stationId: string })[]
>`
  SELECT station_id, commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of,
         frozen_until, version
  FROM station_market WHERE station_id = ANY(${[...stationIds]}::uuid[]) ORDER BY station_id, commodity`;
