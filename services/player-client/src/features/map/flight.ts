import { createStore } from 'zustand/vanilla';
import { courseStore } from '../../courses/course-store.ts';
import type { FlightSpent } from '../../courses/flight-orders.ts';
import { NOTHING_SPENT } from '../../courses/flight-orders.ts';
import type { NavigationCommands, Outcome } from '../../courses/navigation-commands.ts';

export interface FlightState {
  readonly isFlying: boolean;
  readonly hopsFlown: number;
  readonly hopsTotal: number;
  readonly wantsStop: boolean;
  /** Why the last flight ended early, in words. */
  readonly said: string | null;
}

const AT_REST: FlightState = { isFlying: false, hopsFlown: 0, hopsTotal: 0, wantsStop: false, said: null };

/** The flight of the autopilot that this page keeps going. */
export const flightStore = createStore<FlightState>(() => AT_REST);

/** Few hops a request: the chart keeps up with the ship, and the stop button is heard. */
const HOPS_A_REQUEST = 4;
/** Reasons that only mean: ask again. */
const GOES_ON = new Set(['max_hops', 'time_limit']);

/** Asks the flight to end after the hops on their way. */
export function stopFlight(): void {
  flightStore.setState(({ isFlying }) => (isFlying ? { wantsStop: true } : {}));
}

/**
 * Flies the course to its end, request after request, until it arrives, something stops it, or
 * `stopFlight`. The player's limits of turns and tolls hold for all requests together.
 */
export async function flyCourse(navigation: Pick<NavigationCommands, 'engage'>): Promise<Outcome | null> {
  const hopsTotal = courseStore.getState().course?.hops.length ?? 0;
  if (flightStore.getState().isFlying || hopsTotal === 0) return null;
  flightStore.setState({ ...AT_REST, isFlying: true, hopsTotal });
  let outcome: Outcome | null = null;
  let spent: FlightSpent = NOTHING_SPENT;
  let ahead = hopsTotal;
  for (;;) {
    outcome = await navigation.engage({ maxHops: HOPS_A_REQUEST, spent });
    spent = outcome?.spent ?? spent;
    const left = courseStore.getState().course?.hops.length ?? 0;
    flightStore.setState({ hopsFlown: Math.max(0, hopsTotal - left) });
    const hasMoved = left < ahead;
    ahead = left;
    const goesOn = outcome?.ok === true && GOES_ON.has(outcome.stoppedBecause ?? '') && hasMoved && left > 0;
    if (!goesOn || flightStore.getState().wantsStop) break;
  }
  const isDone = courseStore.getState().course === null;
  const wantedStop = flightStore.getState().wantsStop;
  flightStore.setState({
    isFlying: false,
    wantsStop: false,
    said: isDone || wantedStop || outcome === null ? null : outcome.text,
  });
  return outcome;
}
