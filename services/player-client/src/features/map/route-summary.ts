import type { Route } from '../../courses/course-store.ts';

export interface RouteSummary {
  readonly hops: number;
  readonly turns: number;
  /** Turns left on arrival; negative when they do not suffice. */
  readonly left: number;
  /** When regeneration alone affords all of it; null when it is affordable now. */
  readonly affordableAtMs: number | null;
  readonly toll: bigint;
  readonly risk: Route['risk'];
  /** The worst hazard on the way and where; null where none is known. */
  readonly worst: { readonly hazard: number; readonly number: number } | null;
  /** Hops into sectors never visited. */
  readonly unvisited: number;
  /** Names of the other regions it leads through. */
  readonly regions: readonly string[];
}

/** What a person wants to know of a route before engaging; all figures are the server's. */
export function summariseRoute(route: Route, turnsNow: number, regionName: string): RouteSummary {
  const dangerous = route.hops.flatMap(({ hazard, number }) =>
    hazard === null || hazard === 0 ? [] : [{ hazard, number }],
  );
  return {
    hops: route.totalHops,
    turns: route.totalTurns,
    left: turnsNow - route.totalTurns,
    affordableAtMs: route.affordableHops < route.totalHops ? Date.parse(route.etaFull) : null,
    toll: route.totalToll,
    risk: route.risk,
    worst: dangerous.reduce<RouteSummary['worst']>(
      (worst, hop) => (worst === null || hop.hazard > worst.hazard ? hop : worst),
      null,
    ),
    unvisited: route.hops.filter(({ knownLevel }) => knownLevel < 3).length,
    regions: [...new Set(route.hops.map((hop) => hop.regionName))].filter((name) => name !== regionName),
  };
}
