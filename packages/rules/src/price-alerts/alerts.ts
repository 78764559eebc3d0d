import type { UnitPrices } from '../economy/market-prices.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { ALERT_COOLDOWN_MS, ALERT_VISIT_MS, MAX_PRICE_ALERTS } from './constants.ts';
import type { PriceAlert } from './types.ts';

/** The price an alert looks at; null where the station does not trade that way now. */
export function watchedPrice({ side }: Pick<PriceAlert, 'side'>, prices: UnitPrices): bigint | null {
  return side === 'buy' ? prices.ask : prices.bid;
}

/**
 * Refuses a new alert: `marks_full` `{max}` with twenty active ones, `commodity_not_traded` where the player knows that
 * the station does not trade that way (rule book, economy 4.3).
 */
export function checkNewAlert(activeAlerts: number, isTraded: boolean): Refusal | null {
  if (!isTraded) {
    return refuse('commodity_not_traded');
  }
  return activeAlerts >= MAX_PRICE_ALERTS ? refuse('marks_full', { max: MAX_PRICE_ALERTS }) : null;
}

/** Whether an alert speaks at a price: in force, not within five minutes of the last time, on its side of the limit. */
export function isTriggered(alert: PriceAlert, price: bigint | null, nowMs: number): boolean {
  if (price === null || nowMs >= alert.expiresAtMs || isSilent(alert, nowMs)) {
    return false;
  }
  return alert.op === 'gte' ? price >= alert.price : price <= alert.price;
}

function isSilent({ lastTriggeredAtMs, repeats }: PriceAlert, nowMs: number): boolean {
  return lastTriggeredAtMs !== null && (!repeats || nowMs - lastTriggeredAtMs < ALERT_COOLDOWN_MS);
}

/** How a player may hear of a station: as it changes after a visit of the last 7 days, else by the public hour, else not. */
export function hearingOf(
  lastDockedAtMs: number | null,
  isPublic: boolean,
  nowMs: number,
): 'live' | 'hourly' | null {
  if (lastDockedAtMs !== null && nowMs - lastDockedAtMs <= ALERT_VISIT_MS) {
    return 'live';
  }
  return isPublic ? 'hourly' : null;
}
