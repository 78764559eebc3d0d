import type { AccountId, BURN, MINT } from './accounts.ts';
import { bankOf, gateAccount, regionAccount, stationAccount, walletOf } from './accounts.ts';
import type { LedgerReason } from './reasons.ts';

/** The place of a leg: the rules name accounts by role, the caller knows whose they are. */
export type LegAccount = 'wallet' | 'bank' | 'region' | 'station' | 'gate' | typeof MINT | typeof BURN;

/** One movement of credits a rule asks for; `amount` is always positive. */
export interface LedgerLeg {
  readonly from: LegAccount;
  readonly to: LegAccount;
  readonly amount: bigint;
  readonly reason: LedgerReason;
}

/** Whose accounts the roles of a leg stand for; only the roles that occur are needed. */
export interface LegParties {
  readonly playerId: string;
  readonly regionId?: string;
  readonly stationId?: string;
  readonly gateId?: string;
}

/** A leg with real accounts, ready to be posted. */
export interface LedgerTransfer {
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
  readonly reason: LedgerReason;
}

/** One leg as a list: empty when nothing moves, so that no zero row ever reaches the ledger. */
export function leg(from: LegAccount, to: LegAccount, amount: bigint, reason: LedgerReason): LedgerLeg[] {
  return amount > 0n ? [{ from, to, amount, reason }] : [];
}

/** Puts real accounts into the legs of a rule. Throws when a leg names a role without a party. */
export function resolveLegs(legs: readonly LedgerLeg[], parties: LegParties): LedgerTransfer[] {
  return legs.map(({ from, to, amount, reason }) => ({
    from: accountOf(from, parties),
    to: accountOf(to, parties),
    amount,
    reason,
  }));
}

/** What an account gains (or, negative, loses) by the legs. */
export function legBalance(legs: readonly LedgerLeg[], account: LegAccount): bigint {
  return legs.reduce(
    (sum, { from, to, amount }) => sum + (to === account ? amount : 0n) - (from === account ? amount : 0n),
    0n,
  );
}

function accountOf(account: LegAccount, parties: LegParties): AccountId {
  switch (account) {
    case 'wallet':
      return walletOf(parties.playerId);
    case 'bank':
      return bankOf(parties.playerId);
    case 'region':
      return regionAccount(needed(parties.regionId, account));
    case 'station':
      return stationAccount(needed(parties.stationId, account));
    case 'gate':
      return gateAccount(needed(parties.gateId, account));
    default:
      return account;
  }
}

function needed(id: string | undefined, role: LegAccount): string {
  if (id === undefined) {
    throw new Error(`a leg names the ${role}, but none is known`);
  }
  return id;
}
