import type { CommodityKey } from './commodities.ts';

export const STATION_CLASS_NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** The trading pattern of a station. */
export type StationClass = (typeof STATION_CLASS_NUMBERS)[number];

/** Which way goods move, seen from the station: it `buys` from the player or `sells` to him. */
export type TradeDirection = 'buys' | 'sells';

/** A class pays or charges a share of the normal price for some goods. */
export interface PriceRule {
  readonly direction: TradeDirection;
  readonly commodities: readonly CommodityKey[];
  readonly factorBp: number;
}

export interface StationClassRow {
  readonly stationClass: StationClass;
  readonly name: string;
  /** Goods the station buys from players. */
  readonly buys: readonly CommodityKey[];
  /** Goods the station sells to players. Disjoint from `buys`. */
  readonly sells: readonly CommodityKey[];
  readonly priceRules: readonly PriceRule[];
  /** Multiplies the hourly stock flow, in basis points. */
  readonly flowFactorBp: number;
  /** Share of capacity the stock of sold goods moves towards; null where the class sells nothing. */
  readonly sellTargetBp: number | null;
  /** Share of capacity the stock of bought goods moves towards; null where the class buys nothing. */
  readonly buyTargetBp: number | null;
  /** Whether a player may own a station of the class that has no SpaceDock or TradeDock. */
  readonly isOwnable: boolean;
  /** Whether the class also buys the fixed-price rare items of economy 1.2. */
  readonly buysRareItems: boolean;
}

const NORMAL_BP = 10_000;

type Pattern = Pick<StationClassRow, 'buys' | 'sells'> & Partial<StationClassRow>;

function row(stationClass: StationClass, name: string, pattern: Pattern): StationClassRow {
  return {
    stationClass,
    name,
    priceRules: [],
    flowFactorBp: NORMAL_BP,
    sellTargetBp: 8_500,
    buyTargetBp: 1_500,
    isOwnable: true,
    buysRareItems: false,
    ...pattern,
  };
}

const BULK: readonly CommodityKey[] = ['ore', 'organics', 'equipment', 'fuel'];
const BLACK_HOLE_BUYS: readonly CommodityKey[] = [...BULK, 'precious_metals'];
const TECH_HUB_PREMIUM: readonly CommodityKey[] = ['luxury_goods', 'exotic_technology'];

/** The class table (rule book, economy 2.1); the index is the class number. */
export const STATION_CLASSES: readonly StationClassRow[] = [
  row(0, 'Capital Hub', {
    buys: ['gourmet_food', 'luxury_goods', 'precious_metals'],
    sells: ['fuel'],
    isOwnable: false,
  }),
  row(1, 'Mining Operation', { buys: ['ore'], sells: ['organics', 'equipment', 'precious_metals'] }),
  row(2, 'Agricultural Center', { buys: ['organics'], sells: ['ore', 'equipment', 'gourmet_food'] }),
  row(3, 'Industrial Hub', { buys: ['equipment', 'precious_metals'], sells: ['ore', 'organics'] }),
  row(4, 'Distribution Center', {
    buys: ['exotic_technology'],
    sells: BULK,
    flowFactorBp: 15_000,
    isOwnable: false,
  }),
  row(5, 'Collection Hub', {
    buys: BULK,
    sells: ['luxury_goods'],
    flowFactorBp: 15_000,
    buyTargetBp: 500,
    isOwnable: false,
  }),
  row(6, 'Mixed Market', { buys: ['ore', 'organics'], sells: ['equipment', 'fuel'] }),
  row(7, 'Resource Exchange', { buys: ['equipment', 'fuel'], sells: ['ore', 'organics'] }),
  row(8, 'Black Hole', {
    buys: BLACK_HOLE_BUYS,
    sells: [],
    priceRules: [{ direction: 'buys', commodities: BLACK_HOLE_BUYS, factorBp: 12_000 }],
    flowFactorBp: 20_000,
    sellTargetBp: null,
    buyTargetBp: 500,
  }),
  row(9, 'Nova', {
    buys: [],
    sells: BULK,
    priceRules: [{ direction: 'sells', commodities: BULK, factorBp: 8_000 }],
    flowFactorBp: 20_000,
    sellTargetBp: 9_500,
    buyTargetBp: null,
  }),
  row(10, 'Luxury Market', {
    buys: ['gourmet_food', 'precious_metals'],
    sells: ['luxury_goods', 'exotic_technology'],
  }),
  row(11, 'Advanced Tech Hub', {
    buys: TECH_HUB_PREMIUM,
    sells: ['equipment'],
    priceRules: [{ direction: 'buys', commodities: TECH_HUB_PREMIUM, factorBp: 12_500 }],
    buysRareItems: true,
  }),
];

/** What a TradeDock changes in the market of its station (rule book, economy 2.4): every good in both directions. */
export const TRADE_DOCK_MARKET = { capacityFactor: 4, targetBp: 5_000 } as const;

/** The row of one station class. */
export function stationClassOf(stationClass: StationClass): StationClassRow {
  return STATION_CLASSES[stationClass] as StationClassRow;
}

/** The price factor K of economy 3.2 in basis points: 10,000 unless the class has a price rule for the good. */
export function priceFactorBpFor(
  stationClass: StationClass,
  direction: TradeDirection,
  key: CommodityKey,
): number {
  const rule = stationClassOf(stationClass).priceRules.find(
    (candidate) => candidate.direction === direction && candidate.commodities.includes(key),
  );
  return rule?.factorBp ?? NORMAL_BP;
}
