import type { FirstShipStepKind } from './types.ts';

/** What each step pays, once a player (rule book, society 10.8). */
export const FIRST_SHIP_REWARD = 500n;

/** The steps by number. */
export const FIRST_SHIP_STEPS: Readonly<Record<number, FirstShipStepKind>> = {
  1: 'buy',
  2: 'sell',
  3: 'dock',
  4: 'job',
  5: 'course',
};

/** The whole chain; one that began on an installation without jobs is stored without step 4. */
export const ALL_FIRST_SHIP_STEPS: readonly number[] = [1, 2, 3, 4, 5];

export const FIRST_SHIP_MAX_QUANTITY = 20;
export const FIRST_SHIP_STATIONS = 3;
export const FIRST_SHIP_COURSE_HOPS = 3;

/** Hops from here to A and from A to B that the search begins with. */
export const FIRST_SHIP_HOP_LIMIT = 3;

/** What the goal bar counts towards. */
export const FIRST_SHIP_GOAL_TYPE = 'cargo_hauler';
