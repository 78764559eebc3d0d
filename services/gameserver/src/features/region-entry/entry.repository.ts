import type { Sql } from '@sw/db';
import type { EntryPolicy, RegionStatus } from '@sw/rules';

/** What of a region and a player decides whether he may enter it, and what for. */
export interface EntryRow {
  readonly status: RegionStatus;
  readonly ownerUserId: string | null;
  readonly isRemote: boolean;
  readonly entryPolicy: EntryPolicy;
  readonly linkToll: number;
  readonly hasStake: boolean;
}

const columns = (sql: Sql, playerId: string) => sql`
  r.status, r.owner_user_id, r.endpoint IS NOT NULL AS is_remote, g.entry_policy, g.link_toll,
  EXISTS (SELECT 1 FROM ships s WHERE s.owner_id = ${playerId} AND s.region_id = r.id AND s.status <> 'destroyed')
    OR EXISTS (SELECT 1 FROM stations t WHERE t.owner_player_id = ${playerId} AND t.region_id = r.id) AS has_stake`;

/**
 * The same under a lock that whoever closes the region waits for: nobody enters a region that was closed before he
 * arrived (rule book, README 5, place 15).
 */
export const lockEntry = (sql: Sql, regionId: string, playerId: string) => sql<EntryRow[]>`
  SELECT ${columns(sql, playerId)}
  FROM regions r JOIN region_governance g ON g.region_id = r.id
  WHERE r.id = ${regionId} FOR SHARE OF r`;

export const findEntry = (sql: Sql, regionId: string, playerId: string) => sql<EntryRow[]>`
  SELECT ${columns(sql, playerId)}
  FROM regions r JOIN region_governance g ON g.region_id = r.id WHERE r.id = ${regionId}`;
