import type { Database, Sql } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { Clock } from '../platform/clock.ts';

export interface LeasedLoopOptions {
  readonly db: Database;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Who asks for the lease: a UUID of this process. */
  readonly holder: string;
  readonly name: string;
  readonly everyMs: number;
  run(nowMs: number): Promise<void>;
}

export interface LeasedLoop {
  /** One round: takes or renews the lease and, with it, does the work. True when it did. */
  tick(): Promise<boolean>;
  start(): void;
  /** Waits for a round that is under way and gives the lease back. */
  stop(): Promise<void>;
}

/** A lease outlives this many rounds, so that a dead holder is replaced soon and a slow one is not. */
const LEASE_ROUNDS = 3;

/**
 * Work with a period too short for the job queue: of all processes only the holder of a leased row does it
 * (rule book, README 8). After a crash another process takes over when the lease has run out.
 */
export const createLeasedLoop = (options: LeasedLoopOptions): LeasedLoop => {
  const { db, logger, clock, holder, name, everyMs } = options;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const tick = async (): Promise<boolean> => {
    const nowMs = clock();
    const [taken] = await db.write((sql) => [
      takeLease(sql, { name, holder, nowMs, untilMs: nowMs + LEASE_ROUNDS * everyMs }),
    ]);
    if (taken.length === 0) return false;
    await options.run(nowMs);
    return true;
  };

  const schedule = (): void => {
    timer = setTimeout(() => {
      round = tick()
        .catch((error: unknown) => logger.warn({ err: error, loop: name }, 'loop.failed'))
        .finally(() => {
          if (!isStopped) schedule();
        });
    }, everyMs).unref();
  };

  return {
    tick,
    start: schedule,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
      await db.write((sql) => [sql`DELETE FROM leases WHERE name = ${name} AND holder = ${holder}`]);
    },
  };
};

interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly nowMs: number;
  readonly untilMs: number;
}

/** One row when the lease is ours now: it was free, had run out, or was ours already. */
const takeLease = (sql: Sql, lease: Lease) =>
  sql<{ name: string }[]>`
    INSERT INTO leases AS l (name, holder, until)
    VALUES (${lease.name}, ${lease.holder}, ${new Date(lease.untilMs)})
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE l.holder = excluded.holder OR l.until <= ${new Date(lease.nowMs)}
    RETURNING name`;
