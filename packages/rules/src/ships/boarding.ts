import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkPeace } from './desk.ts';
import { effectiveStats } from './effective-stats.ts';
import type { FleetShip } from './fleet-types.ts';

/**
 * Refuses to change ships (rule book, ships-combat 6): `already_aboard`, `not_colocated` unless both are docked at one
 * station (a pod also boards a derelict of its pilot beside it), `recent_combat` `{until}`, and what may not stay
 * behind: a loaner goes back empty (`ship_not_empty` `{units}`), the load of a pod must fit (`cargo_full` `{max}`).
 */
export function checkBoarding(from: FleetShip, to: FleetShip, nowMs: number): Refusal | null {
  if (to.isActive || from.id === to.id) {
    return refuse('already_aboard');
  }
  if (!isReachable(from, to)) {
    return refuse('not_colocated');
  }
  return checkPeace(from, nowMs) ?? checkPeace(to, nowMs) ?? checkLeftBehind(from, to);
}

/** Whether the ship a pilot leaves is gone afterwards: a pod is discarded, a loaner goes back to its dealer. */
export function isGoneWhenLeft({ build, isLoaner }: Pick<FleetShip, 'build' | 'isLoaner'>): boolean {
  return isLoaner || build.type === 'escape_pod';
}

/** Refuses to leave behind what cannot stay. */
export function checkLeftBehind(from: FleetShip, to: FleetShip): Refusal | null {
  if (from.build.type === 'escape_pod') {
    const room = Math.max(0, effectiveStats(to.build).cargoCapacity - to.cargoUsed);
    return from.cargoUsed > room ? refuse('cargo_full', { max: room }) : null;
  }
  return from.isLoaner && from.cargoUsed > 0 ? refuse('ship_not_empty', { units: from.cargoUsed }) : null;
}

function isReachable(from: FleetShip, to: FleetShip): boolean {
  if (to.status === 'derelict') {
    return from.build.type === 'escape_pod' && from.status === 'in_space' && from.sectorId === to.sectorId;
  }
  return from.status === 'docked' && to.status === 'docked' && from.stationId === to.stationId;
}
