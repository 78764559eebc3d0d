/** What routes may be ranked by (rule book, economy 6.3). */
export const ROUTE_OBJECTIVES = ['profit', 'profit_per_turn', 'low_risk'] as const;

export type RouteObjective = (typeof ROUTE_OBJECTIVES)[number];

/** Routes in one answer. */
export const MAX_ROUTES = 5;
/** Routes kept from one stop to the next where more than two are asked for. */
export const BEAM_WIDTH = 50;
/**
 * Searches over the galaxy in one answer: the nearest known stations are looked at first. It stands for the limit of
 * 200 ms: rules read no clock, and the same question must have the same answer on a busy machine.
 */
export const MAX_SEARCHES = 60;

export const MAX_ROUTE_HOPS = 20;
/** Most stops by trust of ARIA, level 1 to 5 (economy 6.3). */
export const STOPS_BY_TRUST = [2, 2, 4, 6, 6] as const;

/** A price this old is trusted half. */
export const HALF_TRUSTED_MS = 86_400_000;
