import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@sw/db';
import type { Logger, Metrics } from '@sw/service-kit';
import type { Bus } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import { createBusFollower } from './bus-follower.ts';
import type { Fleet } from './fleet.ts';
import type { Hub } from './hub.ts';
import type { AlsoKeep } from './outbox-publisher.ts';
import { createOutboxPublisher } from './outbox-publisher.ts';
import type { Relay } from './relay.ts';
import { HEARTBEAT_MS } from './relay.ts';
import type { SharedChannels } from './shared-channels.ts';

export interface BusRelayOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly channels: SharedChannels;
  readonly hub: Hub;
  readonly fleet: Fleet;
  readonly alsoKeep: AlsoKeep;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Reads again what this process keeps of the database: events that would have told of it may have been missed. */
  readonly catchUp: () => Promise<void>;
}

/** Rounds follow each other no faster, so that commits of a busy moment share one. */
const PACE_MS = 5;
const RETRY_MS = 250;
/** Rows of processes that died before they published are found within this time. */
const LOOK_MS = 1_000;

/**
 * Takes events from commits to the bus, and from the bus to the hub. The process that commits publishes at
 * once, unless another is publishing at that moment; all of them hear everything from the bus alone, in its
 * order. While the bus is down rows wait in the outbox and sockets stay up.
 */
export const createBusRelay = (options: BusRelayOptions): Relay => {
  const { db, bus, channels, hub, fleet, clock, logger, metrics, catchUp } = options;
  const publisher = createOutboxPublisher(db, bus, options.alsoKeep);
  const timers = new Set<NodeJS.Timeout>();
  let isRunning = false;
  let isWanted = false;
  let publishing: Promise<void> | undefined;

  const lost = async (): Promise<void> => {
    await channels.relocate();
    await catchUp();
    hub.requireResync();
  };

  const follower = createBusFollower({
    bus,
    logger,
    onItems: (items) => hub.deliverNumbered(items),
    onLost: lost,
  });

  const publishAll = async (): Promise<void> => {
    while (isWanted && bus.isUp()) {
      isWanted = false;
      let pauseMs = PACE_MS;
      try {
        const round = await publisher.publish();
        isWanted ||= round === 'more' || round === 'busy';
      } catch (error) {
        isWanted = true;
        pauseMs = RETRY_MS;
        logger.warn({ err: error }, 'outbox.publish_failed');
      }
      if (!isRunning) return;
      await sleep(pauseMs, undefined, { ref: false });
    }
  };

  const wake = (): void => {
    isWanted = true;
    if (publishing !== undefined || !bus.isUp()) return;
    publishing = publishAll().finally(() => {
      publishing = undefined;
      if (isWanted && isRunning && bus.isUp()) wake();
    });
  };

  /** What waits is also looked at when nobody called: its writer may be dead. */
  const look = async (): Promise<void> => {
    const [waiting] = await db.sql<{ rows: number; oldest: Date | null }[]>`
      SELECT count(*)::int AS rows, min(created_at) AS oldest FROM event_outbox`;
    const { rows = 0, oldest = null } = waiting ?? {};
    metrics.outbox.rows.set(rows);
    metrics.outbox.lagSeconds.set(oldest === null ? 0 : Math.max(0, clock() - oldest.getTime()) / 1000);
    if (rows > 0) wake();
  };

  const repeat = (work: () => Promise<void>, everyMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work()
        .catch((error: unknown) => logger.warn({ err: error }, 'outbox.round_failed'))
        .finally(() => {
          if (isRunning) repeat(work, everyMs);
        });
    }, everyMs).unref();
    timers.add(timer);
  };

  return {
    committed: wake,
    // Whatever was kept stands in the outbox.
    doubted: wake,
    missed: () => follower.lose(),
    start: async () => {
      isRunning = true;
      bus.onChange((isUp) => {
        hub.setDegraded(!isUp);
        if (isUp) wake();
      });
      hub.setDegraded(!bus.isUp());
      await fleet.beat();
      await follower.start();
      // What was told between loading the galaxy and the beginning was told to nobody here.
      await catchUp();
      wake();
      repeat(look, LOOK_MS);
      repeat(() => fleet.beat(), HEARTBEAT_MS);
    },
    stop: async () => {
      isRunning = false;
      for (const timer of timers) clearTimeout(timer);
      await publishing;
      if (isWanted) await publishAll();
      await follower.stop();
      await fleet.leave().catch((error: unknown) => logger.warn({ err: error }, 'outbox.leave_failed'));
      await bus.close();
    },
  };
};
