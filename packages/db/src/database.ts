import {
  BusyError,
  DatabaseUnavailableError,
  isRepeatable,
  isUnavailable,
  SQLSTATE,
  sqlStateOf,
} from './errors.ts';
import type { Link, LinkSettings } from './link.ts';
import { openLink } from './link.ts';
import { createLinkPool } from './link-pool.ts';
import { createReader } from './reader.ts';
import type { Answers, AnyStatement, Sql } from './sql.ts';
import type { TransactionKind, Tx } from './transaction.ts';
import { COMMAND, runTransaction, SNAPSHOT } from './transaction.ts';

/** How often a command is run again after the database chose it as the victim of a deadlock. */
const MAX_REPEATS = 3;
const CLOSE_GRACE_MS = 10_000;

export interface ConnectOptions {
  /** Connections in total (default 20). A fifth of them serves plain reads, the rest one command each at a time. */
  readonly max?: number;
  /** Shown in `pg_stat_activity` (default `sectorwars`). */
  readonly applicationName?: string;
  /** How long a statement waits for a row lock (default 3,000). */
  readonly lockTimeoutMs?: number;
  /** How long a statement may run (default 30,000). */
  readonly statementTimeoutMs?: number;
  /** How long a command waits for a free connection (default 5,000). */
  readonly leaseTimeoutMs?: number;
  /** How long a new connection may take (default 10,000). */
  readonly connectTimeoutMs?: number;
  /** Told each time a command is run again, with the SQLSTATE that caused it. */
  readonly onRepeat?: (sqlState: string) => void;
}

/** The figures behind the pool metrics. */
export interface PoolStats {
  /** Connections commands may use at once. */
  readonly size: number;
  /** Commands that have one now. */
  readonly inUse: number;
  /** Commands that wait for one. */
  readonly waiting: number;
}

export interface Database {
  /**
   * Reads of a single statement, outside a transaction, pipelined over a few shared connections. The server refuses
   * writes here; they belong into `command` or `write`.
   */
  readonly sql: Sql;
  /**
   * Runs one command as one READ COMMITTED transaction, see `Tx`. After a deadlock `work` is run again from the
   * start, at most three times: whatever it draws or reads from the clock must be drawn before. Lock timeouts,
   * repeated deadlocks and an exhausted pool throw `BusyError`, a lost database `DatabaseUnavailableError`.
   */
  command<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A command that needs to load nothing: all statements between BEGIN and COMMIT in one flush. */
  write<const TStatements extends readonly AnyStatement[]>(
    build: (sql: Sql) => TStatements,
  ): Promise<Answers<TStatements>>;
  /** Several reads that see one moment (REPEATABLE READ, read only); ends without a commit. */
  snapshot<T>(work: (tx: Pick<Tx, 'sql' | 'load'>) => Promise<T>): Promise<T>;
  /**
   * A connection of its own, opened for `work` and ended after it: session-level locks, settings, DDL. No implicit
   * transaction; statements are sent as they are awaited.
   */
  session<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  stats(): PoolStats;
  /** Waits for running commands (at most ten seconds), then ends every connection. */
  close(): Promise<void>;
}

/**
 * Opens a handle on a PostgreSQL database; connections are made when first needed.
 *
 * Settings travel in the start-up packet, so no connection pays a round trip for them; a transaction-pooling proxy in
 * between is therefore not supported.
 */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const max = options.max ?? 20;
  const readers = Math.max(1, Math.floor(max / 5));
  const size = Math.max(1, max - readers);
  const settings: LinkSettings = {
    applicationName: options.applicationName ?? 'sectorwars',
    lockTimeoutMs: options.lockTimeoutMs ?? 3_000,
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    isReadOnly: true,
  };
  const open = (): Link => openLink(url, settings);
  const pool = createLinkPool({
    size,
    leaseTimeoutMs: options.leaseTimeoutMs ?? 5_000,
    open,
  });
  const reader = createReader(readers, open);

  async function attempt<T>(kind: TransactionKind, work: (tx: Tx) => Promise<T>): Promise<T> {
    const link = await pool.lease();
    try {
      return await runTransaction(link, kind, work);
    } finally {
      pool.giveBack(link);
    }
  }

  async function run<T>(kind: TransactionKind, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await attempt(kind, work);
      } catch (error) {
        if (!isRepeatable(error) || repeats >= MAX_REPEATS) throw translate(error);
        options.onRepeat?.(sqlStateOf(error) ?? '');
      }
    }
  }

  return {
    sql: reader.sql,
    command: (work) => run(COMMAND, work),
    write: (build) => run(COMMAND, (tx) => tx.commit(...build(tx.sql))) as Promise<never>,
    snapshot: (work) => run(SNAPSHOT, work),
    async session(work) {
      const link = openLink(url, { ...settings, isReadOnly: false, statementTimeoutMs: 0 });
      try {
        return await work(link.sql);
      } finally {
        await link.end();
      }
    },
    stats: () => ({ size, inUse: pool.inUse(), waiting: pool.waiting() }),
    async close() {
      await pool.close(CLOSE_GRACE_MS);
      await reader.close();
    },
  };
}

/** Turns what the database said about its own state into the two errors callers know; the rest stays as it is. */
function translate(error: unknown): unknown {
  const state = sqlStateOf(error);
  if (state === SQLSTATE.lockNotAvailable) return new BusyError('lock_timeout', { cause: error });
  if (state === SQLSTATE.deadlock) return new BusyError('deadlock', { cause: error });
  if (error instanceof DatabaseUnavailableError) return error;
  return isUnavailable(error) ? new DatabaseUnavailableError('none', { cause: error }) : error;
}
