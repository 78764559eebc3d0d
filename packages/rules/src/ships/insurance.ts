import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { checkCredits, checkServiced } from './desk.ts';
import { effectiveStats } from './effective-stats.ts';
import type { FleetOwner, FleetShip, Policy } from './fleet-types.ts';

const DAY_MS = 86_400_000;

/** A policy runs this long and is renewed in its last days; it pays after a waiting period (rule book, economy 11). */
export const POLICY_MS = 30 * DAY_MS;
export const RENEWAL_MS = 3 * DAY_MS;
export const WAITING_MS = 3_600_000;
/** Claims of this span make a premium dearer. */
export const CLAIMS_WINDOW_MS = 30 * DAY_MS;

export const PREMIUM_PERCENT = 5n;
export const PAYOUT_PERCENT = 50n;
const CLAIM_PERCENT = 50;
const MAX_CLAIMS_PERCENT = 250;

/** What decides the price of a policy besides the ship. */
export interface Insured {
  readonly claimsLately: number;
  readonly personalReputation: number;
}

/** The insured value: the lower of what was paid and the catalogue price; null where a ship is not insurable. */
export function insurableValue({ build, purchaseValue, isBound, isLoaner }: FleetShip): bigint | null {
  const { priceCredits, isSold } = SHIP_TYPES[build.type];
  if (priceCredits === null || !isSold || isBound || isLoaner || purchaseValue <= 0n) {
    return null;
  }
  return purchaseValue < priceCredits ? purchaseValue : priceCredits;
}

/**
 * The premium of 30 days: 5 % of the value, times 100 % and 50 % more a claim of the last 30 days (at most 250 %), times
 * the factor of the reputation (≤ −250: 2, ≥ 500: 0.9), ceiled once.
 */
export function premiumOf(value: bigint, { claimsLately, personalReputation }: Insured): bigint {
  const claims = BigInt(Math.min(MAX_CLAIMS_PERCENT, 100 + CLAIM_PERCENT * claimsLately));
  const scale = 100n * 100n * 10n;
  return (value * PREMIUM_PERCENT * claims * reputationTenths(personalReputation) + scale - 1n) / scale;
}

/** What a policy pays: half of the insured value, floored. */
export function payoutOf(value: bigint): bigint {
  return (value * PAYOUT_PERCENT) / 100n;
}

/** The policy that is bought or renewed now: a renewal keeps its beginning, so that no waiting period starts again. */
export function nextPolicy(present: Policy | null, value: bigint, nowMs: number): Policy {
  return present !== null && present.untilMs > nowMs
    ? { fromMs: present.fromMs, untilMs: present.untilMs + POLICY_MS, value }
    : { fromMs: nowMs, untilMs: nowMs + POLICY_MS, value };
}

/**
 * Refuses a policy: what `checkServiced` refuses at `insurance`, `not_insurable`, `hull_damaged`, `already_insured`
 * `{until}` before the last three days, `insufficient_credits` `{need, have}`.
 */
export function checkInsurance(
  ship: FleetShip,
  owner: Pick<FleetOwner, 'desk' | 'credits'>,
  insured: Insured,
  nowMs: number,
): Refusal | null {
  const closed = checkServiced(ship, owner.desk, 'insurance');
  if (closed !== null) {
    return closed;
  }
  const value = insurableValue(ship);
  if (value === null) {
    return refuse('not_insurable');
  }
  if (ship.hull < effectiveStats(ship.build).maxHull) {
    return refuse('hull_damaged');
  }
  if (ship.policy !== null && ship.policy.untilMs - RENEWAL_MS > nowMs) {
    return refuse('already_insured', { until: ship.policy.untilMs });
  }
  return checkCredits(premiumOf(value, insured), owner.credits);
}

/** How a ship was lost, as far as a policy asks. */
export interface Loss {
  readonly cause: 'self_destruct' | 'combat' | 'hazard';
  /** A fight the owner began, or one against somebody of his own: his team of the last 7 days, a linked account. */
  readonly isOwnFault: boolean;
  readonly isOutlaw: boolean;
}

/**
 * What a loss pays (rule book, economy 11): nothing before the waiting period or after the end of the policy, for
 * self-destruction, for a fight the owner began or arranged, or to a suspect or wanted owner.
 */
export function payoutForLoss(policy: Policy | null, loss: Loss, nowMs: number): bigint {
  const isRunning = policy !== null && nowMs >= policy.fromMs + WAITING_MS && nowMs < policy.untilMs;
  const isExcluded = loss.cause === 'self_destruct' || loss.isOwnFault || loss.isOutlaw;
  return policy === null || !isRunning || isExcluded ? 0n : payoutOf(policy.value);
}

function reputationTenths(reputation: number): bigint {
  if (reputation <= -250) {
    return 20n;
  }
  return reputation >= 500 ? 9n : 10n;
}
