import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds of the histogram of answers, in seconds. */
export const HTTP_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10];
const QUERY_BUCKETS_S = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const JOB_BUCKETS_S = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];

/**
 * The metrics a service feeds, under the names dashboards and alerts use (rule book, platform 12.4).
 * Labels stay few: route templates, codes and kinds, never an id. Each call makes a registry of its
 * own, so two applications in one process do not mix.
 *
 * @param withProcessMetrics also collect those of the Node process, `nodejs_eventloop_lag_seconds`
 * among them
 */
export const createMetrics = (options: { readonly withProcessMetrics?: boolean } = {}) => {
  const registry = new Registry();
  if (options.withProcessMetrics === true) collectDefaultMetrics({ register: registry });

  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name, help, labelNames: [...labelNames], registers: [registry] });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name, help, labelNames: [...labelNames], registers: [registry] });
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[],
  ) => new Histogram<L>({ name, help, buckets, labelNames: [...labelNames], registers: [registry] });

  return {
    registry,
    http: {
      requests: counter('sw_http_requests_total', 'Answered HTTP requests', ['route', 'method', 'status']),
      durationSeconds: histogram(
        'sw_http_request_duration_seconds',
        'Time to answer an HTTP request',
        HTTP_BUCKETS_S,
        ['route'],
      ),
    },
    realtime: {
      connections: gauge('sw_ws_connections', 'Open sockets', ['audience']),
      messages: counter('sw_ws_messages_total', 'Socket messages', ['dir', 'type']),
      closed: counter('sw_ws_closed_total', 'Closed sockets', ['code']),
      sendBufferBytes: gauge('sw_ws_send_buffer_bytes', 'Bytes waiting to be sent to sockets'),
    },
    outbox: {
      lagSeconds: gauge('sw_outbox_lag_seconds', 'Age of the oldest event not yet published'),
      rows: gauge('sw_outbox_rows', 'Events not yet published'),
    },
    database: {
      poolInUse: gauge('sw_db_pool_in_use', 'Database connections in use'),
      querySeconds: histogram('sw_db_query_seconds', 'Time of one flush', QUERY_BUCKETS_S, ['name']),
      retries: counter('sw_db_retries_total', 'Repeated transactions', ['sqlstate']),
    },
    redis: { errors: counter('sw_redis_errors_total', 'Failed Redis commands') },
    auth: {
      logins: counter('sw_auth_logins_total', 'Sign-ins', ['outcome', 'method']),
      lockouts: counter('sw_auth_lockouts_total', 'Accounts locked after failed sign-ins'),
      refreshReuse: counter('sw_refresh_reuse_total', 'Refresh tokens shown twice'),
    },
    rateLimit: {
      hits: counter('sw_ratelimit_hits_total', 'Requests refused by a limit', ['class']),
      degraded: gauge('sw_ratelimit_degraded', '1 while limits count per process because Redis is down'),
    },
    audit: { writes: counter('sw_audit_writes_total', 'Audit rows', ['severity']) },
    players: {
      online: gauge('sw_players_online', 'Players with at least one open socket', ['region']),
      active: gauge('sw_players_active', 'Players seen within a window', ['window']),
      registrations: counter('sw_registrations_total', 'New accounts'),
      firstLogins: counter('sw_first_login_completed_total', 'Finished first logins', ['outcome']),
    },
    economy: {
      credits: gauge('sw_credits_total', 'Money supply by holder', ['holder']),
      creditsFlow: counter('sw_credits_flow_total', 'Credits created or destroyed', ['flow', 'reason']),
      trades: counter('sw_trades_total', 'Executed trades', ['commodity', 'side']),
      tradeValue: counter('sw_trade_value_total', 'Credits moved by trades'),
      turnsSpent: counter('sw_turns_spent_total', 'Turns spent', ['action']),
    },
    jobs: {
      lastSuccess: gauge('sw_job_last_success_timestamp', 'Unix time of the last success', ['job']),
      durationSeconds: histogram('sw_job_duration_seconds', 'Time of a job run', JOB_BUCKETS_S, ['job']),
      failures: counter('sw_job_failures_total', 'Failed job runs', ['job']),
      rowFailures: counter('sw_job_row_failures_total', 'Rows a sweep failed on', ['sweep']),
    },
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
