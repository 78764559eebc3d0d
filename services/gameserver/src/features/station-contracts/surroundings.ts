import type { CommodityKey, ContractSurroundings, MarketDirection } from '@sw/rules';
import { CONTRACT_HOPS_MAX, hopDistances } from '@sw/rules';
import { isPublicMarket } from '../knowledge/index.ts';
import type { Atlas, AtlasStation } from '../universe/index.ts';

export const BOARD_SERVICE = 'contract_board';

/** One good of one station. */
export interface TradedGood {
  readonly stationId: string;
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly capacity: number;
}

export const hasBoard = (station: AtlasStation): boolean => station.services.includes(BOARD_SERVICE);

/**
 * What a station can post about: other boards of its region with public hops, goods it wants and how far their
 * nearest sellers are. The Federation posts trips inside the Federation only, whose chart everybody has: a
 * newcomer can plot every one of them.
 */
export const surroundingsOf = (
  atlas: Atlas,
  station: AtlasStation,
  tradesOf: ReadonlyMap<string, readonly TradedGood[]>,
): ContractSurroundings => {
  const { hopsTo } = hopDistances(atlas.graph, station.sectorId);
  const region = atlas.sector(station.sectorId)?.region;
  const isOpen = isPublicMarket(atlas, station.sectorId);
  const near = [...atlas.stations()].flatMap((other) => {
    const hops = hopsTo(other.sectorId);
    const isOfRegion = atlas.sector(other.sectorId)?.region === region;
    const isFair = !isOpen || isPublicMarket(atlas, other.sectorId);
    return other !== station && isOfRegion && isFair && hops <= CONTRACT_HOPS_MAX ? [{ other, hops }] : [];
  });
  const sellerHops: Partial<Record<CommodityKey, number>> = {};
  for (const { other, hops } of near) {
    for (const { commodity, direction } of tradesOf.get(other.id) ?? []) {
      if (direction === 'buys') continue;
      sellerHops[commodity] = Math.min(hops, sellerHops[commodity] ?? Number.POSITIVE_INFINITY);
    }
  }
  return {
    station: {
      id: station.id,
      facility: station.facility,
      wanted: (tradesOf.get(station.id) ?? []).filter(({ direction }) => direction === 'buys'),
    },
    targets: near
      .filter(({ other }) => hasBoard(other))
      .map(({ other, hops }) => ({ stationId: other.id, hops })),
    sellerHops,
  };
};
