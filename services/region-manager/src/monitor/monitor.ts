import type { Orders } from '../api/orders.ts';
import type { Deps } from '../deps.ts';
import type { SeenServer } from '../drivers/driver.ts';
import type { Workshop } from '../operations/workshop.ts';
import { clearOrphansBut, raiseAlert } from '../store/journal.repository.ts';
import { takeLease } from '../store/leases.repository.ts';
import { findOpen } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { allRegions } from '../store/regions.repository.ts';
import { showFigures } from './show-figures.ts';
import { createSampler } from './take-sample.ts';
import { tendRegion } from './tend-region.ts';

const AT_ONCE = 16;
const LEASE = 'monitor';
/** The right to look outlives a late round. */
const LEASE_ROUNDS = 3;

/**
 * Looks at every region each interval (rule book, platform 9.5). Of several managers one does; rounds never overlap,
 * and a region that hangs or fails delays no other longer than the limits of its own questions.
 */
export interface Monitor {
  start(): void;
  /** One round; false when another manager has the lease. */
  round(): Promise<boolean>;
  /** Seconds since a round last ended, here or, while another manager looks, since that was seen. */
  lagS(): number;
  stop(): Promise<void>;
}

export const createMonitor = (deps: Deps, orders: Orders, { probe, secrets }: Workshop): Monitor => {
  const { db, clock, config, logger } = deps;
  const sample = createSampler(deps.driver, probe, clock);
  let lastMs = clock();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<boolean> | undefined;

  /** A Redis without a file for accounts forgets them when it is started anew. */
  const restoreAccount = async (region: RegionRow): Promise<void> => {
    try {
      await deps.redis?.restoreUser(region.name, await secrets.redisPassword(region));
    } catch (error) {
      logger.warn({ err: error, region: region.name }, 'monitor.account_not_restored');
    }
  };

  const tend = async (region: RegionRow, isRunning: boolean): Promise<void> => {
    try {
      await restoreAccount(region);
      await tendRegion(deps, orders, region, await sample(region), isRunning);
    } catch (error) {
      logger.error({ err: error, region: region.name }, 'monitor.region_failed');
    }
  };

  const look = async (): Promise<boolean> => {
    const forMs = config.monitorIntervalMs * LEASE_ROUNDS;
    const [lease] = await db.write((sql) => [takeLease(sql, LEASE, { owner: deps.owner, forMs })]);
    if (lease.length === 0) {
      lastMs = clock();
      return false;
    }
    const seen = await deps.driver.list();
    const regions = await allRegions(db.sql);
    await reportOrphans(deps, seen, regions);
    const open = await findOpen(
      db.sql,
      regions.map(({ name }) => name),
    );
    const busy = new Set(open.map(({ region }) => region));
    const due = regions.filter(
      ({ name, state, driver }) => state === 'active' && driver === deps.driver.kind && !busy.has(name),
    );
    const runs = new Set(seen.filter(({ isRunning }) => isRunning).map(({ name }) => name));
    await forEachOf(due, AT_ONCE, (region) => tend(region, runs.has(region.name)));
    await showFigures(deps);
    lastMs = clock();
    return true;
  };

  const round = (): Promise<boolean> => {
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    start: () => {
      timer ??= setInterval(() => {
        round().catch((error: unknown) => logger.warn({ err: error }, 'monitor.round_failed'));
      }, config.monitorIntervalMs);
    },
    round,
    lagS: () => Math.max(0, (clock() - lastMs) / 1000),
    stop: async () => {
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
};

/** Servers nobody here knows are shown to an operator and never touched: they may hold somebody's world. */
const reportOrphans = async (
  { db, logger }: Deps,
  seen: readonly SeenServer[],
  regions: readonly RegionRow[],
): Promise<void> => {
  const known = new Set(regions.filter(({ state }) => state !== 'terminated').map(({ name }) => name));
  const orphans = seen.filter(({ name }) => !known.has(name));
  for (const { name } of orphans) logger.warn({ region: name }, 'orphan.seen');
  await db.write((sql) => [
    ...orphans.map(({ name, isRunning }) => raiseAlert(sql, 'orphan', name, { isRunning })),
    clearOrphansBut(
      sql,
      orphans.map(({ name }) => name),
    ),
  ]);
};

/** At most `limit` at a time, in order of the list. */
const forEachOf = async <T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
};
