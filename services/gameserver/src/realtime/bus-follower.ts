import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sw/service-kit';
import type { Bus, BusCursor, BusItem } from '../platform/bus.ts';

export interface BusFollowerOptions {
  readonly bus: Bus;
  readonly logger: Logger;
  /** What was told, in the order of the bus. */
  readonly onItems: (items: readonly BusItem[]) => void;
  /** Commits were told that cannot be read any more; asked again until it succeeds. */
  readonly onLost: () => Promise<void>;
  /** Before the next attempt after a failed one; 100 ms unless given. */
  readonly retryMs?: number;
}

export interface BusFollower {
  /** What is kept here cannot be trusted: it is fetched anew before anything more is read. */
  lose(): void;
  /** Takes the present end of the bus as the beginning, and reads from there on. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const WAIT_MS = 1_000;
const RETRY_MS = 100;

/**
 * Reads the bus from where this process stopped, over every loss of the connection. Numbers without a hole
 * prove that nothing was missed; with one, or under another epoch, what is kept here is fetched anew.
 */
export const createBusFollower = ({
  bus,
  logger,
  onItems,
  onLost,
  retryMs = RETRY_MS,
}: BusFollowerOptions): BusFollower => {
  let cursor: BusCursor | undefined;
  let isStopped = false;
  let isLost = false;
  let round: Promise<void> = Promise.resolve();

  /** Undefined when the bus went on without us. */
  const readOn = async (from: BusCursor): Promise<BusCursor | undefined> => {
    const entries = await bus.read(from, WAIT_MS);
    let at = from;
    for (const entry of entries) {
      if (entry.epoch !== at.epoch || entry.number !== at.number + 1) return undefined;
      at = { epoch: entry.epoch, number: entry.number, id: entry.id };
      onItems(entry.items);
    }
    if (entries.length > 0) return at;
    // Silence may mean that all of it was deleted: then later entries might stand before ours.
    const tail = await bus.tail();
    const isAhead = bus.compare(tail, at) > 0;
    return tail.epoch === at.epoch && (tail.number === at.number || isAhead) ? at : undefined;
  };

  const step = async (): Promise<void> => {
    try {
      if (cursor === undefined || isLost) {
        isLost = false;
        cursor = undefined;
        const tail = await bus.tail();
        await onLost();
        cursor = tail;
      }
      const next = await readOn(cursor);
      if (next === undefined) logger.warn({}, 'bus.lost_place');
      cursor = next;
    } catch (error) {
      logger.debug({ err: error }, 'bus.read_failed');
      if (!isStopped) await sleep(retryMs, undefined, { ref: false });
    }
  };

  const follow = async (): Promise<void> => {
    while (!isStopped) await step();
  };

  return {
    lose: () => {
      isLost = true;
    },
    start: async () => {
      cursor = await bus.tail().catch(() => undefined);
      round = follow();
    },
    stop: async () => {
      isStopped = true;
      await Promise.race([round, sleep(WAIT_MS, undefined, { ref: false })]);
    },
  };
};
