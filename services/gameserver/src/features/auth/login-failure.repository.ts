import type { AnyStatement, Sql } from '@sw/db';
import type { FailureCount } from './throttle.policy.ts';

/** Makes missing counters, so that there is a row to lock. Keys are hex. */
export const ensureFailureRows = (sql: Sql, keys: readonly string[], nowMs: number): AnyStatement =>
  sql`INSERT INTO login_failures (key, failures, window_started_at)
      SELECT decode(k, 'hex'), 0, ${new Date(nowMs)} FROM unnest(${[...keys]}::text[]) AS k ORDER BY k
      ON CONFLICT DO NOTHING`;

export interface FailureRow {
  readonly key: string;
  readonly failures: number;
  readonly windowStartedAt: Date;
  readonly refusedUntil: Date | null;
  readonly refusals: number;
}

/** Locks the counters in the order of their keys. */
export const lockFailures = (sql: Sql, keys: readonly string[]) =>
  sql<FailureRow[]>`
    SELECT encode(key, 'hex') AS key, failures, window_started_at, refused_until, refusals
    FROM login_failures WHERE key IN (SELECT decode(k, 'hex') FROM unnest(${[...keys]}::text[]) AS k)
    ORDER BY login_failures.key FOR UPDATE`;

export const toFailureCount = (row: FailureRow): FailureCount => ({
  failures: row.failures,
  windowStartedAtMs: row.windowStartedAt.getTime(),
  refusedUntilMs: row.refusedUntil?.getTime() ?? null,
  refusals: row.refusals,
});

export const updateFailures = (sql: Sql, key: string, count: FailureCount): AnyStatement =>
  sql`UPDATE login_failures
      SET failures = ${count.failures}, window_started_at = ${new Date(count.windowStartedAtMs)},
          refused_until = ${count.refusedUntilMs === null ? null : new Date(count.refusedUntilMs)},
          refusals = ${count.refusals}
      WHERE key = decode(${key}, 'hex')`;

/** Forgets every counter: after an operator proved himself at the machine. */
export const deleteAllFailures = (sql: Sql): AnyStatement => sql`DELETE FROM login_failures`;
