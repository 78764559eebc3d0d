import { describeAction } from '../actions/describe.ts';
import type { ActionDescriptor } from '../actions/types.ts';
import { stationFeeLegs } from '../economy/dock-fee.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { priceAtLevel } from '../services/service-price.ts';
import type { ServiceVisit } from '../services/visit.ts';
import { checkVisit } from '../services/visit.ts';

/** Price, reach and length of market intelligence (rule book, economy 2.3). */
export const INTELLIGENCE_PRICE = 500n;
export const INTELLIGENCE_HOPS = 5;
export const INTELLIGENCE_MS = 24 * 3_600_000;

/** A player who asks for prices. */
export interface IntelligenceState extends ServiceVisit {
  readonly wallet: bigint;
  /** Until when he has them from this station; null without. */
  readonly untilMs: number | null;
}

export interface IntelligenceOutcome {
  readonly wallet: bigint;
  readonly paid: bigint;
  readonly untilMs: number;
  readonly legs: readonly LedgerLeg[];
}

/** What a day of live prices costs at the price level of a station, ceiled. */
export function intelligencePrice(serviceBp: number): bigint {
  return priceAtLevel(INTELLIGENCE_PRICE, serviceBp);
}

/** Refuses market intelligence: as `checkVisit`, then `insufficient_credits` `{need, have}`. */
export function checkIntelligence(state: IntelligenceState, nowMs: number): Refusal | null {
  const need = intelligencePrice(state.station.serviceBp);
  return (
    checkVisit(state, 'market_intelligence', nowMs) ??
    (state.wallet < need ? refuse('insufficient_credits', { need, have: state.wallet }) : null)
  );
}

/** Buys a day of live prices; one that still runs is made longer. Assumes `checkIntelligence` passed. */
export function applyIntelligence(state: IntelligenceState, nowMs: number): IntelligenceOutcome {
  const paid = intelligencePrice(state.station.serviceBp);
  return {
    wallet: state.wallet - paid,
    paid,
    untilMs: Math.max(state.untilMs ?? nowMs, nowMs) + INTELLIGENCE_MS,
    legs: stationFeeLegs(paid, state.station.isOwned, 'intelligence'),
  };
}

/** `buy_intelligence` with its price. */
export function describeIntelligence(state: IntelligenceState, nowMs: number): ActionDescriptor {
  return describeAction('buy_intelligence', checkIntelligence(state, nowMs), {
    cost: { credits: intelligencePrice(state.station.serviceBp) },
  });
}
