import type { TestPlayer } from './sign-up.ts';

const MOST_MOVES = 60;

/** Where an explorer has come to. */
export interface Expedition {
  readonly homeNumber: number;
  readonly homeId: number;
  /** Sectors in the order of the visits, home first. */
  readonly visited: readonly { readonly id: number; readonly number: number }[];
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
  const visited = [home];
  const trail = [home];
  for (let count = 0; count < MOST_MOVES; count += 1) {
    const { moves } = await api.listMoves();
    const [on] = moves
      .filter(({ to, oneWay }) => !oneWay && visited.every(({ id }) => id !== to))
      .sort((a, b) => (a.hazard ?? 0) - (b.hazard ?? 0) || b.number - a.number);
    if (on === undefined) trail.pop();
    const next = on === undefined ? trail.at(-1) : { id: on.to, number: on.number };
    if (next === undefined) break;
    await api.move({ body: { to: next.id } });
    if (on === undefined) continue;
    visited.push(next);
    trail.push(next);
    const way = await api.plot({ body: { to: home.id, keep: false } });
    if (way.totalHops >= hops) return { homeNumber: home.number, homeId: home.id, visited };
  }
  throw new Error(`Nothing lies ${hops} hops from home`);
};
