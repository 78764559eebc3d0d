import type { Socket } from 'node:net';
import { connect as dial } from 'node:net';
import postgres from 'postgres';
import { SQLSTATE, sqlStateOf } from './errors.ts';
import type { AnyStatement, Sql } from './sql.ts';

/**
 * One connection with one life (docs/adr/0013).
 *
 * A pooled driver reconnects behind the caller's back, and statements still queued on a broken connection then run
 * on the new one: outside the transaction they belong to. So every link is a driver instance of its own, limited to
 * one connection and allowed to dial once. When that connection ends, everything still queued is rejected and the
 * link is thrown away; the pool opens another.
 *
 * Statements outside an explicit read-write transaction are refused by the server (`default_transaction_read_only`),
 * so a statement that goes astray cannot change anything. `openLink(…, { isReadOnly: false })` lifts that for
 * migrations and sessions.
 */
export interface Link {
  readonly sql: Sql;
  isAlive(): boolean;
  /** Sends all statements in one network flush and waits until every one has been answered. */
  flush(statements: readonly AnyStatement[]): Promise<unknown[]>;
  end(): Promise<void>;
}

export interface LinkSettings {
  readonly applicationName: string;
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly isReadOnly: boolean;
}

interface DialTarget {
  readonly path?: string;
  readonly host: readonly string[];
  readonly port: readonly number[];
}

/** Opens a link; the connection itself is made by the first statement. */
export function openLink(url: string, settings: LinkSettings): Link {
  let isAlive = true;
  let socket: Socket | undefined;

  function dialOnce(target: DialTarget): Socket {
    if (socket !== undefined)
      throw Object.assign(new Error('connection is gone'), { code: 'CONNECTION_CLOSED' });
    const host = target.host[0] ?? '127.0.0.1';
    socket = target.path
      ? dial({ path: target.path })
      : dial({ host, port: target.port[0] ?? 5432, noDelay: true, keepAlive: true });
    return Object.assign(socket, { host });
  }

  async function end(): Promise<void> {
    isAlive = false;
    await sql.end({ timeout: 0 });
  }

  const options = {
    max: 1,
    types: { bigint: postgres.BigInt },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: {
      application_name: settings.applicationName,
      lock_timeout: settings.lockTimeoutMs,
      statement_timeout: settings.statementTimeoutMs,
      default_transaction_isolation: 'read committed' as const,
      ...(settings.isReadOnly ? { default_transaction_read_only: true } : {}),
      TimeZone: 'UTC',
    },
    connect_timeout: settings.connectTimeoutMs / 1000,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      if (isAlive) void end().catch(() => undefined);
    },
    socket: dialOnce,
  };
  const sql = postgres(url, options);

  return {
    sql,
    isAlive: () => isAlive,
    flush: (statements) => {
      const corked = socket;
      corked?.cork();
      const answers = settleAll(statements);
      if (corked !== undefined) afterSending(() => corked.uncork());
      return answers;
    },
    end,
  };
}

/**
 * Runs `work` when the driver has written every statement that was started before this call. It writes in the
 * microtask after a statement was started, a kilobyte at a time, and the rest in the next immediate: without holding
 * the socket back until then one flush is several system calls, each of which wakes the server up.
 */
function afterSending(work: () => void): void {
  queueMicrotask(() => setImmediate(work));
}

/**
 * Starts every statement at once and settles when all have been answered, so that the connection is quiet afterwards.
 * Of several errors the first that is not a consequence ("transaction is aborted") is thrown.
 */
function settleAll(statements: readonly AnyStatement[]): Promise<unknown[]> {
  const answers: unknown[] = new Array(statements.length);
  let open = statements.length;
  let failure: { error: unknown } | undefined;
  if (open === 0) return Promise.resolve(answers);

  return new Promise((resolve, reject) => {
    function settled(): void {
      open -= 1;
      if (open > 0) return;
      if (failure === undefined) resolve(answers);
      else reject(failure.error);
    }
    statements.forEach((statement, index) => {
      statement.then(
        (answer) => {
          answers[index] = answer;
          settled();
        },
        (error: unknown) => {
          const isConsequence = sqlStateOf(error) === SQLSTATE.failedTransaction;
          if (
            failure === undefined ||
            (!isConsequence && sqlStateOf(failure.error) === SQLSTATE.failedTransaction)
          ) {
            failure = { error };
          }
          settled();
        },
      );
    });
  });
}
