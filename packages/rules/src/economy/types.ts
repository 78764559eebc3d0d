import type { LedgerLeg } from '../ledger/legs.ts';
import type { Facility, MarketDirection } from '../universe/types.ts';
import type { CommodityKey } from './commodities.ts';
import type { StationClass } from './station-classes.ts';

/** What the player does. */
export type TradeSide = 'buy' | 'sell';

export const STATION_STATUSES = ['operational', 'arrears', 'locked_down', 'disabled'] as const;

export type StationStatus = (typeof STATION_STATUSES)[number];

/** One market of a station as it is stored (rule book, economy 2.2). */
export interface MarketRow {
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly stock: number;
  readonly capacity: number;
  readonly targetBp: number;
  readonly flowPerHour: number;
  /** Exact remainder of the flow, 0..3,599,999. */
  readonly regenAcc: number;
  readonly driftBp: number;
  /** The moment stock and drift are settled to. */
  readonly asOfMs: number;
  readonly frozenUntilMs: number | null;
  readonly version: number;
}

/** What a price depends on besides the market row. */
export interface PriceTerms {
  readonly lo: number;
  readonly hi: number;
  readonly capacity: number;
  /** Stock before the order. */
  readonly stock: number;
  readonly driftBp: number;
  readonly eventBp: number;
  /** Price factor K of the station class. */
  readonly factorBp: number;
  readonly halfSpreadBp: number;
  readonly advantageBp: number;
  readonly tariffBp: number;
}

/** The totals of one order: `net` is what the player pays or gets. */
export interface OrderTotal {
  readonly midTotal: bigint;
  readonly gross: bigint;
  readonly tariff: bigint;
  readonly net: bigint;
}

/** What a trade needs to know of the station. */
export interface TradeStation {
  readonly id: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly status: StationStatus;
  readonly isOwned: boolean;
  /** The player or his team owns it: he pays no tariff. */
  readonly isOwn: boolean;
  readonly tariffBp: number;
  readonly regionTaxBp: number;
  /** Admin freeze of the whole station. */
  readonly frozenUntilMs: number | null;
}

/** One kind of goods in a hold; `kind` is a commodity, `colonists` or another cargo key. */
export interface CargoItem {
  readonly kind: string;
  readonly quantity: number;
  /** Moving average of what a unit cost, floored. */
  readonly avgCost: bigint;
  /** What the average leaves over: together the goods cost `avgCost × quantity + restCost`. Absent = 0. */
  readonly restCost?: bigint;
}

/** The hold of a ship. */
export interface CargoHold {
  readonly capacity: number;
  readonly colonistsPerUnit: number;
  readonly items: readonly CargoItem[];
}

export type AdvantageSource =
  | 'rank'
  | 'standing'
  | 'reputation'
  | 'medals'
  | 'silver_tongue'
  | 'trade_treaty'
  | 'haggle';

/** What the price advantage of a player is made of (rule book, economy 3.3). */
export interface AdvantageInput {
  readonly rankLevel: number;
  /** With the station's faction; null where it has none. */
  readonly standing: number | null;
  readonly personalReputation: number;
  readonly medalBp?: number;
  readonly hasSilverTongue?: boolean;
  readonly treatyBp?: number;
  readonly haggleBp?: number;
}

export interface Advantage {
  /** The clamped sum. */
  readonly advantageBp: number;
  /** The sources that are not zero, before the clamp. */
  readonly breakdown: readonly { readonly source: AdvantageSource; readonly bp: number }[];
}

/** One line of a basket; the limit is the most to pay or the least to get. */
export interface TradeLine {
  readonly side: TradeSide;
  readonly commodity: CommodityKey;
  readonly quantity: number;
}

export interface LimitedTradeLine extends TradeLine {
  readonly limitTotal: bigint;
}

/** `POST /trading/quote`. */
export interface QuoteCommand {
  readonly stationId: string;
  readonly lines: readonly TradeLine[];
}

/** `POST /trading/execute`. */
export interface TradeCommand {
  readonly stationId: string;
  readonly lines: readonly LimitedTradeLine[];
}

/** What a trade is decided on; market rows may be unsettled. */
export interface TradeState {
  readonly hasActiveShip: boolean;
  readonly dockedStationId: string | null;
  readonly credits: bigint;
  readonly hold: CargoHold;
  readonly station: TradeStation;
  readonly markets: readonly MarketRow[];
}

export interface TradeContext {
  readonly nowMs: number;
  /** Key of the market drift. */
  readonly economySecret: Uint8Array;
  readonly advantage: AdvantageInput;
  /** Sum of the events and interventions that match, by commodity; absent = 0. */
  readonly eventBp?: Readonly<Partial<Record<CommodityKey, number>>>;
  /** What the region pays on top of a sale, by commodity; absent = 0. */
  readonly incentiveBp?: Readonly<Partial<Record<CommodityKey, number>>>;
}

/** How much of a line is possible, each limit on its own. */
export interface MaxQuantity {
  readonly byCredits: number;
  readonly byCargo: number;
  readonly byStock: number;
}

/** One priced line (rule book, economy 4.1). */
export interface QuoteLine extends OrderTotal {
  readonly side: TradeSide;
  readonly commodity: CommodityKey;
  readonly quantity: number;
  /** `net / quantity`, ceiled for a buy, floored for a sale. */
  readonly unitAverage: bigint;
  readonly firstUnit: bigint;
  readonly lastUnit: bigint;
  readonly stockBefore: number;
  readonly stockAfter: number;
  readonly capacity: number;
  readonly advantageBp: number;
  readonly advantageBreakdown: Advantage['breakdown'];
  readonly eventBp: number;
  /** Version of the market row the line was priced on. */
  readonly quoteVersion: number;
  readonly creditsAfter: bigint;
  /** Cargo units in use after the line. */
  readonly cargoAfter: number;
  readonly maxQuantity: MaxQuantity;
}

/** A quote with everything the books need. */
export interface TradeLineResult extends QuoteLine {
  readonly driftBp: number;
  readonly regionCut: bigint;
  readonly ownerCut: bigint;
  readonly incentive: bigint;
  /** Sale price minus what the units sold cost; 0 for a buy, negative for a loss. */
  readonly realisedProfit: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** The new state after a basket. */
export interface TradeOutcome {
  readonly lines: readonly TradeLineResult[];
  readonly credits: bigint;
  readonly hold: CargoHold;
  /** The touched rows, settled, with stock moved and version raised. */
  readonly markets: readonly MarketRow[];
  /** All legs in order. */
  readonly legs: readonly LedgerLeg[];
  readonly realisedProfit: bigint;
}
