import type { CommodityKey } from '../economy/commodities.ts';
import type { CargoHold } from '../economy/types.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { Facility } from '../universe/types.ts';

export const CONTRACT_KIND_KEYS = ['freight', 'express', 'procurement'] as const;

export type ContractKind = (typeof CONTRACT_KIND_KEYS)[number];

/** A posted contract that nobody takes in time is simply gone. */
export const CONTRACT_STATES = [
  'posted',
  'accepted',
  'in_transit',
  'completed',
  'failed',
  'abandoned',
] as const;

export type ContractState = (typeof CONTRACT_STATES)[number];

/** What a contract pays and costs; fixed when it is posted. */
export interface ContractTerms {
  /** For the job itself, without goods. */
  readonly pay: bigint;
  /** For all goods of a procurement; 0 for sealed cargo. */
  readonly goodsPay: bigint;
  readonly fee: bigint;
  readonly penalty: bigint;
}

/** A contract as it is about to be posted. */
export interface ContractDraft extends ContractTerms {
  readonly kind: ContractKind;
  readonly targetStationId: string;
  readonly hops: number;
  /** Null under seal: nobody is told what it is. */
  readonly commodity: CommodityKey | null;
  readonly quantity: number;
  readonly timeLimitH: number;
}

/** A contract as it is stored, as far as rules care. */
export interface StationContract extends ContractDraft {
  readonly id: string;
  /** Where it hangs; sealed cargo is picked up there. */
  readonly stationId: string;
  readonly state: ContractState;
  /** Units handed over so far. */
  readonly delivered: number;
  readonly expiresAtMs: number;
  readonly deadlineAtMs: number | null;
  /** The ship that has the sealed cargo aboard. */
  readonly shipId: string | null;
}

/** A station as a place to post a contract or to bring something to. */
export interface ContractStation {
  readonly id: string;
  readonly facility: Facility;
  /** Goods it buys and does not sell. */
  readonly wanted: readonly { readonly commodity: CommodityKey; readonly capacity: number }[];
}

/** What a contract is made from. */
export interface ContractSurroundings {
  readonly station: ContractStation;
  /** Stations cargo may go to, with public hops; any distance. */
  readonly targets: readonly { readonly stationId: string; readonly hops: number }[];
  /** Public hops to the nearest other station that sells the good; absent where none does. */
  readonly sellerHops: Readonly<Partial<Record<CommodityKey, number>>>;
}

/** What a player has open and was paid, as of one moment. */
export interface JobCount {
  /** Accepted and not ended. */
  readonly active: number;
  /** When each ended job that counts in the window was paid last, oldest first. */
  readonly paidAtMs: readonly number[];
  /** Penalties that found no credits; due with the next acceptance. */
  readonly debt: bigint;
}

/** The acting player and his ship. */
export interface ContractActor {
  readonly shipId: string | null;
  readonly dockedStationId: string | null;
  readonly hold: CargoHold;
  readonly wallet: bigint;
  readonly bank: bigint;
  readonly jobs: JobCount;
}

/** What accepting does to the credits. */
export interface AcceptOutcome {
  readonly deadlineAtMs: number;
  readonly wallet: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** What a delivery does. */
export interface DeliverOutcome {
  readonly delivered: number;
  readonly isComplete: boolean;
  readonly paid: bigint;
  readonly wallet: bigint;
  readonly hold: CargoHold;
  readonly legs: readonly LedgerLeg[];
}

/** What failing or giving up costs; `unpaid` is owed. */
export interface PenaltyOutcome {
  readonly paid: bigint;
  readonly unpaid: bigint;
  readonly wallet: bigint;
  readonly bank: bigint;
  readonly hold: CargoHold;
  readonly legs: readonly LedgerLeg[];
}
