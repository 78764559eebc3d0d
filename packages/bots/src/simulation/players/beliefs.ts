import type { CommodityKey, MarketRow, TradeSide } from '@sw/rules';
import {
  COMMODITY_KEYS,
  commodityOf,
  halfSpreadBpAt,
  isTraded,
  marketFactorBp,
  maxAdvantageBpAt,
  priceTerms,
  rankOf,
  targetStock,
} from '@sw/rules';
import type { SimMarket, SimStation } from '../world/world.ts';
import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';

const HOUR_MS = 3_600_000;
const WHOLE_BP = 10_000;
/** A displayed ask is ceiled and a displayed bid floored: the middle of what they can mean. */
const ROUNDING = 0.5;

/**
 * What a player thinks of every market when he plans, by market index. A price falls or rises by its slope with each
 * unit; NaN = he knows no such price.
 */
export interface Beliefs {
  readonly ask: Float64Array;
  readonly askSlope: Float64Array;
  readonly available: Float64Array;
  readonly bid: Float64Array;
  readonly bidSlope: Float64Array;
  readonly room: Float64Array;
}

/** Empty columns, made once and filled for each plan. */
export function noBeliefs(markets: number): Beliefs {
  const column = (): Float64Array => new Float64Array(markets).fill(Number.NaN);
  return {
    ask: column(),
    askSlope: column(),
    available: column(),
    bid: column(),
    bidSlope: column(),
    room: column(),
  };
}

/** How well a player reads what he knows: the optimiser sees through walls, the others what the game shows. */
export type Insight = 'everything' | 'rules' | 'screen';

/** Who plans, how well he reads, and when. */
export interface Viewer {
  readonly setting: SimSetting;
  readonly pilot: Pilot;
  readonly insight: Insight;
  readonly nowMs: number;
}

/** Fills in what a player believes now. */
export function fillBeliefs(viewer: Viewer, out: Beliefs): void {
  const { setting, pilot, insight } = viewer;
  for (const station of setting.world.stations) {
    const isLive = insight === 'everything' || station.index === pilot.station;
    const isKnown = isLive || pilot.knowsStation[station.index] === 1;
    for (const market of station.markets) {
      out.ask[market.index] = Number.NaN;
      out.bid[market.index] = Number.NaN;
      if (isLive) believeLive(viewer, station, market, out);
      else if (isKnown) believeShown(viewer, station, market, out);
    }
  }
}

/** The row itself, moved on to now: what a quote shows at the dock. */
function believeLive(
  { pilot, nowMs }: Viewer,
  station: SimStation,
  { index, row }: SimMarket,
  out: Beliefs,
): void {
  const stock = movedStock(row.stock, targetStock(row), (row.flowPerHour * (nowMs - row.asOfMs)) / HOUR_MS);
  const { lo, hi } = commodityOf(row.commodity);
  const perUnit = (hi - lo) / row.capacity;
  const mid = hi - perUnit * stock;
  if (isTraded(row, 'buy')) {
    const factor = personalFactor(pilot, station, row, 'buy');
    write(out, 'buy', index, { price: mid * factor, slope: perUnit * factor, limit: stock });
  }
  if (isTraded(row, 'sell')) {
    const factor = personalFactor(pilot, station, row, 'sell');
    write(out, 'sell', index, { price: mid * factor, slope: perUnit * factor, limit: row.capacity - stock });
  }
}

/** What turns a mid price into the one a player pays or gets there. */
function personalFactor(pilot: Pilot, station: SimStation, row: MarketRow, side: TradeSide): number {
  const { facility } = station.trade;
  const advantageBp = Math.min(rankOf(pilot.rankLevel).advantageBp, maxAdvantageBpAt(facility));
  const { factorBp } = priceTerms(side, row, station.trade, { advantageBp, eventBp: 0 });
  const sign = side === 'buy' ? 1 : -1;
  const market = marketFactorBp({ driftBp: row.driftBp, eventBp: 0 });
  return (
    (market * factorBp * (WHOLE_BP + sign * halfSpreadBpAt(facility)) * (WHOLE_BP - sign * advantageBp)) /
    WHOLE_BP ** 4
  );
}

/** What the newer of memory and hourly snapshot shows; who knows the rules adds slippage and recovery. */
function believeShown(viewer: Viewer, station: SimStation, { index, row }: SimMarket, out: Beliefs): void {
  const { pilot, setting, insight, nowMs } = viewer;
  const { prices } = setting;
  const seenAt = pilot.memory.seenAtMs[index] as number;
  const isPublic = station.isPublic && prices.asOfMs > seenAt;
  if (!isPublic && seenAt < 0) return;
  const asOf = isPublic ? prices.asOfMs : seenAt;
  const shown = isPublic ? prices : pilot.memory;
  const stockThen = isPublic
    ? (((prices.stockTenths[index] as number) + ROUNDING) * row.capacity) / 10
    : (pilot.memory.stock[index] as number);
  const knowsRules = insight === 'rules';
  const perUnit = (commodityOf(row.commodity).hi - commodityOf(row.commodity).lo) / row.capacity;
  const hours = (nowMs - asOf) / HOUR_MS;
  // Within the hour of a snapshot others take about what the station makes; later a market forgets.
  const stock =
    knowsRules && hours > 1 ? movedStock(stockThen, targetStock(row), row.flowPerHour * hours) : stockThen;
  const change = perUnit * (stockThen - stock);
  const slope = perUnit;
  // In a busy region an hour is long: who knows the rules looks at the curve as well as at its last point.
  const mix = (price: number, usual: number): number =>
    isPublic && knowsRules ? (price + usual) / 2 : price;
  if (isTraded(row, 'buy')) {
    const price = mix(shown.ask[index] as number, prices.usualAsk[index] as number) - ROUNDING + change;
    write(out, 'buy', index, { price, slope, limit: stock });
  }
  if (isTraded(row, 'sell')) {
    const price = mix(shown.bid[index] as number, prices.usualBid[index] as number) + ROUNDING + change;
    write(out, 'sell', index, { price, slope, limit: row.capacity - stock });
  }
}

interface Belief {
  readonly price: number;
  readonly slope: number;
  readonly limit: number;
}

function write(out: Beliefs, side: TradeSide, index: number, { price, slope, limit }: Belief): void {
  const [prices, slopes, limits] =
    side === 'buy' ? [out.ask, out.askSlope, out.available] : [out.bid, out.bidSlope, out.room];
  prices[index] = price;
  slopes[index] = slope;
  limits[index] = limit;
}

/** Stock after so many units of flow towards the target. */
function movedStock(stock: number, target: number, units: number): number {
  return stock < target ? Math.min(target, stock + units) : Math.max(target, stock - units);
}

/** The key of a commodity index. */
export function commodityKey(index: number): CommodityKey {
  const key = COMMODITY_KEYS[index];
  if (key === undefined) throw new RangeError(`no commodity ${index}`);
  return key;
}
