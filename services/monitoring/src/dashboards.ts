/** One question to Prometheus and how it is drawn. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const panel = (title: string, unit: string, ...queries: readonly (readonly [string, string])[]): Panel => ({
  title,
  unit,
  queries: queries.map(([expr, legend]) => ({ expr, legend })),
});

/** The boards of an installation (rule book, platform 12.4); every metric has its source in a service. */
export const DASHBOARDS: readonly Dashboard[] = [
  {
    uid: 'sw-overview',
    title: 'Overview',
    panels: [
      panel('Servers that answer', 'short', ['sum by (job) (up)', '{{job}}']),
      panel('Requests', 'reqps', ['sum by (status) (rate(sw_http_requests_total[5m]))', '{{status}}']),
      panel(
        'Time to answer',
        's',
        ['histogram_quantile(0.5, sum by (le) (rate(sw_http_request_duration_seconds_bucket[5m])))', 'half'],
        [
          'histogram_quantile(0.95, sum by (le) (rate(sw_http_request_duration_seconds_bucket[5m])))',
          '95 of 100',
        ],
      ),
      panel('Slowest routes', 's', [
        'topk(10, sum by (route) (rate(sw_http_request_duration_seconds_sum[5m])) / sum by (route) (rate(sw_http_request_duration_seconds_count[5m])))',
        '{{route}}',
      ]),
      panel('Players online', 'short', ['sum by (region) (sw_players_online)', '{{region}}']),
      panel('New accounts', 'short', ['sum(increase(sw_registrations_total[1h]))', 'in an hour']),
      panel('Event loop', 's', ['nodejs_eventloop_lag_seconds', '{{instance}}']),
      panel('Memory', 'bytes', ['process_resident_memory_bytes', '{{instance}}']),
    ],
  },
  {
    uid: 'sw-realtime',
    title: 'Realtime',
    panels: [
      panel('Open sockets', 'short', ['sum by (audience) (sw_ws_connections)', '{{audience}}']),
      panel('Messages', 'cps', ['sum by (dir) (rate(sw_ws_messages_total[5m]))', '{{dir}}']),
      panel('Closed sockets', 'cps', ['sum by (code) (rate(sw_ws_closed_total[5m]))', '{{code}}']),
      panel('Waiting to be sent', 'bytes', ['sum by (instance) (sw_ws_send_buffer_bytes)', '{{instance}}']),
      panel('Age of the oldest event', 's', ['max(sw_outbox_lag_seconds)', 'outbox']),
      panel('Events not yet told', 'short', ['max(sw_outbox_rows)', 'outbox']),
    ],
  },
  {
    uid: 'sw-economy',
    title: 'Economy',
    panels: [
      panel('Money supply', 'short', ['max by (holder) (sw_credits_total)', '{{holder}}']),
      panel('Trades', 'cps', [
        'sum by (commodity, side) (rate(sw_trades_total[15m]))',
        '{{commodity}} {{side}}',
      ]),
      panel('Value of trades', 'short', ['sum(increase(sw_trade_value_total[1h]))', 'credits an hour']),
      panel('Turns spent', 'short', ['sum by (action) (increase(sw_turns_spent_total[1h]))', '{{action}}']),
    ],
  },
  {
    uid: 'sw-security',
    title: 'Security',
    panels: [
      panel('Sign-ins', 'cps', [
        'sum by (outcome, method) (rate(sw_auth_logins_total[5m]))',
        '{{outcome}} {{method}}',
      ]),
      panel('Locked accounts', 'short', ['sum(increase(sw_auth_lockouts_total[1h]))', 'in an hour']),
      panel('Refresh tokens shown twice', 'short', [
        'sum(increase(sw_refresh_reuse_total[1h]))',
        'in an hour',
      ]),
      panel('Refused by limits', 'cps', ['sum by (class) (rate(sw_ratelimit_hits_total[5m]))', '{{class}}']),
      panel('Limits count alone', 'short', ['max by (instance) (sw_ratelimit_degraded)', '{{instance}}']),
      panel('Audit rows', 'cps', ['sum by (severity) (rate(sw_audit_writes_total[15m]))', '{{severity}}']),
    ],
  },
  {
    uid: 'sw-regions',
    title: 'Regions',
    panels: [
      panel('Processor', 'percentunit', ['sw_region_cpu_ratio', '{{name}}{{region}}']),
      panel('Memory', 'percentunit', ['sw_region_memory_ratio', '{{name}}{{region}}']),
      panel('Players', 'short', ['sw_region_players', '{{name}}{{region}}']),
      panel('States', 'short', ['sum by (state) (sw_region_state)', '{{state}}']),
      panel('Scaled', 'short', ['sum by (dir) (increase(sw_region_scale_total[1h]))', '{{dir}}']),
      panel('Restarts', 'short', ['sum(increase(sw_region_restarts_total[1h]))', 'in an hour']),
      panel('Watching is late by', 's', ['max(sw_region_monitor_lag_seconds)', 'region-manager']),
    ],
  },
  {
    uid: 'sw-database',
    title: 'Database, Redis and jobs',
    panels: [
      panel('Connections in use', 'short', ['sw_db_pool_in_use', '{{instance}}']),
      panel('Time of a flush', 's', [
        'histogram_quantile(0.95, sum by (le, name) (rate(sw_db_query_seconds_bucket[5m])))',
        '{{name}}',
      ]),
      panel('Repeated transactions', 'cps', [
        'sum by (sqlstate) (rate(sw_db_retries_total[5m]))',
        '{{sqlstate}}',
      ]),
      panel('Failed Redis commands', 'cps', ['sum(rate(sw_redis_errors_total[5m]))', 'redis']),
      panel('Since the last success of a job', 's', [
        'time() - max by (exported_job) (sw_job_last_success_timestamp)',
        '{{exported_job}}',
      ]),
      panel('Failed jobs', 'short', [
        'sum by (exported_job) (increase(sw_job_failures_total[1h]))',
        '{{exported_job}}',
      ]),
      panel('Age of the newest backup', 's', [
        'time() - max by (db) (sw_backup_last_success_timestamp_seconds)',
        '{{db}}',
      ]),
    ],
  },
];

const WIDTH = 12;
const HEIGHT = 8;

/** The JSON Grafana reads, two panels in a row. */
export const grafanaJson = (dashboard: Dashboard): string =>
  `${JSON.stringify(
    {
      uid: dashboard.uid,
      title: `SectorWars: ${dashboard.title}`,
      tags: ['sectorwars'],
      timezone: 'utc',
      schemaVersion: 39,
      refresh: '30s',
      time: { from: 'now-6h', to: 'now' },
      panels: dashboard.panels.map(({ title, unit, queries }, at) => ({
        id: at + 1,
        type: 'timeseries',
        title,
        datasource: { type: 'prometheus', uid: 'prometheus' },
        gridPos: { x: (at % 2) * WIDTH, y: Math.floor(at / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
        fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
        targets: queries.map(({ expr, legend }, index) => ({
          refId: String.fromCharCode('A'.charCodeAt(0) + index),
          datasource: { type: 'prometheus', uid: 'prometheus' },
          expr,
          legendFormat: legend,
        })),
      })),
    },
    null,
    2,
  )}\n`;
