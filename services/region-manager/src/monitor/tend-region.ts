import { isAppError } from '@sw/service-kit';
import type { Orders } from '../api/orders.ts';
import type { Deps } from '../deps.ts';
import { addEvent, clearAlerts, raiseAlert } from '../store/journal.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { resourcesOf } from '../store/region-row.ts';
import { findAllocation, patchRegion, storeRestarts, storeSample } from '../store/regions.repository.ts';
import { decideHealth } from './decide-health.ts';
import type { ScaleDecision } from './decide-scale.ts';
import { decideScale } from './decide-scale.ts';
import type { Look } from './take-sample.ts';

/** Acts on one look at a region that should run: writes it down, then restarts, gives up or scales. */
export const tendRegion = async (
  deps: Deps,
  orders: Orders,
  region: RegionRow,
  look: Look,
  isRunning: boolean,
): Promise<void> => {
  const nowMs = deps.clock();
  const health = decideHealth({
    isHealthy: look.isHealthy,
    isRunning,
    failCount: region.failCount,
    restartsMs: region.restarts.map((date) => date.getTime()),
    nowMs,
  });
  const scale =
    look.sample === null || !look.isHealthy ? null : await judgeScale(deps, region, look.sample, nowMs);
  await deps.db.write((sql) => [
    storeSample(sql, region.name, look.sample ?? region.lastSample, {
      ...(scale?.counts ?? {}),
      failCount: health.failCount,
      playersOnline: look.playersOnline,
    }),
  ]);
  if (look.sample !== null) {
    // A day of history is nice to have; the monitor goes on without Redis.
    await deps.redis?.keepSample(region.name, look.sample).catch((error: unknown) => {
      deps.logger.warn({ err: error, region: region.name }, 'monitor.history_failed');
    });
  }
  if (health.action === 'give_up') return giveUp(deps, region);
  if (health.action === 'restart') return restart(deps, orders, region, health.restartsMs, isRunning);
  if (health.failCount === 0 && region.failCount > 0) {
    await deps.db.write((sql) => [clearAlerts(sql, region.name, ['region_unhealthy'])]);
  }
  if (scale !== null) await applyScale(deps, orders, region, scale);
};

const judgeScale = async (
  { db, config }: Deps,
  region: RegionRow,
  sample: NonNullable<Look['sample']>,
  nowMs: number,
): Promise<ScaleDecision> => {
  const [others] = await findAllocation(db.sql, { except: region.name, ownerUserId: region.ownerUserId });
  const held = others ?? { cpuCores: 0, memoryGb: 0 };
  return decideScale({
    sample,
    now: resourcesOf(region),
    base: { cpuCores: region.baseCpuCores, memoryGb: region.baseMemoryGb },
    max: config.max,
    free: {
      cpuCores: Math.max(0, config.budget.cpuCores - held.cpuCores - region.cpuCores),
      memoryGb: Math.max(0, config.budget.memoryGb - held.memoryGb - region.memoryGb),
    },
    counts: region,
    thresholds: config.thresholds,
    sinceScaledMs: region.lastScaledAt === null ? null : nowMs - region.lastScaledAt.getTime(),
  });
};

const applyScale = async (
  deps: Deps,
  orders: Orders,
  region: RegionRow,
  { action, counts }: ScaleDecision,
): Promise<void> => {
  const { name } = region;
  if (action.kind === 'at_cap') {
    await deps.db.write((sql) => [raiseAlert(sql, 'region_at_cap', name, { ...resourcesOf(region) })]);
    return;
  }
  if (action.kind === 'no_room') {
    await deps.db.write((sql) => [raiseAlert(sql, 'capacity_exhausted', name, { ...resourcesOf(region) })]);
    return;
  }
  if (counts.cpuHigh === 0 && counts.memoryHigh === 0) {
    await deps.db.write((sql) => [clearAlerts(sql, name, ['region_at_cap', 'capacity_exhausted'])]);
  }
  if (!('to' in action)) return;
  deps.logger.info({ region: name, ...action }, 'scaling.advised');
  if (!deps.config.isAutoScaling) return;
  if (await ordered(() => orders.scale(name, action.to, 'monitor', null))) {
    deps.metrics.scales.inc({ dir: action.kind });
    await deps.db.write((sql) => [addEvent(sql, name, `scaling.${action.kind}`, { ...action.to })]);
  }
};

const restart = async (
  deps: Deps,
  orders: Orders,
  region: RegionRow,
  restartsMs: readonly number[],
  isRunning: boolean,
): Promise<void> => {
  const { name } = region;
  if (!(await ordered(() => orders.restart(name, null)))) return;
  deps.metrics.restarts.inc();
  const why = isRunning ? 'unhealthy' : 'gone';
  deps.logger.warn({ region: name, why }, 'region.restarting');
  await deps.db.write((sql) => [
    storeRestarts(sql, name, restartsMs),
    addEvent(sql, name, 'restart.automatic', { why, restarts: restartsMs.length }),
    raiseAlert(sql, 'region_unhealthy', name, { why }),
  ]);
};

/** Left as it is for a person to look at: its world is untouched, and `restart` brings it back. */
const giveUp = async (deps: Deps, { name }: RegionRow): Promise<void> => {
  deps.logger.error({ region: name }, 'region.failed');
  await deps.db.write((sql) => [
    patchRegion(sql, name, { state: 'failed' }),
    addEvent(sql, name, 'region.failed', { why: 'restarts' }),
    raiseAlert(sql, 'region_failed', name, { why: 'restarts' }),
    clearAlerts(sql, name, ['region_unhealthy']),
  ]);
};

/** Somebody else may have ordered something meanwhile; the next look sees what came of it. */
const ordered = async (order: () => Promise<unknown>): Promise<boolean> => {
  try {
    await order();
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
};
