import { describeAction } from '../actions/describe.ts';
import type { ActionDescriptor } from '../actions/types.ts';
import { costOfUnits, heldQuantity, loadCargo, unloadCargo } from '../economy/cargo.ts';
import { stationFeeLegs } from '../economy/dock-fee.ts';
import type { CargoHold } from '../economy/types.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { priceAtLevel } from '../services/service-price.ts';
import type { ServiceVisit } from '../services/visit.ts';
import { checkVisit } from '../services/visit.ts';

/** Ore that becomes one unit of precious metals, the fee of each, and what a station makes a UTC day (economy 2.3). */
export const REFINE_ORE = 5;
export const REFINE_FEE = 10n;
export const REFINE_PER_DAY = 20;

const DAY_MS = 86_400_000;

/** A player at a refinery. */
export interface RefineState extends ServiceVisit {
  readonly wallet: bigint;
  readonly hold: CargoHold;
  /** Units the station has made for anybody this UTC day. */
  readonly madeToday: number;
  /** Goods the station trades: where ore or precious metals are among them it never refines. */
  readonly traded: readonly string[];
}

export interface RefineOutcome {
  readonly wallet: bigint;
  readonly hold: CargoHold;
  readonly paid: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** The UTC day of a moment, counted from the epoch. */
export function utcDay(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS);
}

/** Fee of one unit at the price level of a station, ceiled. */
export function refineFee(serviceBp: number): bigint {
  return priceAtLevel(REFINE_FEE, serviceBp);
}

/**
 * Refuses to refine: as `checkVisit`; `service_not_offered` where ore or precious metals are traded, so that no money
 * loop closes at one station (I-4); `refinery_exhausted` `{max, resetsAt}`; `not_in_cargo` `{max}` (ore);
 * `insufficient_credits` `{need, have}`.
 */
export function checkRefine(state: RefineState, quantity: number, nowMs: number): Refusal | null {
  const refusal = checkVisit(state, 'refining_facility', nowMs);
  if (refusal !== null) {
    return refusal;
  }
  if (state.traded.includes('ore') || state.traded.includes('precious_metals')) {
    return refuse('service_not_offered');
  }
  const left = REFINE_PER_DAY - state.madeToday;
  if (quantity > left) {
    return refuse('refinery_exhausted', { max: left, resetsAt: (utcDay(nowMs) + 1) * DAY_MS });
  }
  const ore = heldQuantity(state.hold, 'ore');
  if (quantity * REFINE_ORE > ore) {
    return refuse('not_in_cargo', { max: ore });
  }
  const need = refineFee(state.station.serviceBp) * BigInt(quantity);
  return state.wallet < need ? refuse('insufficient_credits', { need, have: state.wallet }) : null;
}

/** Makes ore into precious metals, which cost what their ore and the fee cost. Assumes `checkRefine` passed. */
export function applyRefine(state: RefineState, quantity: number): RefineOutcome {
  const paid = refineFee(state.station.serviceBp) * BigInt(quantity);
  const ore = quantity * REFINE_ORE;
  const cost = costOfUnits(state.hold, 'ore', ore) + paid;
  return {
    wallet: state.wallet - paid,
    hold: loadCargo(unloadCargo(state.hold, 'ore', ore), 'precious_metals', quantity, cost),
    paid,
    legs: stationFeeLegs(paid, state.station.isOwned, 'refine'),
  };
}

/** `refine`: as many as ore, credits and the day allow. */
export function describeRefine(state: RefineState, nowMs: number): ActionDescriptor {
  const byOre = Math.floor(heldQuantity(state.hold, 'ore') / REFINE_ORE);
  const byCredits = state.wallet / refineFee(state.station.serviceBp);
  const byDay = REFINE_PER_DAY - state.madeToday;
  const max = Math.min(byOre, byDay, byCredits > BigInt(REFINE_PER_DAY) ? REFINE_PER_DAY : Number(byCredits));
  return describeAction('refine', checkRefine(state, 1, nowMs), { limits: { min: 1, max, step: 1 } });
}
