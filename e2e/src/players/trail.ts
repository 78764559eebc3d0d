import type { PlayerApi } from './sign-up.ts';

export interface VisitedSector {
  readonly id: number;
  readonly number: number;
}

/** The way of somebody who looks for what he has not seen. */
export interface Trail {
  /** Sectors in the order of their first visits, home first. */
  readonly visited: readonly VisitedSector[];
  /** The calmest neighbour not yet visited, else the sector this one was reached from; null: nothing is left. */
  next(): Promise<VisitedSector | null>;
  /** Tells the trail that the ship is there. */
  arriveIn(sector: VisitedSector): void;
}

/** Begins a trail where the ship is. */
export const beginTrail = async (api: PlayerApi): Promise<Trail> => {
  const { location } = await api.getPlayerState();
  if (location === null) throw new Error('The ship is nowhere');
  const home = { id: location.sectorId, number: location.sectorNumber };
  const visited: VisitedSector[] = [home];
  const way: VisitedSector[] = [home];
  return {
    visited,
    async next() {
      const { moves } = await api.listMoves();
      const [on] = moves
        .filter(({ to, oneWay }) => !oneWay && visited.every(({ id }) => id !== to))
        .sort((a, b) => (a.hazard ?? 0) - (b.hazard ?? 0) || b.number - a.number);
      return on === undefined ? (way.at(-2) ?? null) : { id: on.to, number: on.number };
    },
    arriveIn(sector) {
      if (visited.some(({ id }) => id === sector.id)) {
        way.pop();
        return;
      }
      visited.push(sector);
      way.push(sector);
    },
  };
};
