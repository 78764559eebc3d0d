import type { Sql } from '@sw/db';
import { EMBEDDED_CLUSTER_NAME } from '@sw/db';

export interface DatabaseFacts {
  readonly version: string;
  readonly sizeBytes: bigint;
  readonly isEmbedded: boolean;
  readonly migrations: number;
}

export const readDatabaseFacts = (sql: Sql) =>
  sql<DatabaseFacts[]>`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
           pg_database_size(current_database()) AS size_bytes,
           current_setting('cluster_name') = ${EMBEDDED_CLUSTER_NAME} AS is_embedded,
           (SELECT count(*)::int FROM schema_migrations) AS migrations`;

export interface RealtimeFacts {
  /** Of the other processes, as of their last heartbeat. */
  readonly otherSockets: number;
  readonly processes: number;
  readonly playersOnline: number;
  readonly outboxRows: number;
}

export const readRealtimeFacts = (sql: Sql, ownProcessId: string) =>
  sql<RealtimeFacts[]>`
    SELECT (SELECT coalesce(sum(sockets), 0)::int FROM server_processes WHERE id <> ${ownProcessId}) AS other_sockets,
           (SELECT count(*)::int FROM server_processes) AS processes,
           (SELECT count(DISTINCT player_id)::int FROM online_players) AS players_online,
           (SELECT count(*)::int FROM event_outbox) AS outbox_rows`;

export interface PlayerFacts {
  readonly registered: number;
  readonly completedFirstLogin: number;
  readonly activeToday: number;
}

export const readPlayerFacts = (sql: Sql, dayStart: Date) =>
  sql<PlayerFacts[]>`
    SELECT count(*)::int AS registered,
           (count(*) FILTER (WHERE first_login_state = 'completed'))::int AS completed_first_login,
           (count(*) FILTER (WHERE last_active_at >= ${dayStart}))::int AS active_today
    FROM players WHERE status <> 'deleted'`;

export interface RegionFacts {
  readonly region: string;
  readonly title: string;
  readonly sectors: number;
  readonly stations: number;
  readonly status: string;
  readonly players: number;
}

export const readGalaxyFacts = (sql: Sql) =>
  sql<RegionFacts[]>`
    SELECT r.name AS region, r.title, r.sector_count AS sectors, r.status,
           (SELECT count(*)::int FROM stations t WHERE t.region_id = r.id) AS stations,
           (SELECT count(*)::int FROM players p JOIN ships s ON s.id = p.active_ship_id
            WHERE s.region_id = r.id) AS players
    FROM regions r ORDER BY r.name`;

export interface AuditFacts {
  readonly checkedAt: Date;
  readonly ok: boolean;
  readonly accounts: number;
  readonly rows: bigint;
  readonly sumOfAccounts: string;
  readonly mismatches: number;
  readonly negativeAccounts: number;
}

/** The last audit; no row before the first one. */
export const readLastAudit = (sql: Sql) =>
  sql<AuditFacts[]>`
    SELECT checked_at, ok, accounts, rows, sum_of_accounts, mismatches, negative_accounts
    FROM ledger_audits ORDER BY id DESC LIMIT 1`;

export const readTradingHalt = (sql: Sql) =>
  sql<{ isTradingHalted: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM server_flags
                   WHERE name = 'economy.read_only' AND value = 'true'::jsonb) AS is_trading_halted`;

export interface JobFacts {
  readonly name: string;
  readonly state: string;
  readonly at: Date;
}

/** The last run of every job, from the queue's own table. */
export const readJobFacts = (sql: Sql, names: readonly string[]) =>
  sql<JobFacts[]>`
    SELECT n.name, run.state, run.at
    FROM unnest(${[...names]}::text[]) AS n (name)
    CROSS JOIN LATERAL (
      SELECT j.state::text AS state, coalesce(j.completed_on, j.started_on) AS at
      FROM pgboss.job j WHERE j.name = n.name AND j.started_on IS NOT NULL
      ORDER BY j.created_on DESC LIMIT 1) AS run`;
