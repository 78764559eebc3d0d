/** PostgreSQL settings by name, as `postgresql.conf` takes them. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** How a server started by this package calls itself: `current_setting('cluster_name')`. */
export const EMBEDDED_CLUSTER_NAME = 'sectorwars-embedded';

/** For a game with real players on one machine: durable, modest with memory, reachable from this machine only. */
export const DURABLE: PostgresSettings = {
  cluster_name: EMBEDDED_CLUSTER_NAME,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  checkpoint_timeout: '15min',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  huge_pages: 'off',
  max_parallel_workers_per_gather: '0',
  password_encryption: 'scram-sha-256',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  logging_collector: 'off',
};

/** For tests: data that nobody will miss, many short-lived databases. */
export const THROWAWAY: PostgresSettings = {
  ...DURABLE,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
};

/** The text of `postgresql.conf`. It is ours alone and is written anew at every start. */
export function renderSettings(settings: PostgresSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return ['# Written at every start; changes made here are lost.', ...lines, ''].join('\n');
}
