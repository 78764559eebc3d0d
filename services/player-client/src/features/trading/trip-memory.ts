import type { BasketLine } from './basket-store.ts';

/** One stop of a round trip: where, and what was ordered there. */
export interface TripStop {
  readonly stationId: string;
  readonly stationName: string;
  readonly sectorNumber: number;
  readonly lines: readonly BasketLine[];
}

/** The last two stations traded at, the newest first. */
export type Trip = readonly TripStop[];

const KEY = 'sw.trip.';

/** The memory after an order: a stop replaces the older one of the same station. */
export function rememberStop(trip: Trip, stop: TripStop): Trip {
  return [stop, ...trip.filter(({ stationId }) => stationId !== stop.stationId)].slice(0, 2);
}

/** What was ordered here last time, if the other end of the trip is known too. */
export function repeatAt(
  trip: Trip,
  stationId: string,
): { readonly here: TripStop; readonly there: TripStop } | null {
  const here = trip.find((stop) => stop.stationId === stationId);
  const there = trip.find((stop) => stop.stationId !== stationId);
  return here === undefined || there === undefined ? null : { here, there };
}

/** Reads the memory of a player on this device. */
export function readTrip(playerId: string): Trip {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY + playerId) ?? '[]');
    return Array.isArray(saved) ? (saved as Trip).filter((stop) => Array.isArray(stop.lines)) : [];
  } catch {
    return [];
  }
}

export function writeTrip(playerId: string, trip: Trip): void {
  try {
    localStorage.setItem(KEY + playerId, JSON.stringify(trip));
  } catch {
    // Storage is closed to us: the trip is simply not remembered.
  }
}
