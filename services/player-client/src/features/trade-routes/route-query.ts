import type { routeObjective } from '@sw/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlayerApi } from '../../app/game-services.ts';

type Objective = (typeof routeObjective)['options'][number];

/** What a player wants of a route. */
export interface RouteWish {
  readonly objective: Objective;
  readonly risk: number;
  readonly maxHops: number;
  readonly maxStops: number;
}

export const OBJECTIVES = ['profit_per_turn', 'profit', 'low_risk'] as const;
export const RISKS = [
  { value: 0, key: 'careful' },
  { value: 5, key: 'usual' },
  { value: 10, key: 'bold' },
] as const;
export const HOPS = [4, 8, 12, 20] as const;
export const STOPS = [2, 3, 4, 5, 6] as const;

export const DEFAULT_WISH: RouteWish = { objective: 'profit_per_turn', risk: 5, maxHops: 12, maxStops: 2 };

/** The server answers the same for a minute, until the player does something: so does this cache. */
const FRESH_MS = 60_000;

/** The best routes for a wish, as of a revision of the player's state. */
export const routeQuery = (api: PlayerApi, wish: RouteWish, rev: number) =>
  queryOptions({
    queryKey: ['trade-routes', wish, rev],
    queryFn: ({ signal }) => api.findRoutes({ body: wish, signal }),
    staleTime: FRESH_MS,
  });
