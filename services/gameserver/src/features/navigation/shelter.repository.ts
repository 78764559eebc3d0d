import type { AnyStatement, Sql } from '@sw/db';
import type { PlayerRow, ShipRow } from '../player/index.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Somebody whose ship lies at a station, with what his shelter is judged on. */
export type RestingRow = Pick<PlayerRow, 'id' | 'lastActiveAt' | 'newcomerUntil' | 'lifetimeTurnsSpent'> &
  Pick<ShipRow, 'status' | 'dockedAt' | 'type'> & { readonly stationId: string };

/**
 * Players whose ship lies at one of some stations and who have done nothing since a moment, those who rest longest
 * first; `after` goes on behind one of them.
 */
export const findResting = (
  sql: Sql,
  stationIds: readonly string[],
  since: Date,
  after: RestingRow | undefined,
  limit: number,
) => sql<RestingRow[]>`
  SELECT p.id, p.last_active_at, p.newcomer_until, p.lifetime_turns_spent, s.station_id, s.status, s.docked_at, s.type
  FROM players p JOIN ships s ON s.id = p.active_ship_id
  WHERE s.status = 'docked' AND s.station_id = ANY(${[...stationIds]}::uuid[])
    AND greatest(p.last_active_at, s.docked_at) <= ${since}
    AND (p.last_active_at, p.id) > (${after?.lastActiveAt ?? new Date(0)}, ${after?.id ?? NOBODY}::uuid)
  ORDER BY p.last_active_at, p.id LIMIT ${limit}`;

const FLAG = 'docking.shelter.checked_until';

/** Up to when warnings were given. */
export const findCheckedUntil = (sql: Sql) => sql<{ ms: bigint }[]>`
  SELECT (value #>> '{}')::bigint AS ms FROM server_flags WHERE name = ${FLAG}`;

export const writeCheckedUntil = (sql: Sql, nowMs: number): AnyStatement =>
  sql`INSERT INTO server_flags (name, value, updated_at) VALUES (${FLAG}, to_jsonb(${nowMs}::bigint), ${new Date(nowMs)})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`;
