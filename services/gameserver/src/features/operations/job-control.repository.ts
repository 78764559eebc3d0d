import type { AnyStatement, Sql } from '@sw/db';

export interface JobRuns {
  readonly name: string;
  readonly lastRunAt: Date | null;
  readonly lastState: string | null;
  readonly lastDurationMs: number | null;
  readonly waiting: number;
  readonly failed24h: number;
}

/** The runs of every job, from the queue's own table. */
export const findJobRuns = (sql: Sql, names: readonly string[], dayAgo: Date) =>
  sql<JobRuns[]>`
    SELECT n.name, run.at AS last_run_at, run.state AS last_state, run.duration_ms AS last_duration_ms,
           counts.waiting, counts.failed_24h
    FROM unnest(${[...names]}::text[]) AS n (name)
    LEFT JOIN LATERAL (
      SELECT j.state::text AS state, coalesce(j.completed_on, j.started_on) AS at,
             (extract(epoch FROM j.completed_on - j.started_on) * 1000)::int AS duration_ms
      FROM pgboss.job j WHERE j.name = n.name AND j.started_on IS NOT NULL
      ORDER BY j.created_on DESC LIMIT 1) AS run ON true
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE j.state IN ('created', 'retry')))::int AS waiting,
             (count(*) FILTER (WHERE j.state = 'failed' AND j.completed_on >= ${dayAgo}))::int AS failed_24h
      FROM pgboss.job j WHERE j.name = n.name) AS counts`;

export const findLoops = (sql: Sql) =>
  sql<{ name: string; holder: string; until: Date }[]>`SELECT name, holder, until FROM leases ORDER BY name`;

export const findPauses = (sql: Sql) =>
  sql<{ name: string; reason: string }[]>`SELECT name, reason FROM paused_jobs`;

/** Whether an operator halted a job. */
export const isJobPaused = async (sql: Sql, name: string): Promise<boolean> =>
  (await sql`SELECT 1 FROM paused_jobs WHERE name = ${name}`).length > 0;

export const lockPause = (sql: Sql, name: string) =>
  sql<{ isPaused: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM paused_jobs WHERE name = ${name}) AS is_paused
    FROM (SELECT pg_advisory_xact_lock(hashtextextended('paused_jobs ' || ${name}::text, 0))) locked`;

export const savePause = (
  sql: Sql,
  pause: { readonly name: string; readonly userId: string; readonly at: Date; readonly reason: string },
): AnyStatement => sql`
  INSERT INTO paused_jobs (name, paused_by, paused_at, reason)
  VALUES (${pause.name}, ${pause.userId}, ${pause.at}, ${pause.reason}) ON CONFLICT DO NOTHING`;

export const deletePause = (sql: Sql, name: string): AnyStatement =>
  sql`DELETE FROM paused_jobs WHERE name = ${name}`;
