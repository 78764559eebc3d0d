import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import type { LedgerReason } from '../ledger/reasons.ts';
import { SHIP_TYPES } from '../ships/catalogue.ts';
import type { ShipTypeKey } from '../ships/types.ts';
import type { SecurityTier } from '../universe/types.ts';
import {
  DOCK_FEE_STATION_PERCENT,
  DOCK_FEES,
  DOCK_TIER_HALVES,
  FREE_FIRST_DOCKING_MS,
  MOORING_FREE_MS,
  MOORING_MAX,
  MOORING_PER_DAY,
  MOORING_WALLET_SHARE,
} from './constants.ts';
import type { DockFee, DockState } from './docking-types.ts';
import { ceilDiv } from './order-total.ts';

const DAY_MS = 86_400_000;
const WHOLE_BP = 10_000n;

/** The docking fee of a hull: `ceil(size fee × tier × docking_fee_bp)` (rule book, economy 2.5). */
export function dockingFee(type: ShipTypeKey, tier: SecurityTier, dockingFeeBp: number): bigint {
  return ceilDiv(
    DOCK_FEES[SHIP_TYPES[type].size] * DOCK_TIER_HALVES[tier] * BigInt(dockingFeeBp),
    2n * WHOLE_BP,
  );
}

/**
 * What this docking costs, a ship in tow included: nothing for the first one within 7 days of first login; a wallet that cannot pay docks on
 * credit once a UTC day, so that nobody is stranded.
 */
export function dockingFeeDue(state: DockState, type: ShipTypeKey, nowMs: number): DockFee {
  const { station, credits, tow } = state;
  const feeOf = (hull: ShipTypeKey): bigint => dockingFee(hull, station.securityTier, station.dockingFeeBp);
  const amount = feeOf(type) + (tow == null ? 0n : feeOf(tow.type));
  if (!state.hasDocked && nowMs - state.firstLoginAtMs < FREE_FIRST_DOCKING_MS) {
    return { amount: 0n, reason: 'first_docking' };
  }
  const wasWaivedToday =
    state.lastFeeWaivedAtMs !== null && dayIndexOf(state.lastFeeWaivedAtMs) === dayIndexOf(nowMs);
  return credits < amount && !wasWaivedToday
    ? { amount: 0n, reason: 'on_credit' }
    : { amount, reason: 'fee' };
}

/**
 * Mooring due at undocking: after 24 h of continuous docking 200 cr a day, counted to the millisecond and ceiled, at
 * most 10 % of the wallet (floored) and 6,000 in total (rule book, economy 2.5).
 */
export function mooringDue(dockedAtMs: number, nowMs: number, credits: bigint): bigint {
  const charged = Math.max(0, nowMs - dockedAtMs - MOORING_FREE_MS);
  const accrued = ceilDiv(BigInt(charged) * MOORING_PER_DAY, BigInt(DAY_MS));
  return lesser(accrued, lesser(MOORING_MAX, credits / MOORING_WALLET_SHARE));
}

/** Mooring due when a ship and what it tows leave their berths; the second is due on what the first leaves. */
export function mooringOf({ ship, tow, credits }: DockState, nowMs: number): bigint {
  const first = mooringDue(ship?.dockedAtMs ?? nowMs, nowMs, credits);
  return first + (tow == null ? 0n : mooringDue(tow.dockedAtMs ?? nowMs, nowMs, credits - first));
}

/** Fees of a station: burned where nobody owns it, else 70 % (floored) to its treasury and the rest burned. */
export function stationFeeLegs(amount: bigint, isOwned: boolean, reason: LedgerReason): LedgerLeg[] {
  const toStation = isOwned ? (amount * DOCK_FEE_STATION_PERCENT) / 100n : 0n;
  return [
    ...leg('wallet', 'station', toStation, reason),
    ...leg('wallet', 'BURN', amount - toStation, reason),
  ];
}

function dayIndexOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) {
    return a;
  }
  return b;
}
