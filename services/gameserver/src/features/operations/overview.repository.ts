import type { Sql } from '@sw/db';

export interface PlayerCounts {
  readonly registered: number;
  readonly newToday: number;
  readonly new7d: number;
  readonly activeToday: number;
  readonly active7d: number;
}

/** People by when they came and when they acted last; demo players are nobody. */
export const countPlayers = (sql: Sql, dayStart: Date, weekStart: Date) =>
  sql<PlayerCounts[]>`
    SELECT count(*)::int AS registered,
           (count(*) FILTER (WHERE created_at >= ${dayStart}))::int AS new_today,
           (count(*) FILTER (WHERE created_at >= ${weekStart}))::int AS new_7d,
           (count(*) FILTER (WHERE last_active_at >= ${dayStart}))::int AS active_today,
           (count(*) FILTER (WHERE last_active_at >= ${weekStart}))::int AS active_7d
    FROM players WHERE status <> 'deleted' AND NOT is_demo`;

export const readDatabaseSize = (sql: Sql) =>
  sql<{ sizeBytes: number }[]>`SELECT pg_database_size(current_database())::float8 AS size_bytes`;

/** Age of the oldest run that is due and waits, and runs that failed within a day. */
export const readJobLag = (sql: Sql, now: Date, dayAgo: Date) =>
  sql<{ lagS: number; failed24h: number }[]>`
    SELECT coalesce(floor(extract(epoch FROM ${now}::timestamptz - min(start_after)
             FILTER (WHERE state IN ('created', 'retry') AND start_after <= ${now})))::int, 0) AS lag_s,
           (count(*) FILTER (WHERE state = 'failed' AND completed_on >= ${dayAgo}))::int AS failed_24h
    FROM pgboss.job WHERE name NOT LIKE '\\_\\_pgboss\\_\\_%'`;

export const readRegionStates = (sql: Sql) =>
  sql<{ name: string; status: string }[]>`SELECT name, status FROM regions ORDER BY name`;

/** Credits made and destroyed since a moment, by what was measured of them. */
export const sumCredits = (sql: Sql, since: Date) =>
  sql<{ created: number; destroyed: number; slots: number }[]>`
    SELECT coalesce(sum(value) FILTER (WHERE metric = 'credits.created'), 0)::float8 AS created,
           coalesce(sum(value) FILTER (WHERE metric = 'credits.destroyed'), 0)::float8 AS destroyed,
           (count(*) FILTER (WHERE metric = 'credits.created'))::int AS slots
    FROM metric_points WHERE metric IN ('credits.created', 'credits.destroyed') AND slot >= ${since}`;

/** The last run of every job that did not end well. */
export const findTroubledJobs = (sql: Sql, names: readonly string[]) =>
  sql<{ name: string; state: string; at: Date }[]>`
    SELECT n.name, run.state, run.at
    FROM unnest(${[...names]}::text[]) AS n (name)
    CROSS JOIN LATERAL (
      SELECT j.state::text AS state, coalesce(j.completed_on, j.started_on) AS at
      FROM pgboss.job j WHERE j.name = n.name AND j.started_on IS NOT NULL
      ORDER BY j.created_on DESC LIMIT 1) AS run
    WHERE run.state IN ('failed', 'retry')`;

export const findPausedJobs = (sql: Sql) =>
  sql<{ name: string; pausedAt: Date }[]>`SELECT name, paused_at FROM paused_jobs ORDER BY name`;

export const readLedgerState = (sql: Sql) =>
  sql<{ isHalted: boolean; ok: boolean | null; checkedAt: Date | null }[]>`
    SELECT EXISTS (SELECT 1 FROM server_flags
                   WHERE name = 'economy.read_only' AND value = 'true'::jsonb) AS is_halted,
           a.ok, a.checked_at
    FROM (SELECT 1) one LEFT JOIN LATERAL (
      SELECT ok, checked_at FROM ledger_audits ORDER BY id DESC LIMIT 1) a ON true`;
