import type { CommodityKey } from '../economy/commodities.ts';
import type { CargoItem, PriceTerms, TradeSide } from '../economy/types.ts';
import type { TableEntry } from '../navigation/course-table.ts';
import type { CourseRisk } from '../navigation/types.ts';
import type { RouteObjective } from './constants.ts';

/** What a player knows of one market: on what terms he may buy from it and sell to it; null where it does not trade so. */
export interface KnownMarket {
  readonly commodity: CommodityKey;
  readonly toBuy: PriceTerms | null;
  readonly toSell: PriceTerms | null;
  /** When he saw it. */
  readonly asOfMs: number;
}

/** A station with prices the player knows. */
export interface KnownStop {
  readonly stationId: string;
  readonly sectorId: number;
  readonly markets: readonly KnownMarket[];
}

/** Everything a search for routes may look at: nothing in it is unknown to the player (rule book, I-15). */
export interface RouteRequest {
  readonly fromSectorId: number;
  /** Where he is docked: the first stop there costs nothing. */
  readonly dockedStationId: string | null;
  readonly stops: readonly KnownStop[];
  /** Ways from a sector to others as the player knows them. */
  readonly waysFrom: (sectorId: number) => (sectorId: number) => TableEntry | null;
  /** Free cargo units. */
  readonly room: number;
  readonly held: readonly CargoItem[];
  readonly credits: bigint;
  /** Of each way between two stops, 1..20. */
  readonly maxHops: number;
  readonly maxStops: number;
  readonly objective: RouteObjective;
  readonly nowMs: number;
}

export interface RouteTrade {
  readonly side: TradeSide;
  readonly commodity: CommodityKey;
  readonly quantity: number;
  /** What is paid or got at the known prices. */
  readonly expectedTotal: bigint;
}

/** A stop with the way to it. */
export interface RouteLeg {
  readonly stationId: string;
  readonly sectorId: number;
  /** Turns of the way and of docking. */
  readonly turns: number;
  readonly hops: number;
  readonly trades: readonly RouteTrade[];
}

export interface TradeRoute {
  readonly legs: readonly RouteLeg[];
  readonly turns: number;
  readonly hops: number;
  readonly profit: bigint;
  /** Hundredths of a credit, floored. */
  readonly profitPerTurnX100: number;
  /** The oldest price the route relies on. */
  readonly oldestAsOfMs: number;
  /** 10,000 for prices of this moment, 5,000 for prices a day old. */
  readonly confidenceBp: number;
  /** By the greatest known hazard on the way: medium from 5, high from 7. */
  readonly risk: CourseRisk;
}

export interface FoundRoutes {
  readonly routes: readonly TradeRoute[];
  /** Known stations within reach that were looked at. */
  readonly considered: number;
}
