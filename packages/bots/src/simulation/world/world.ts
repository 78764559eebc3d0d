import type {
  DockingStation,
  FormationPlan,
  GraphSector,
  GraphWarp,
  MarketRow,
  RegionGraph,
  RegionPlan,
  StationPlan,
  StationService,
  TradeStation,
} from '@sw/rules';
import {
  buildRegionGraph,
  COMMODITY_KEYS,
  GENERATOR_VERSION,
  generateRegion,
  securityOf,
  sha256,
  TERRAN_SECTORS,
  utf8,
} from '@sw/rules';
import { Books } from './books.ts';
import type { GoodsBook } from './goods-book.ts';
import { openGoodsBook } from './goods-book.ts';

export const REGION_ID = 'terran';
const REGION_TAX_BP = 1_000;

/** One market of a station; the row is replaced when it is settled or traded on. */
export interface SimMarket {
  readonly index: number;
  readonly station: number;
  /** Index into `COMMODITY_KEYS`. */
  readonly commodity: number;
  row: MarketRow;
}

export interface SimStation {
  readonly index: number;
  /** Sector node, 0-based. */
  readonly node: number;
  readonly plan: StationPlan;
  readonly trade: TradeStation;
  readonly docking: DockingStation;
  readonly services: ReadonlySet<StationService>;
  /** Everybody sees its prices once an hour (rule book, economy 4.4). */
  readonly isPublic: boolean;
  readonly markets: readonly SimMarket[];
}

/** A region in memory: what the game keeps in its database, without the players. */
export interface SimWorld {
  readonly seed: string;
  readonly plan: RegionPlan;
  readonly graph: RegionGraph;
  readonly stations: readonly SimStation[];
  readonly markets: readonly SimMarket[];
  /** Station index by node, −1 where there is none. */
  readonly stationAt: Int16Array;
  /** 1 where somebody has been. */
  readonly discovered: Uint8Array;
  /** Landmarks a sector is part of, by node. */
  readonly landmarksAt: readonly (readonly FormationPlan[])[];
  /** Clusters whose nebula somebody has seen whole. */
  readonly chartedNebulae: Set<number>;
  readonly secret: Uint8Array;
  readonly books: Books;
  readonly goods: GoodsBook;
}

/** Terran Space of a seed, with full books and nobody in it. `startMs` is the moment its stock is as generated. */
export function buildWorld(seed: string, startMs: number): SimWorld {
  const plan = generateRegion({
    generatorVersion: GENERATOR_VERSION,
    seed,
    regionKind: 'terran_space',
    regionCode: 'TER',
    sectorCount: TERRAN_SECTORS,
  });
  const goods = openGoodsBook();
  const markets: SimMarket[] = [];
  const stations = plan.stations.map((station, index) => {
    const own = station.market.map((market): SimMarket => {
      const commodity = COMMODITY_KEYS.indexOf(market.commodity);
      goods.opening[commodity] = (goods.opening[commodity] as number) + market.initialStock;
      return {
        index: markets.length + station.market.indexOf(market),
        station: index,
        commodity,
        row: openRow(market, startMs),
      };
    });
    markets.push(...own);
    return buildStation(plan, station, index, own);
  });
  const stationAt = new Int16Array(plan.sectorCount).fill(-1);
  for (const { node, index } of stations) stationAt[node] = index;
  return {
    seed,
    plan,
    graph: graphOf(plan),
    stations,
    markets,
    stationAt,
    discovered: new Uint8Array(plan.sectorCount),
    landmarksAt: plan.sectors.map(({ number }) =>
      plan.formations.filter(({ memberNumbers }) => memberNumbers.includes(number)),
    ),
    chartedNebulae: new Set(),
    secret: sha256(utf8(`${seed}|economy`)),
    books: new Books(),
    goods,
  };
}

function openRow(market: StationPlan['market'][number], startMs: number): MarketRow {
  return {
    commodity: market.commodity,
    direction: market.direction,
    stock: market.initialStock,
    capacity: market.capacity,
    targetBp: market.targetBp,
    flowPerHour: market.flowPerHour,
    regenAcc: 0,
    driftBp: 0,
    asOfMs: startMs,
    frozenUntilMs: null,
    version: 1,
  };
}

function buildStation(
  plan: RegionPlan,
  station: StationPlan,
  index: number,
  markets: readonly SimMarket[],
): SimStation {
  const sector = plan.sectors[station.sectorNumber - 1];
  const zone = plan.zones.find(({ kind }) => kind === sector?.zone);
  if (sector === undefined || zone === undefined) throw new Error(`no sector ${station.sectorNumber}`);
  const id = `station-${station.sectorNumber}`;
  const shared = { id, status: 'operational', isOwned: false, facility: station.facility } as const;
  return {
    index,
    node: station.sectorNumber - 1,
    plan: station,
    trade: {
      ...shared,
      stationClass: station.stationClass,
      isOwn: false,
      tariffBp: 0,
      regionTaxBp: REGION_TAX_BP,
      frozenUntilMs: null,
    },
    docking: {
      ...shared,
      sectorId: station.sectorNumber,
      disabledUntilMs: null,
      minStanding: -499,
      securityTier: station.securityTier,
      dockingFeeBp: 10_000,
      zone: zone.kind,
      security: securityOf(zone.policing),
      isSanctuary: sector.isProtected,
    },
    services: new Set(station.services),
    isPublic: zone.kind === 'federation',
    markets,
  };
}

function graphOf(plan: RegionPlan): RegionGraph {
  const dangerOf = new Map(plan.zones.map((zone) => [zone.kind, zone.danger]));
  const sectors = plan.sectors.map(
    (sector): GraphSector => ({
      id: sector.number,
      regionId: REGION_ID,
      zone: sector.zone,
      danger: dangerOf.get(sector.zone) ?? 0,
      type: sector.type,
      hazard: sector.hazard,
      nebulaDensity: sector.nebulaDensity,
      x: sector.x,
      y: sector.y,
      z: sector.z,
    }),
  );
  const warps = plan.warps.map(
    (warp, index): GraphWarp => ({ id: index + 1, linkId: warp.linkIndex, ...warp }),
  );
  return buildRegionGraph(sectors, warps);
}
