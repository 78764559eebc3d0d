import type { Pilot, PlayerState, Step } from '../pilot.ts';

const HOPS_AT_ONCE = 6;

/** Docks at a station, flying there first; one step of the way per call, null when docked there. */
export const goDock = async (
  pilot: Pilot,
  state: PlayerState,
  goal: { readonly stationId: string; readonly sectorId: number },
): Promise<Step | null> => {
  const { location } = state;
  if (location?.state === 'docked' && location.stationId !== null) {
    if (location.stationId === goal.stationId) return null;
    await pilot.api.undock({ params: { id: location.stationId } });
    return { deed: 'undocked' };
  }
  if (location?.sectorId === goal.sectorId) {
    await pilot.api.dock({ params: { id: goal.stationId } });
    return { deed: 'docked' };
  }
  const flight = await pilot.api.autopilot({ body: { to: goal.sectorId, maxHops: HOPS_AT_ONCE } });
  const waitMs = flight.stoppedBecause === 'insufficient_turns' ? restMs(state) : 0;
  return flight.hops.length > 0 ? { deed: 'moved', waitMs } : { deed: 'rested', waitMs };
};

const LONGEST_REST_MS = 60_000;
const SHORTEST_REST_MS = 5_000;

/** How long to rest for want of turns: until the next one, within 5–60 s. */
export const restMs = (state: PlayerState): number =>
  Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, state.turns.nextTurnInMs ?? LONGEST_REST_MS));
