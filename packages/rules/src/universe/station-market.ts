import type { CommodityKey } from '../economy/commodities.ts';
import { baseFlowPerHour, COMMODITIES, capacityAtSize } from '../economy/commodities.ts';
import type { StationClass } from '../economy/station-classes.ts';
import { stationClassOf, TRADE_DOCK_MARKET } from '../economy/station-classes.ts';
import type { RandomStream } from '../random/index.ts';
import { rollBetween } from './draw.ts';
import { INITIAL_STOCK_BP } from './station-tables.ts';
import type { Facility, MarketDirection, MarketPlan } from './types.ts';

const BP = 10_000;

/** The market rows a station opens with, in commodity order, stocked by the roll (rule book, economy 2.1–2.4). */
export function stockMarket(
  stream: RandomStream,
  stationClass: StationClass,
  facility: Facility,
  size: number,
): MarketPlan[] {
  const { flowFactorBp } = stationClassOf(stationClass);
  const capacityFactor = facility === 'tradedock' ? TRADE_DOCK_MARKET.capacityFactor : 1;
  return COMMODITIES.flatMap(({ key }) => {
    const side = tradedSide(stationClass, facility, key);
    if (!side) {
      return [];
    }
    const capacity = capacityAtSize(key, size) * capacityFactor;
    const [leastBp, mostBp] = INITIAL_STOCK_BP[side.direction];
    const stockBp = rollBetween(stream, leastBp, mostBp);
    return [
      {
        commodity: key,
        ...side,
        capacity,
        flowPerHour: baseFlowPerHour(capacity, flowFactorBp),
        initialStock: Math.floor((capacity * stockBp) / BP),
      },
    ];
  });
}

function tradedSide(
  stationClass: StationClass,
  facility: Facility,
  key: CommodityKey,
): { direction: MarketDirection; targetBp: number } | null {
  const { buys, sells, buyTargetBp, sellTargetBp } = stationClassOf(stationClass);
  if (facility === 'tradedock') {
    return { direction: 'both', targetBp: TRADE_DOCK_MARKET.targetBp };
  }
  if (sellTargetBp !== null && sells.includes(key)) {
    return { direction: 'sells', targetBp: sellTargetBp };
  }
  return buyTargetBp !== null && buys.includes(key) ? { direction: 'buys', targetBp: buyTargetBp } : null;
}
