/** The eight goods every station market trades (rule book, economy 1.1), in their fixed display and storage order. */
export const COMMODITY_KEYS = [
  'ore',
  'organics',
  'equipment',
  'fuel',
  'gourmet_food',
  'luxury_goods',
  'exotic_technology',
  'precious_metals',
] as const;

export type CommodityKey = (typeof COMMODITY_KEYS)[number];

export interface Commodity {
  readonly key: CommodityKey;
  /** Mid price in credits at full stock. */
  readonly lo: number;
  /** Mid price in credits at empty stock. */
  readonly hi: number;
  /** `floor((lo + hi) / 2)`: appraisal, contracts, insurance. */
  readonly base: number;
  /** Units a station of size 5 holds. */
  readonly capacity: number;
  /** Units per hour that stock moves at size 5 and one active player: capacity / 100. */
  readonly flowPerHour: number;
  /** Largest hourly step of the price drift, in basis points. */
  readonly volatilityBp: number;
}

const FLOW_DIVISOR = 100;
const STANDARD_STATION_SIZE = 5;

function commodity(
  key: CommodityKey,
  lo: number,
  hi: number,
  capacity: number,
  volatilityBp: number,
): Commodity {
  const base = Math.floor((lo + hi) / 2);
  return { key, lo, hi, base, capacity, flowPerHour: capacity / FLOW_DIVISOR, volatilityBp };
}

/** The commodity table (rule book, economy 1.1), ordered like `COMMODITY_KEYS`. */
export const COMMODITIES: readonly Commodity[] = [
  commodity('ore', 21, 39, 5_000, 60),
  commodity('organics', 11, 21, 3_000, 80),
  commodity('equipment', 64, 106, 2_000, 90),
  commodity('fuel', 28, 52, 4_000, 70),
  commodity('gourmet_food', 38, 62, 600, 110),
  commodity('luxury_goods', 100, 175, 800, 140),
  commodity('exotic_technology', 180, 270, 200, 150),
  commodity('precious_metals', 100, 160, 400, 120),
];

const BY_KEY = Object.fromEntries(COMMODITIES.map((entry) => [entry.key, entry])) as Record<
  CommodityKey,
  Commodity
>;

/** The row of one commodity. */
export function commodityOf(key: CommodityKey): Commodity {
  return BY_KEY[key];
}

/** Units a station of the size (1..10) holds of the commodity, before upgrades: `floor(capacity × size / 5)`. */
export function capacityAtSize(key: CommodityKey, size: number): number {
  return Math.floor((commodityOf(key).capacity * size) / STANDARD_STATION_SIZE);
}

/**
 * Units per hour a market of the capacity moves for one active player: `max(1, floor(capacity / 100 × flow factor))`
 * (rule book, economy 3.1). The caller multiplies by `max(1, active players)`.
 */
export function baseFlowPerHour(capacity: number, flowFactorBp: number): number {
  return Math.max(1, Math.floor((capacity * flowFactorBp) / (FLOW_DIVISOR * 10_000)));
}
