import { halfSpreadBpAt } from './advantage.ts';
import { commodityOf } from './commodities.ts';
import { priceFactorBpFor } from './station-classes.ts';
import type { MarketRow, PriceTerms, TradeSide, TradeStation } from './types.ts';

/** The tariff a player pays: none at an unowned station, at his own or his team's, and at TradeDocks. */
export function tariffBpFor(
  station: Pick<TradeStation, 'isOwned' | 'isOwn' | 'facility' | 'tariffBp'>,
): number {
  return station.isOwned && !station.isOwn && station.facility !== 'tradedock' ? station.tariffBp : 0;
}

/** What of a station sets prices. */
export type PricedStation = Pick<
  TradeStation,
  'stationClass' | 'facility' | 'isOwned' | 'isOwn' | 'tariffBp'
>;

/** What makes a price personal or temporary. */
export interface PriceModifiers {
  readonly advantageBp: number;
  readonly eventBp: number;
}

/**
 * Everything `orderTotal` needs for one side of a settled market row. A TradeDock prices like its class would
 * without price rules: they reward single directions, and it trades both.
 */
export function priceTerms(
  side: TradeSide,
  row: MarketRow,
  station: PricedStation,
  modifiers: PriceModifiers,
): PriceTerms {
  const { lo, hi } = commodityOf(row.commodity);
  const direction = side === 'buy' ? 'sells' : 'buys';
  return {
    lo,
    hi,
    capacity: row.capacity,
    stock: row.stock,
    driftBp: row.driftBp,
    eventBp: modifiers.eventBp,
    factorBp:
      row.direction === 'both' ? 10_000 : priceFactorBpFor(station.stationClass, direction, row.commodity),
    halfSpreadBp: halfSpreadBpAt(station.facility),
    advantageBp: modifiers.advantageBp,
    tariffBp: tariffBpFor(station),
  };
}

/** True when a market serves the side: a player buys where the station sells. */
export function isTraded(row: MarketRow, side: TradeSide): boolean {
  return row.direction === 'both' || row.direction === (side === 'buy' ? 'sells' : 'buys');
}
