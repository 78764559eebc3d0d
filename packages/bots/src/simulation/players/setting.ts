import type { ShipTypeKey, UpgradeLevels } from '@sw/rules';
import type { TravelTable } from '../world/travel-table.ts';
import { buildTravelTable } from '../world/travel-table.ts';
import type { SimWorld } from '../world/world.ts';
import type { PublicPrices } from './public-prices.ts';
import type { TradePairs } from './trade-pairs.ts';

/** What all players of a simulation share besides the world itself. */
export interface SimSetting {
  readonly world: SimWorld;
  readonly prices: PublicPrices;
  readonly pairs: TradePairs;
  readonly travelOf: (type: ShipTypeKey, upgrades: UpgradeLevels) => TravelTable;
  /** Units traded since the simulation began, by market, for the price index. */
  readonly volume: Float64Array;
  /** Active players of the region, as published. */
  activePlayers: number;
}

/** Travel tables by hull and engine, made when the first such hull flies. */
export function travelTables(world: SimWorld): SimSetting['travelOf'] {
  const tables = new Map<string, TravelTable>();
  return (type, upgrades) => {
    const engine = upgrades.engine ?? 0;
    const key = `${type}|${engine}`;
    const known = tables.get(key);
    if (known !== undefined) return known;
    const table = buildTravelTable(world.graph, { type, upgrades: { engine } });
    tables.set(key, table);
    return table;
  };
}
