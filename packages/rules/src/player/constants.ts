/** What a first login without the dock-guard dialogue gives. */
export const FIRST_LOGIN_GRANT = 5_000n;
export const FIRST_LOGIN_SHIP_TYPE = 'light_freighter';

/** Newcomer protection ends with the first of these, or with the first own hostile act (README 7.4). */
export const NEWCOMER_MS = 120 * 3_600_000;
export const NEWCOMER_TURNS = 3_000;

/** Rank points from trade profit (society 2.2): one for this many credits, in full up to so many a UTC day. */
export const PROFIT_PER_RANK_POINT = 1_000n;
export const FULL_TRADE_RANK_POINTS_PER_DAY = 200;
/** Beyond them profit counts a quarter. */
export const REDUCED_PROFIT_DIVISOR = 4n;
