import type { Sql } from '@sw/db';
import type { NpcKind, ShipTypeKey } from '@sw/rules';

/** One active ship in a sector with its pilot. */
export interface ContactRow {
  readonly playerId: string;
  readonly shipId: string;
  readonly callsign: string;
  readonly rankLevel: number;
  readonly personalReputation: number;
  readonly suspectUntil: Date | null;
  readonly shipType: ShipTypeKey;
  readonly shipName: string;
  readonly status: 'in_space' | 'docked' | 'landed';
  readonly isOnline: boolean;
  /** Of a pod: whether its pilot wants help, as it is stored, and until when he has had it. */
  readonly acceptRescue: unknown;
  readonly assistedUntil: Date | null;
  /** What it is when no player flies it. */
  readonly npc: NpcKind | null;
  /** How many there are, with those beyond the limit. */
  readonly total: number;
}

/** Lists are capped; whoever is beyond is only counted. */
export const CONTACTS_SHOWN = 100;

/** Active ships in a sector besides the viewer's own, those who came to be seen first by name. */
export const findContacts = (sql: Sql, sectorId: number, viewerId: string, limit: number) => sql<
  ContactRow[]
>`
  SELECT *, (count(*) OVER ())::int AS total FROM (
  SELECT p.id AS player_id, s.id AS ship_id, p.callsign, p.rank_level, p.personal_reputation, p.suspect_until, s.type AS ship_type,
         s.name AS ship_name, s.status,
         EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = p.id) AS is_online, p.assisted_until,
         CASE WHEN s.type = 'escape_pod'
              THEN (SELECT o.settings -> 'acceptRescue' FROM player_settings o WHERE o.player_id = p.id) END AS accept_rescue,
         NULL::text AS npc
  FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ${sectorId} AND s.status <> 'destroyed' AND p.id <> ${viewerId}
  UNION ALL
  SELECT n.id, n.id, n.name, 0::int2, 0::int2, NULL, n.type, n.name, n.status, true, NULL, NULL, n.kind
  FROM npc_ships n WHERE n.sector_id = ${sectorId}) AS contacts
  ORDER BY npc NULLS FIRST, callsign COLLATE "C", player_id LIMIT ${limit}`;

/** Players only: traffic makes nobody stop. */
export const countContacts = (sql: Sql, sectorId: number, viewerId: string) => sql<{ n: number }[]>`
  SELECT count(*)::int AS n FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ${sectorId} AND s.status <> 'destroyed' AND p.id <> ${viewerId}`;
