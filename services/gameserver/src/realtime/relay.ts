import type { Database } from '@sw/db';
import type { Logger, Metrics } from '@sw/service-kit';
import type { Clock } from '../platform/clock.ts';
import type { Fleet } from './fleet.ts';
import type { Hub } from './hub.ts';
import type { OutboxEvent, OutboxSignal } from './outbox.ts';
import { createOutboxReader } from './outbox-reader.ts';

export interface Relay extends OutboxSignal {
  /** Something was told that this process will never hear: it looks again, and everybody connected to it. */
  missed(): void;
  start(): Promise<void>;
  /** Delivers what is waiting, then stops polling and takes this process off the list. */
  stop(): Promise<void>;
}

export interface RelayOptions {
  readonly db: Database;
  readonly hub: Hub;
  readonly fleet: Fleet;
  readonly processId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Reads again what this process keeps of the database: events that would have told of it may have been missed. */
  readonly catchUp: () => Promise<void>;
}

const POLL_MS = 50;
/** How often a process shows that it is alive. */
export const HEARTBEAT_MS = 5_000;

/**
 * Takes events from commits to the hub (rule book, platform 6.4). Those of this process arrive through
 * memory right after their commit; those of other processes are polled, and only while there are any.
 */
export const createRelay = (options: RelayOptions): Relay => {
  const { hub, fleet, clock, logger, metrics, catchUp } = options;
  const reader = createOutboxReader(options);
  let queue: OutboxEvent[] = [];
  let isScheduled = false;
  const timers = new Set<NodeJS.Timeout>();
  let isRunning = false;
  const rounds = new Set<Promise<void>>();

  const deliver = (events: readonly OutboxEvent[]): void => {
    try {
      hub.deliver(events);
    } catch (error) {
      logger.error({ err: error }, 'outbox.delivery_failed');
    }
  };

  const drain = (): void => {
    isScheduled = false;
    const events = queue;
    queue = [];
    deliver(events);
  };

  /** What is kept is read before anybody is asked to fetch it anew. */
  const missed = async (): Promise<void> => {
    await catchUp().catch((error: unknown) => logger.warn({ err: error }, 'outbox.catch_up_failed'));
    hub.requireResync();
  };

  const poll = async (): Promise<void> => {
    if (!fleet.hasCompany()) {
      reader.rest();
      return;
    }
    for (;;) {
      const { rows, isFull, isIncomplete } = await reader.read();
      const [oldest] = rows;
      metrics.outbox.rows.set(rows.length);
      metrics.outbox.lagSeconds.set(
        oldest === undefined ? 0 : Math.max(0, clock() - oldest.createdAtMs) / 1000,
      );
      for (const row of rows) deliver(row.events);
      if (isIncomplete) await missed();
      if (!isFull || !isRunning) return;
    }
  };

  const repeat = (work: () => Promise<void>, everyMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const round = work()
        .catch((error: unknown) => logger.warn({ err: error }, 'outbox.round_failed'))
        .finally(() => {
          rounds.delete(round);
          if (isRunning) repeat(work, everyMs);
        });
      rounds.add(round);
    }, everyMs).unref();
    timers.add(timer);
  };

  return {
    committed: (events) => {
      for (const event of events) queue.push(event);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(drain);
    },
    doubted: () => void missed(),
    missed: () => void missed(),
    start: async () => {
      isRunning = true;
      await fleet.beat();
      await reader.begin();
      // What was told between loading the galaxy and the beginning was told to nobody here.
      await catchUp();
      repeat(poll, POLL_MS);
      repeat(() => fleet.beat(), HEARTBEAT_MS);
    },
    stop: async () => {
      isRunning = false;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(rounds);
      if (isScheduled) drain();
      await fleet.leave().catch((error: unknown) => logger.warn({ err: error }, 'outbox.leave_failed'));
    },
  };
};
