import type { Sql } from '@sw/db';
import type { ShipTypeKey } from '@sw/rules';

/** One active ship in a sector with its pilot. */
export interface ContactRow {
  readonly playerId: string;
  readonly shipId: string;
  readonly callsign: string;
  readonly rankLevel: number;
  readonly personalReputation: number;
  readonly shipType: ShipTypeKey;
  readonly shipName: string;
  readonly status: 'in_space' | 'docked' | 'landed';
  readonly isOnline: boolean;
}

/** Lists are capped; whoever is beyond is only counted. */
export const CONTACTS_SHOWN = 100;

/** Active ships in a sector besides the viewer's own, those who came to be seen first by name. */
export const findContacts = (sql: Sql, sectorId: number, viewerId: string, limit: number) => sql<
  ContactRow[]
>`
  SELECT p.id AS player_id, s.id AS ship_id, p.callsign, p.rank_level, p.personal_reputation, s.type AS ship_type,
         s.name AS ship_name, s.status,
         EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = p.id) AS is_online
  FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ${sectorId} AND s.status <> 'destroyed' AND p.id <> ${viewerId}
  ORDER BY p.callsign COLLATE "C", p.id LIMIT ${limit}`;

export const countContacts = (sql: Sql, sectorId: number, viewerId: string) => sql<{ n: number }[]>`
  SELECT count(*)::int AS n FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE s.sector_id = ${sectorId} AND s.status <> 'destroyed' AND p.id <> ${viewerId}`;
