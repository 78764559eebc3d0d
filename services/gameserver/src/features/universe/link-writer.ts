import type { AnyStatement, Sql } from '@sw/db';

/** Both ends of a Nexus link as galaxy-wide ids. */
export interface LinkEnds {
  readonly regionId: string;
  readonly gatewaySectorId: number;
  readonly nexusSectorId: number;
  /** First of two free warp ids. */
  readonly firstWarpId: number;
}

/** Links a region to the Nexus in both directions; its Nexus end becomes a sanctuary (rule book, world 4.5). */
export const writeLink = (sql: Sql, link: LinkEnds): AnyStatement[] => [
  sql`UPDATE regions SET nexus_sector_id = ${link.nexusSectorId} WHERE id = ${link.regionId}`,
  sql`UPDATE sectors SET protected = true, no_gate = true WHERE id = ${link.nexusSectorId}`,
  sql`INSERT INTO warps (id, link_id, from_sector_id, to_sector_id, kind, length, extra_cost, hidden)
      VALUES (${link.firstWarpId}, ${link.firstWarpId}, ${link.gatewaySectorId}, ${link.nexusSectorId},
              'nexus_link', 0, 0, false),
             (${link.firstWarpId + 1}, ${link.firstWarpId}, ${link.nexusSectorId}, ${link.gatewaySectorId},
              'nexus_link', 0, 0, false)`,
];

/** Takes a link down in both directions: whoever stands at one end finds no way to the other any more. */
export const writeUnlink = (sql: Sql, gatewaySectorId: number, nexusSectorId: number): AnyStatement =>
  sql`UPDATE warps SET status = 'destroyed'
      WHERE kind = 'nexus_link' AND (from_sector_id, to_sector_id) IN (
        (${gatewaySectorId}::int, ${nexusSectorId}::int), (${nexusSectorId}::int, ${gatewaySectorId}::int))`;
