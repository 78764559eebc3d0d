import type { ContractKind } from './types.ts';

/* Rule book, economy 12: jobs of stations. */

/** What every job pays before its kind and its goods are looked at: a base and a share for each hop. */
export const JOB_PAY_BASE = 200n;
export const JOB_PAY_PER_HOP = 100n;
/** Goods handed over are paid by their base price times this. */
export const GOODS_PAY_PERCENT = 115n;
/** Paid on accepting, of the pay by distance; burned. */
export const CONTRACT_FEE_PERCENT = 2n;

export const CONTRACT_HOPS_MIN = 3;
export const CONTRACT_HOPS_MAX = 15;

/** NPC contracts a board shows at most. */
export const BOARD_SIZE = 5;
export const BIG_BOARD_SIZE = 10;
/** A station posts at most one contract in a quarter of an hour. */
export const CONTRACT_QUARTER_MS = 15 * 60_000;
/** What nobody accepted goes after this time. */
export const CONTRACT_POSTED_MS = 12 * 3_600_000;

export const MAX_ACTIVE_CONTRACTS = 5;
/** Paid jobs in any rolling day, contracts and missions together. */
export const MAX_PAID_JOBS = 8;
export const JOB_WINDOW_MS = 24 * 3_600_000;

/** What a kind asks for and what it does to the pay. */
export interface ContractKindRow {
  readonly kind: ContractKind;
  /** How often it is posted, relative to the others. */
  readonly weight: number;
  readonly quantity: readonly [min: number, max: number];
  readonly hours: readonly [min: number, max: number];
  /** Of the pay by distance. */
  readonly payPercent: bigint;
  /** What failing costs, of the pay without goods. */
  readonly penaltyPercent: bigint;
  /** Goods travel under seal, in the hold of the ship that picked them up. */
  readonly isSealed: boolean;
}

export const CONTRACT_KINDS: Readonly<Record<ContractKind, ContractKindRow>> = {
  freight: {
    kind: 'freight',
    weight: 45,
    quantity: [5, 30],
    hours: [8, 24],
    payPercent: 100n,
    penaltyPercent: 50n,
    isSealed: true,
  },
  express: {
    kind: 'express',
    weight: 20,
    quantity: [5, 20],
    hours: [2, 6],
    payPercent: 150n,
    penaltyPercent: 100n,
    isSealed: true,
  },
  procurement: {
    kind: 'procurement',
    weight: 35,
    quantity: [5, 30],
    hours: [12, 48],
    payPercent: 100n,
    penaltyPercent: 25n,
    isSealed: false,
  },
};

/** Procurement never asks for more than this share of what the market holds. */
export const PROCUREMENT_CAPACITY_PERCENT = 20;

/** The freight job of the starter chain (rule book, society 10.8). */
export const STARTER_JOB_QUANTITY = 5;
export const STARTER_JOB_HOPS_MAX = 5;
