import type { CommodityKey } from '../economy/commodities.ts';
import type { MarketDirection } from '../universe/types.ts';
import {
  DEFICIT_PERCENT,
  HAUL_MAX_HOPS,
  HAUL_STOCK_PERCENT,
  NPC_FLOW_PERCENT,
  NPC_VOLUME_WINDOW_MS,
  SURPLUS_PERCENT,
} from './constants.ts';

const HOUR_MS = 3_600_000;

/** A market as traffic looks at it, its stock settled. */
export interface HaulMarket {
  readonly stationId: string;
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly stock: number;
  readonly capacity: number;
  /** Units ships without players may still move here. */
  readonly room: number;
}

/** Goods to be carried from one station to another. */
export interface Haul {
  readonly commodity: CommodityKey;
  readonly fromStationId: string;
  readonly toStationId: string;
  readonly quantity: number;
  readonly hops: number;
}

/** Units ships without players may still move at a market, of a quarter of its flow over a day. */
export function npcRoom(flowPerHour: number, movedInWindow: number): number {
  const share = Math.floor((flowPerHour * (NPC_VOLUME_WINDOW_MS / HOUR_MS) * NPC_FLOW_PERCENT) / 100);
  return Math.max(0, share - movedInWindow);
}

/**
 * What should be carried now (rule book, economy 6.1): from sellers above 60 % of capacity to the emptiest buyers
 * below 40 % within 8 hops, at most a tenth of the seller's stock, and no more than the room of both. Each market
 * takes part once; the greatest need comes first. A TradeDock is no party: it has no surplus and no need.
 */
export function planHauls(
  markets: readonly HaulMarket[],
  hopsBetween: (fromStationId: string, toStationId: string) => number,
  most: number,
): Haul[] {
  const isOver = (market: HaulMarket): boolean => market.stock * 100 > market.capacity * SURPLUS_PERCENT;
  const isShort = (market: HaulMarket): boolean => market.stock * 100 < market.capacity * DEFICIT_PERCENT;
  const sellers = markets.filter(
    (market) => market.direction === 'sells' && isOver(market) && market.room > 0,
  );
  const buyers = markets
    .filter((market) => market.direction === 'buys' && isShort(market) && market.room > 0)
    .sort(byNeed);
  const used = new Set<HaulMarket>();
  const hauls: Haul[] = [];
  for (const buyer of buyers) {
    if (hauls.length >= most) {
      break;
    }
    const [best] = sellers
      .filter((seller) => seller.commodity === buyer.commodity && !used.has(seller))
      .map((seller) => ({ seller, hops: hopsBetween(seller.stationId, buyer.stationId) }))
      .filter(({ hops }) => hops > 0 && hops <= HAUL_MAX_HOPS)
      .sort((a, b) => a.hops - b.hops || byId(a.seller, b.seller));
    if (best === undefined) {
      continue;
    }
    const { seller, hops } = best;
    const quantity = Math.min(
      Math.floor((seller.stock * HAUL_STOCK_PERCENT) / 100),
      seller.room,
      buyer.room,
      buyer.capacity - buyer.stock,
    );
    if (quantity < 1) {
      continue;
    }
    used.add(seller);
    hauls.push({
      commodity: buyer.commodity,
      fromStationId: seller.stationId,
      toStationId: buyer.stationId,
      quantity,
      hops,
    });
  }
  return hauls;
}

function byNeed(a: HaulMarket, b: HaulMarket): number {
  return a.stock * b.capacity - b.stock * a.capacity || byId(a, b);
}

function byId(a: HaulMarket, b: HaulMarket): number {
  if (a.stationId === b.stationId) {
    return a.commodity < b.commodity ? -1 : 1;
  }
  return a.stationId < b.stationId ? -1 : 1;
}
