import type { Facility } from '../universe/types.ts';
import { orderTotal } from './order-total.ts';
import type { StationClass } from './station-classes.ts';
import type { PricedStation, PriceModifiers } from './terms.ts';
import { isTraded, priceTerms } from './terms.ts';
import type { MarketRow } from './types.ts';

/** What one unit costs and brings; null where the station does not trade that way or has no unit or room. */
export interface UnitPrices {
  readonly ask: bigint | null;
  readonly bid: bigint | null;
}

/** Displayed unit prices of a settled row: the totals for one unit, tariff included (rule book, economy 3.2). */
export function unitPricesOf(row: MarketRow, station: PricedStation, modifiers: PriceModifiers): UnitPrices {
  const canBuy = isTraded(row, 'buy') && row.stock > 0;
  const canSell = isTraded(row, 'sell') && row.stock < row.capacity;
  return {
    ask: canBuy ? orderTotal('buy', priceTerms('buy', row, station, modifiers), 1).net : null,
    bid: canSell ? orderTotal('sell', priceTerms('sell', row, station, modifiers), 1).net : null,
  };
}

/** One market of a public snapshot. */
export interface PublicMarketRow extends UnitPrices {
  readonly commodity: MarketRow['commodity'];
  readonly direction: MarketRow['direction'];
  /** Stock in tenths of the capacity, 0..10, floored. */
  readonly stockTenths: number;
}

/** What everybody knows of a station in a public zone until the next full hour (rule book, economy 4.4). */
export interface PublicSnapshot {
  readonly stationId: string;
  readonly stationClass: StationClass;
  readonly asOfMs: number;
  readonly rows: readonly PublicMarketRow[];
}

/** A station whose prices are published: what a stranger without advantage pays. */
export interface PublicStation {
  readonly id: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly isOwned: boolean;
  readonly tariffBp: number;
}

/**
 * The hourly public snapshot of a station from rows settled to `asOfMs`, the full hour: class, direction, ask and bid
 * of one unit without personal advantage, stock in tenths. `eventBpOf` tells the events of a commodity.
 */
export function publicSnapshot(
  station: PublicStation,
  rows: readonly MarketRow[],
  asOfMs: number,
  eventBpOf: (commodity: MarketRow['commodity']) => number = () => 0,
): PublicSnapshot {
  const stranger = { ...station, isOwn: false };
  return {
    stationId: station.id,
    stationClass: station.stationClass,
    asOfMs,
    rows: rows.map((row) => ({
      commodity: row.commodity,
      direction: row.direction,
      ...unitPricesOf(row, stranger, { advantageBp: 0, eventBp: eventBpOf(row.commodity) }),
      stockTenths: Math.floor((row.stock * 10) / row.capacity),
    })),
  };
}
