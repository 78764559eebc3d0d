import type { TestPlayer } from './sign-up.ts';
import type { VisitedSector } from './trail.ts';
import { beginTrail } from './trail.ts';

const MOST_MOVES = 60;

/** Where an explorer has come to. */
export interface Expedition {
  readonly homeNumber: number;
  readonly homeId: number;
  /** Sectors in the order of the visits, home first. */
  readonly visited: readonly VisitedSector[];
}

/**
 * Undocks and flies over the API, always to the calmest sector not yet visited, until the way home over
 * what is known then takes at least `hops` hops. Turns back where there is no way on.
 */
export const explore = async ({ api }: TestPlayer, hops: number): Promise<Expedition> => {
  const { location } = await api.getPlayerState();
  if (location?.stationId == null) throw new Error('A new player is not docked anywhere');
  const home = { id: location.sectorId, number: location.sectorNumber };
  await api.undock({ params: { id: location.stationId } });
  const trail = await beginTrail(api);
  for (let count = 0; count < MOST_MOVES; count += 1) {
    const next = await trail.next();
    if (next === null) break;
    await api.move({ body: { to: next.id } });
    const known = trail.visited.length;
    trail.arriveIn(next);
    if (trail.visited.length === known) continue;
    const way = await api.plot({ body: { to: home.id, keep: false } });
    if (way.totalHops >= hops) return { homeNumber: home.number, homeId: home.id, visited: trail.visited };
  }
  throw new Error(`Nothing lies ${hops} hops from home`);
};
