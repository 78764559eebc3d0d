import { isStale } from '../knowledge/snapshot.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { AUTOPILOT_HAZARD_STOP, AUTOPILOT_LEASE_MS, AUTOPILOT_TIME_BOX_MS } from './constants.ts';
import type { AutopilotNextHop, AutopilotOrders, AutopilotProgress, AutopilotStop } from './types.ts';

/**
 * Whether an autopilot stops before its next hop, and why; null = fly on (rule book, world 8.8). `next` is null at the
 * end of the course and `'no_route'` where replotting found none. Asked before every hop, the first included.
 */
export function autopilotStop(
  progress: AutopilotProgress,
  next: AutopilotNextHop | 'no_route' | null,
  orders: AutopilotOrders,
  nowMs: number,
): AutopilotStop | null {
  const incident = stopForIncident(progress, orders);
  if (incident !== null) {
    return incident;
  }
  if (next === null) {
    return 'arrived';
  }
  const here = stopForHere(progress, orders);
  if (here !== null) {
    return here;
  }
  return next === 'no_route' ? 'no_route' : stopBefore(next, progress, orders, nowMs);
}

/** Refuses a second call while one runs: `autopilot_active` `{until}`. A crashed run frees itself. */
export function checkAutopilotFree(autopilotUntilMs: number | null, nowMs: number): Refusal | null {
  return autopilotUntilMs !== null && autopilotUntilMs > nowMs
    ? refuse('autopilot_active', { until: autopilotUntilMs })
    : null;
}

/** Until when a hop reserves the autopilot of its player. */
export function autopilotLease(nowMs: number): number {
  return nowMs + AUTOPILOT_LEASE_MS;
}

function stopForIncident(progress: AutopilotProgress, { minHullPct }: AutopilotOrders): AutopilotStop | null {
  if (progress.isShipLost) {
    return 'ship_lost';
  }
  if (progress.wasAttacked) {
    return 'attacked';
  }
  if (progress.hasPositionChanged) {
    return 'position_changed';
  }
  return progress.hull * 100 < progress.maxHull * minHullPct ? 'hull_low' : null;
}

function stopForHere(progress: AutopilotProgress, orders: AutopilotOrders): AutopilotStop | null {
  const { here, hopsDone } = progress;
  if (hopsDone > 0) {
    const seen: Partial<Record<string, boolean>> = {
      player: here.hasPlayer,
      forces: here.hasForces,
      station: here.hasStation,
    };
    const reason = orders.stopOn.find((key) => seen[key] === true);
    if (reason !== undefined) {
      return reason;
    }
  }
  if (hopsDone >= orders.maxHops) {
    return 'max_hops';
  }
  return progress.elapsedMs >= AUTOPILOT_TIME_BOX_MS ? 'time_limit' : null;
}

function stopBefore(
  next: AutopilotNextHop,
  progress: AutopilotProgress,
  orders: AutopilotOrders,
  nowMs: number,
): AutopilotStop | null {
  if (next.crossesRegion && !orders.crossRegions) {
    return 'region_border';
  }
  if (progress.tollSpent + next.toll > (orders.maxTollTotal ?? 0n)) {
    return 'toll_limit';
  }
  if (next.hasHostileDrones) {
    return 'hostile_drones';
  }
  if (orders.stopOn.includes('hazard5') && (next.hazard ?? 0) >= AUTOPILOT_HAZARD_STOP) {
    return 'hazard5';
  }
  if (orders.stopOn.includes('stale') && isStale(next.seenAtMs, nowMs)) {
    return 'stale';
  }
  if (progress.turnsSpent + next.cost > (orders.maxTurns ?? Number.POSITIVE_INFINITY)) {
    return 'max_turns';
  }
  return next.cost > progress.turnsLeft ? 'insufficient_turns' : null;
}
