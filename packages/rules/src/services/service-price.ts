import { stationFeeLegs } from '../economy/dock-fee.ts';
import { ceilDiv } from '../economy/order-total.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { LedgerReason } from '../ledger/reasons.ts';

const WHOLE_BP = 10_000n;

/** A list price at the level of a station: `ceil(price × level)` (rule book, economy 2.3). */
export function priceAtLevel(price: bigint, levelBp: number): bigint {
  return ceilDiv(price * BigInt(levelBp), WHOLE_BP);
}

/** What a service at hand is paid with: burned where nobody owns the station, else shared like its docking fees. */
export function servicePaymentLegs(amount: bigint, isOwned: boolean, reason: LedgerReason): LedgerLeg[] {
  return stationFeeLegs(amount, isOwned, reason);
}
