import type { Sql } from '@sw/db';

/** Ships under way in some sectors, besides the viewer's own. */
export const countTraffic = (sql: Sql, sectorIds: readonly number[], viewerId: string) => sql<
  { sectorId: number; n: number }[]
>`
  SELECT s.sector_id, count(*)::int AS n FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ANY(${[...sectorIds]}::int4[]) AND s.status = 'in_space' AND p.id <> ${viewerId}
  GROUP BY s.sector_id`;
