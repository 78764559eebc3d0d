import type { AnyStatement, Sql } from '@sw/db';
import type { LogRow } from '../../realtime/log-rows.ts';

export interface StoredEvent {
  readonly id: bigint;
  readonly at: Date;
  readonly category: LogRow['category'];
  readonly type: string;
  readonly data: Record<string, unknown>;
}

export interface LogPage {
  readonly beforeId: string | null;
  readonly categories: readonly string[] | null;
  readonly since: string | null;
  readonly limit: number;
}

/** A page of a player's event log, newest first. */
export const findEvents = (sql: Sql, playerId: string, { beforeId, categories, since, limit }: LogPage) =>
  sql<StoredEvent[]>`
  SELECT id, at, category, type, data FROM player_log
  WHERE player_id = ${playerId}
    AND (${beforeId}::bigint IS NULL OR id < ${beforeId}::bigint)
    AND (${categories as string[]}::text[] IS NULL OR category = ANY(${categories as string[]}::text[]))
    AND (${since}::timestamptz IS NULL OR at >= ${since}::timestamptz)
  ORDER BY id DESC LIMIT ${limit}`;

/**
 * What happened unseen, by kind: the last event of each kind and how many there were, the newest kinds first. Nobody
 * moves but by his own order; `own` are further kinds that only follow what a player does himself.
 */
export const findUnseen = (sql: Sql, playerId: string, own: readonly string[], limit: number) => sql<
  (StoredEvent & { count: number; upTo: bigint })[]
>`
  SELECT id, at, category, type, data, count, max(id) OVER () AS up_to FROM (
    SELECT DISTINCT ON (l.type) l.id, l.at, l.category, l.type, l.data,
           (count(*) OVER (PARTITION BY l.type))::int AS count
    FROM player_log l JOIN players p ON p.id = l.player_id
    WHERE l.player_id = ${playerId} AND l.id > p.log_seen_id AND l.is_away AND l.category <> 'movement'
      AND l.type <> ALL(${[...own]}::text[])
    ORDER BY l.type, l.id DESC) AS kinds
  ORDER BY id DESC LIMIT ${limit}`;

/** Moves the mark of what was seen forward, never back and never beyond what there is. */
export const writeSeen = (sql: Sql, playerId: string, upTo: string): AnyStatement =>
  sql`UPDATE players SET log_seen_id = greatest(log_seen_id, least(${upTo}::bigint,
        (SELECT coalesce(max(id), 0) FROM player_log WHERE player_id = ${playerId})))
      WHERE id = ${playerId}`;
