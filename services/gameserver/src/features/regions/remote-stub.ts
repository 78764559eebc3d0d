import type { AnyStatement, Sql } from '@sw/db';
import type { RegistryRow } from './region.repository.ts';

/**
 * The one sector a server keeps of a region it does not serve: the end of its link, so that warps lead somewhere. It
 * is a sanctuary on both sides (rule book, world 2.5); everything else about it the other server knows.
 */
export const writeStub = (sql: Sql, region: RegistryRow, gatewaySectorId: number): AnyStatement[] => [
  sql`INSERT INTO clusters (region_id, index, name, type, hub_number, center_x, center_y, center_z)
      VALUES (${region.id}, 0, ${region.title}, 'standard', 1, 0, 0, 0) ON CONFLICT DO NOTHING`,
  sql`INSERT INTO sectors (id, region_id, number, zone, cluster_index, name, x, y, z, type, hazard, nebula_density,
        richness, reserve_max, protected, no_gate)
      SELECT ${gatewaySectorId}, ${region.id}, d.number, z.kind, 0, ${region.code} || '-' || d.number, 0, 0, 0,
             'standard', 0, 0, 0, 0, true, true
      FROM (SELECT ${gatewaySectorId - region.firstSectorId + 1}::int AS number) d
      JOIN zones z ON z.region_id = ${region.id} AND d.number BETWEEN z.start_number AND z.end_number
      ON CONFLICT DO NOTHING`,
  sql`UPDATE regions SET gateway_sector_id = ${gatewaySectorId} WHERE id = ${region.id}`,
];
