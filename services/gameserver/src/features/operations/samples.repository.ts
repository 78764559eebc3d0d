import type { AnyStatement, Sql } from '@sw/db';

/** What one process measured in one slot. */
export interface ProcessSample {
  readonly processId: string;
  readonly slot: Date;
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
  readonly playerSockets: number;
  readonly adminSockets: number;
  readonly rooms: number;
  readonly poolInUse: number;
  readonly poolSize: number;
  readonly eventLoopLagMs: number;
  readonly memoryBytes: number;
  readonly outboxLagS: number;
}

export const insertSample = (sql: Sql, sample: ProcessSample): AnyStatement => sql`
  INSERT INTO process_samples (process_id, slot, requests, errors, buckets, player_sockets, admin_sockets, rooms,
                               pool_in_use, pool_size, event_loop_lag_ms, memory_bytes, outbox_lag_s)
  VALUES (${sample.processId}, ${sample.slot}, ${sample.requests}, ${sample.errors}, ${[...sample.buckets]}::int[],
          ${sample.playerSockets}, ${sample.adminSockets}, ${sample.rooms}, ${sample.poolInUse}, ${sample.poolSize},
          ${sample.eventLoopLagMs}, ${sample.memoryBytes}, ${sample.outboxLagS})
  ON CONFLICT DO NOTHING`;

/** Forgets what is too old, and the sockets of processes that measure no more. */
export const sweepSamples = (sql: Sql, before: Date, deadBefore: Date): AnyStatement => sql`
  WITH old AS (DELETE FROM process_samples WHERE slot < ${before})
  DELETE FROM live_sockets s
  WHERE s.opened_at < ${deadBefore}
    AND NOT EXISTS (SELECT 1 FROM process_samples p WHERE p.process_id = s.process_id AND p.slot >= ${deadBefore})`;

/** A process that stops takes its sockets and its last words along. */
export const forgetProcess = (sql: Sql, processId: string): readonly AnyStatement[] => [
  sql`DELETE FROM process_samples WHERE process_id = ${processId}`,
  sql`DELETE FROM live_sockets WHERE process_id = ${processId}`,
];

export const findSamples = (sql: Sql, since: Date) =>
  sql<ProcessSample[]>`
    SELECT process_id, slot, requests, errors, buckets, player_sockets, admin_sockets, rooms, pool_in_use, pool_size,
           event_loop_lag_ms, memory_bytes::float8 AS memory_bytes, outbox_lag_s
    FROM process_samples WHERE slot >= ${since} ORDER BY slot`;

export const countOnline = (sql: Sql) =>
  sql<{ online: number }[]>`SELECT count(DISTINCT player_id)::int AS online FROM online_players`;
