import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { OperationRow } from '../store/operations.repository.ts';
import { claimOperation, parkOperation, renewLease } from '../store/operations.repository.ts';
import { retryDelayMs } from './backoff.ts';
import type { PlanOf } from './plan.ts';
import { runOperation } from './run-operation.ts';

export interface EngineOptions {
  readonly db: Database;
  readonly planOf: PlanOf;
  readonly logger: Logger;
  readonly owner: string;
  readonly onFinished?: (operation: OperationRow, state: 'succeeded' | 'failed') => void;
  /** Pause before a retry; tests need not wait. */
  readonly retryDelayMs?: (retry: number) => number;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

/**
 * Runs operations (rule book, platform 9.3). Each is held by a lease, renewed while its steps run, and by an
 * advisory lock of its region on a connection of its own. A manager that dies loses both, and another, or the
 * same one started again, goes on at the step that was under way.
 */
export interface Engine {
  start(): void;
  /** Looks for work at once instead of at the next turn. */
  nudge(): void;
  /** Runs everything that is due, and resolves when nothing is left. */
  drain(): Promise<void>;
  /** Steps under way are told to stop; they are taken up again at the next start. */
  stop(): Promise<void>;
}

const LEASE_MS = 30_000;
const POLL_MS = 1_000;
const AT_ONCE = 4;
/** First part of the advisory lock; the second is a hash of the region's name. */
const LOCK_CLASS = 7_304_211;
/** When another connection still holds the region. */
const LOCKED_DELAY_MS = 1_000;

const ignore = (): void => undefined;

export const createEngine = (options: EngineOptions): Engine => {
  const { db, logger, owner } = options;
  const leaseMs = options.leaseMs ?? LEASE_MS;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const runner = {
    db,
    owner,
    logger,
    planOf: options.planOf,
    retryDelayMs: options.retryDelayMs ?? retryDelayMs,
    onFinished: options.onFinished ?? ignore,
  };

  const claim = async (): Promise<OperationRow | undefined> => {
    const [claimed] = await db.write((sql) => [claimOperation(sql, { owner, forMs: leaseMs })]);
    return claimed[0];
  };

  /** Holds lease and lock while the operation runs. */
  const hold = async (operation: OperationRow): Promise<void> => {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const renewal = setInterval(() => {
      db.write((sql) => [renewLease(sql, operation.id, { owner, forMs: leaseMs })]).then(
        ([renewed]) => {
          if (renewed.length === 0) lost.abort();
        },
        (error: unknown) =>
          logger.warn({ err: error, operation: operation.id }, 'operation.lease_not_renewed'),
      );
    }, leaseMs / 3);
    try {
      await db.session(async (sql) => {
        const [lock] = await sql<{ isHeld: boolean }[]>`
          select pg_try_advisory_lock(${LOCK_CLASS}, hashtext(${operation.region})) as is_held`;
        if (lock?.isHeld !== true) {
          await db.write((write) => [parkOperation(write, operation.id, owner, LOCKED_DELAY_MS)]);
          return;
        }
        try {
          await runOperation(runner, operation, signal);
        } finally {
          // The server would notice the end of the connection a moment later than the next who takes it.
          await sql`select pg_advisory_unlock(${LOCK_CLASS}, hashtext(${operation.region}))`;
        }
      });
    } finally {
      clearInterval(renewal);
      if (stopping.signal.aborted) {
        await db.write((sql) => [parkOperation(sql, operation.id, owner, 0)]).catch(() => undefined);
      }
    }
  };

  const take = async (): Promise<boolean> => {
    if (stopping.signal.aborted || running.size >= AT_ONCE) return false;
    const operation = await claim();
    if (operation === undefined) return false;
    const run = hold(operation)
      .catch((error: unknown) => {
        logger.error({ err: error, operation: operation.id }, 'operation.broke_off');
      })
      .finally(() => {
        running.delete(run);
        nudge();
      });
    running.add(run);
    return true;
  };

  const turn = async (): Promise<void> => {
    try {
      while (await take());
    } catch (error) {
      logger.warn({ err: error }, 'engine.turn_failed');
    }
  };

  const nudge = (): void => {
    if (timer !== undefined && !stopping.signal.aborted) void turn();
  };

  return {
    start: () => {
      timer ??= setInterval(() => void turn(), options.pollMs ?? POLL_MS);
      nudge();
    },
    nudge,
    drain: async () => {
      while ((await take()) || running.size > 0) await Promise.race(running);
    },
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await Promise.allSettled(running);
    },
  };
};
