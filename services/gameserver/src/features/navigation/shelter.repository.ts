import type { AnyStatement, Sql } from '@sw/db';

/** Players whose ship lies at one of some stations and who have done nothing since a moment. */
export const findResting = (sql: Sql, stationIds: readonly string[], since: Date, limit: number) => sql<
  { playerId: string; stationId: string }[]
>`
  SELECT p.id AS player_id, s.station_id
  FROM players p JOIN ships s ON s.id = p.active_ship_id
  WHERE s.status = 'docked' AND s.station_id = ANY(${[...stationIds]}::uuid[])
    AND greatest(p.last_active_at, s.docked_at) <= ${since}
  ORDER BY p.last_active_at, p.id LIMIT ${limit}`;

const FLAG = 'docking.shelter.checked_until';

/** Up to when warnings were given. */
export const findCheckedUntil = (sql: Sql) => sql<{ ms: bigint }[]>`
  SELECT (value #>> '{}')::bigint AS ms FROM server_flags WHERE name = ${FLAG}`;

export const writeCheckedUntil = (sql: Sql, nowMs: number): AnyStatement =>
  sql`INSERT INTO server_flags (name, value, updated_at) VALUES (${FLAG}, to_jsonb(${nowMs}::bigint), ${new Date(nowMs)})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`;
