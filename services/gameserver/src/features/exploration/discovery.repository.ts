import type { AnyStatement, Sql } from '@sw/db';

/** What of an arrival may be new to the whole galaxy, and what is left of today's landmarks. */
export interface FrontierRow {
  readonly isUndiscovered: boolean;
  readonly isNebulaOpen: boolean;
  readonly formationsToday: number;
}

/**
 * Locks a sector nobody has been in and a nebula nobody has completed: of two who come at once one is the first.
 * Rows that are taken already are not locked.
 */
export const lockFrontier = (
  sql: Sql,
  playerId: string,
  place: {
    readonly sectorId: number;
    readonly regionId: string;
    readonly clusterIndex: number;
    readonly dayBegan: Date;
  },
) => sql<FrontierRow[]>`
  WITH sector AS (
    SELECT id FROM sectors WHERE id = ${place.sectorId} AND discovered_by IS NULL FOR NO KEY UPDATE),
  nebula AS (
    SELECT index FROM clusters
    WHERE region_id = ${place.regionId} AND index = ${place.clusterIndex} AND nebula_kind IS NOT NULL
      AND nebula_charted_by IS NULL FOR NO KEY UPDATE)
  SELECT EXISTS (SELECT 1 FROM sector) AS is_undiscovered, EXISTS (SELECT 1 FROM nebula) AS is_nebula_open,
         (SELECT count(*)::int FROM player_formations
          WHERE player_id = ${playerId} AND found_at >= ${place.dayBegan}) AS formations_today`;

export const writeDiscoverer = (sql: Sql, playerId: string, sectorId: number, nowMs: number): AnyStatement =>
  sql`UPDATE sectors SET discovered_by = ${playerId}, discovered_at = ${new Date(nowMs)} WHERE id = ${sectorId}`;

export const writeNebulaCharted = (
  sql: Sql,
  playerId: string,
  cluster: { readonly regionId: string; readonly index: number },
  nowMs: number,
): AnyStatement =>
  sql`UPDATE clusters SET nebula_charted_by = ${playerId}, nebula_charted_at = ${new Date(nowMs)}
      WHERE region_id = ${cluster.regionId} AND index = ${cluster.index}`;

export const insertFormations = (
  sql: Sql,
  playerId: string,
  found: readonly { readonly id: string; readonly credits: bigint }[],
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO player_formations (player_id, formation_id, found_at, credits)
      SELECT ${playerId}::uuid, f.id, ${new Date(nowMs)}, f.credits
      FROM unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ credits }) => String(credits))}::int8[])
        AS f (id, credits)`;
