import type { StationClass } from '../economy/station-classes.ts';
import type { StationStatus } from '../economy/types.ts';
import { RARE_BUYER_CLASS } from '../rare-goods/constants.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { StationService } from '../universe/types.ts';

/** A counter of a station: one of its services, or what its class does by itself. */
export type StationCounter = StationService | 'rare_buyer';

/** The counters of a station, its services first (rule book, economy 2.1 and 2.3). */
export function countersOf(
  services: readonly StationService[],
  stationClass: StationClass,
): StationCounter[] {
  return [...services, ...(stationClass === RARE_BUYER_CLASS ? (['rare_buyer'] as const) : [])];
}

/** The station whose services a player asks for. */
export interface ServiceStation {
  readonly id: string;
  readonly status: StationStatus;
  readonly services: readonly StationCounter[];
  readonly isOwned: boolean;
  /** Its sector is a sanctuary: patrols keep wanted players from its counters. */
  readonly isSanctuary: boolean;
  /** Price level of its services, 10,000 = 100 %. */
  readonly serviceBp: number;
  /** Price level of its warehouse, 10,000 = 100 %. */
  readonly warehouseBp: number;
}

/** Who stands at the counter, and at which one. */
export interface ServiceVisit {
  readonly station: ServiceStation;
  /** The station his active ship is docked at. */
  readonly dockedStationId: string | null;
  readonly wantedUntilMs: number | null;
}

/** Codes of a station that does not have the counter asked for. */
const MISSING: Readonly<Partial<Record<StationCounter, string>>> = { bank: 'no_bank_here' };

/**
 * Refuses a visit to a counter: `not_docked`, `station_not_operational`, `no_bank_here` or `service_not_offered`,
 * `services_refused` `{until}` for a wanted player in a sanctuary (rule book, economy 2.3, world 11).
 */
export function checkVisit(visit: ServiceVisit, service: StationCounter, nowMs: number): Refusal | null {
  const { station, dockedStationId, wantedUntilMs } = visit;
  if (dockedStationId !== station.id) {
    return refuse('not_docked');
  }
  if (station.status !== 'operational' && station.status !== 'arrears') {
    return refuse('station_not_operational');
  }
  if (!station.services.includes(service)) {
    return refuse(MISSING[service] ?? 'service_not_offered');
  }
  const isWanted = wantedUntilMs !== null && wantedUntilMs > nowMs;
  return isWanted && station.isSanctuary ? refuse('services_refused', { until: wantedUntilMs }) : null;
}
