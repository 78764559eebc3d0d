import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { StationService } from '../universe/types.ts';
import type { FleetShip, ServiceDesk } from './fleet-types.ts';

/** Switching and leaving a ship wait this long after an engagement. */
const PEACE_MS = 60_000;

/**
 * Refuses a service where the pilot is not docked or the station does not offer it: `not_docked`,
 * `station_not_operational` `{status}`, `no_ship_dealer` or `service_not_offered`, `services_refused` `{until}` for a wanted pilot
 * in a sanctuary.
 */
export function checkDesk(desk: ServiceDesk | null, service: StationService): Refusal | null {
  if (desk === null) {
    return refuse('not_docked');
  }
  if (desk.status === 'locked_down' || desk.status === 'disabled') {
    return refuse('station_not_operational', { status: desk.status });
  }
  if (!desk.services.includes(service)) {
    return refuse(service === 'ship_dealer' ? 'no_ship_dealer' : 'service_not_offered');
  }
  return desk.refusedUntilMs === null ? null : refuse('services_refused', { until: desk.refusedUntilMs });
}

/** Refuses with `not_colocated` a ship that is not docked where the pilot is. */
export function checkBesideDesk(ship: FleetShip, desk: ServiceDesk): Refusal | null {
  return ship.status === 'docked' && ship.stationId === desk.stationId ? null : refuse('not_colocated');
}

/** The service, then the ship beside it. */
export function checkServiced(
  ship: FleetShip,
  desk: ServiceDesk | null,
  service: StationService,
): Refusal | null {
  return checkDesk(desk, service) ?? (desk === null ? null : checkBesideDesk(ship, desk));
}

/** Refuses a price above what is there: `insufficient_credits` `{need, have}`. */
export function checkCredits(need: bigint, have: bigint): Refusal | null {
  return have < need ? refuse('insufficient_credits', { need, have }) : null;
}

/** Refuses within a minute after an engagement of the ship: `recent_combat` `{until}`. */
export function checkPeace(ship: FleetShip, nowMs: number): Refusal | null {
  const untilMs = ship.lastCombatAtMs === null ? 0 : ship.lastCombatAtMs + PEACE_MS;
  return nowMs < untilMs ? refuse('recent_combat', { until: untilMs }) : null;
}
