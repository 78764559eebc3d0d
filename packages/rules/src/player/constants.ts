/** Where everybody begins: the capital of Terran Space (rule book, README 7.7). */
export const START_SECTOR_ID = 1;

/** First login without the dock-guard dialogue: credits and rank points. */
export const FIRST_LOGIN_GRANT = 5_000n;
export const FIRST_LOGIN_RANK_POINTS = 10;
export const FIRST_LOGIN_SHIP_TYPE = 'light_freighter';

/** Newcomer protection ends with the first of these, or with the first own hostile act (README 7.4). */
export const NEWCOMER_MS = 120 * 3_600_000;
export const NEWCOMER_TURNS = 3_000;

export const CALLSIGN_CHANGE_PRICE = 5_000n;
export const CALLSIGN_CHANGE_EVERY_MS = 30 * 86_400_000;
export const CALLSIGN_KEPT_MS = 90 * 86_400_000;

/** Rank points from trade profit (society 2.2): one for this many credits, in full up to so many a UTC day. */
export const PROFIT_PER_RANK_POINT = 1_000n;
export const FULL_TRADE_RANK_POINTS_PER_DAY = 200;
/** Beyond them profit counts a quarter. */
export const REDUCED_PROFIT_DIVISOR = 4n;

/** Sending value to other players (README 7.7). */
export const SENDING_MIN_RANK = 2;
