import type { ShipTypeKey } from '@sw/rules';
import type { Boards } from '../world/boards.ts';
import type { TravelTable } from '../world/travel-table.ts';
import { buildTravelTable } from '../world/travel-table.ts';
import type { SimWorld } from '../world/world.ts';
import type { Pilot } from './pilot.ts';
import type { PublicPrices } from './public-prices.ts';
import type { TradePairs } from './trade-pairs.ts';

/** What all players of a simulation share besides the world itself. */
export interface SimSetting {
  readonly world: SimWorld;
  readonly boards: Boards;
  readonly prices: PublicPrices;
  readonly pairs: TradePairs;
  readonly tableOf: (type: ShipTypeKey, engine: number) => TravelTable;
  /** Units traded since the simulation began, by market, for the price index. */
  readonly volume: Float64Array;
  /** Active players of the region, as published. */
  activePlayers: number;
}

/** Travel tables by hull and engine, made when the first such hull flies. */
export function travelTables(world: SimWorld): SimSetting['tableOf'] {
  const tables = new Map<ShipTypeKey, TravelTable[]>();
  return (type, engine) => {
    const ofType = tables.get(type) ?? [];
    const table = ofType[engine] ?? buildTravelTable(world.graph, { type, upgrades: { engine } });
    ofType[engine] = table;
    tables.set(type, ofType);
    return table;
  };
}

/** The ways of a player's active ship. */
export function travelOf(setting: SimSetting, { shipType, upgrades }: Pilot): TravelTable {
  return setting.tableOf(shipType, upgrades.engine ?? 0);
}
