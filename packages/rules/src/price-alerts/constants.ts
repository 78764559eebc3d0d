const DAY_MS = 86_400_000;

/** Active alerts of one player (rule book, economy 4.3). */
export const MAX_PRICE_ALERTS = 20;
export const MAX_ALERT_DAYS = 30;
/** An alert that spoke is silent for this long. */
export const ALERT_COOLDOWN_MS = 5 * 60_000;
/** Who was at a station within this time hears of its prices as they change. */
export const ALERT_VISIT_MS = 7 * DAY_MS;
