import type { Sql } from '@sw/db';
import type { Holding } from '../../http/caller.ts';

export interface WhereaboutsRow {
  readonly holding: Holding;
  readonly epoch: bigint;
  /** The region his ship is in on this server. */
  readonly regionName: string | null;
  /** The region that holds him on another server, as the hub knows. */
  readonly remoteName: string | null;
  readonly remoteEndpoint: string | null;
}

/** Which server holds a player, and in which region of this one he is. */
export const findWhereabouts = (sql: Sql, playerId: string) => sql<WhereaboutsRow[]>`
  SELECT p.holding, coalesce(l.epoch, p.epoch) AS epoch, here.name AS region_name,
         away.name AS remote_name, away.endpoint AS remote_endpoint
  FROM players p
  LEFT JOIN ships s ON s.id = p.active_ship_id
  LEFT JOIN regions here ON here.id = s.region_id
  LEFT JOIN player_locations l ON l.player_id = p.id
  LEFT JOIN regions away ON away.id = l.region_id
  WHERE p.id = ${playerId}`;

/** A region that has a server of its own. */
export const findRemoteRegion = (sql: Sql, name: string) =>
  sql<
    { id: string; name: string; endpoint: string }[]
  >`SELECT id, name, endpoint FROM regions WHERE name = ${name} AND endpoint IS NOT NULL`;
