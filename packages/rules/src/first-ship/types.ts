import type { CommodityKey } from '../economy/commodities.ts';
import type { PublicSnapshot } from '../economy/market-prices.ts';
import type { LedgerLeg } from '../ledger/legs.ts';

export type FirstShipStepKind = 'buy' | 'sell' | 'dock' | 'job' | 'course';

/** A station with public prices. */
export interface PublicMarketplace {
  readonly sectorId: number;
  readonly snapshot: PublicSnapshot;
}

/** What the chain asks of one player; fixed when it begins. */
export interface FirstShipTargets {
  readonly commodity: CommodityKey;
  readonly quantity: number;
  readonly buyStationId: string;
  readonly buySectorId: number;
  readonly sellStationId: string;
  readonly sellSectorId: number;
  /** Proposed for step 3; any third station counts. */
  readonly thirdStationId: string | null;
  readonly thirdSectorId: number | null;
}

/** What the player has done since the chain began. */
export interface FirstShipProgress {
  readonly bought: number;
  readonly sold: number;
  readonly dockedStationIds: readonly string[];
}

/** The chain of one player, as it is stored. */
export interface FirstShipChain {
  /** Steps of this installation, ascending. */
  readonly steps: readonly number[];
  readonly targets: FirstShipTargets;
  readonly progress: FirstShipProgress;
  readonly done: readonly number[];
  readonly skipped: readonly number[];
}

/** An act that may fulfil a step. */
export type FirstShipAct =
  | {
      readonly type: 'bought' | 'sold';
      readonly stationId: string;
      readonly commodity: string;
      readonly quantity: number;
    }
  | { readonly type: 'docked'; readonly stationId: string }
  | { readonly type: 'job_paid' }
  /** A plotted course was flown to its end. */
  | { readonly type: 'course_flown'; readonly hops: number };

/** The chain after an act; each completed step pays its reward once. */
export interface FirstShipAdvance {
  readonly chain: FirstShipChain;
  readonly completed: readonly number[];
  readonly reward: bigint;
  /** One leg a completed step, in order; the ledger reference is `first_ship:<step>`. */
  readonly legs: readonly LedgerLeg[];
}

/** The step a player sees. */
export interface FirstShipView {
  /** Number of the step. */
  readonly number: number;
  readonly kind: FirstShipStepKind;
  /** 1-based place among the steps of this installation, and how many it has. */
  readonly step: number;
  readonly steps: number;
  readonly commodity: CommodityKey | null;
  readonly quantity: number | null;
  readonly progress: number;
  readonly need: number;
  readonly stationId: string | null;
  readonly sectorId: number | null;
  readonly reward: bigint;
}
