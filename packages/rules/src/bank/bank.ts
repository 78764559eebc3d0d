import { ceilDiv } from '../economy/order-total.ts';
import { MAX_BALANCE } from '../ledger/accounts.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { ServiceVisit } from '../services/visit.ts';
import { checkVisit } from '../services/visit.ts';

/** Share of a deposit the bank keeps, in basis points (rule book, economy 10). */
export const BANK_FEE_BP = 50;
/** The least a deposit may be: of a single credit nothing would arrive. */
export const BANK_MIN_DEPOSIT = 2n;

/** A player at the counter of a bank. */
export interface BankState extends ServiceVisit {
  readonly wallet: bigint;
  readonly bank: bigint;
}

/** Both balances after a visit, with the movements that lead there. */
export interface BankOutcome {
  readonly wallet: bigint;
  readonly bank: bigint;
  readonly fee: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** Fee of a deposit: 0.5 %, ceiled. Vector: 1,001 cr pay 6. */
export function bankFee(amount: bigint): bigint {
  return ceilDiv(amount * BigInt(BANK_FEE_BP), 10_000n);
}

/**
 * Refuses a deposit: as `checkVisit`, then `insufficient_credits` `{need, have}`, `account_full` `{max}` where the
 * account could not hold it (rule book, economy 10, README 4).
 */
export function checkDeposit(state: BankState, amount: bigint, nowMs: number): Refusal | null {
  return (
    checkVisit(state, 'bank', nowMs) ??
    refuseShort(amount, state.wallet) ??
    refuseFull(state.bank, amount - bankFee(amount))
  );
}

/** Refuses a withdrawal: as `checkVisit`, then `insufficient_credits` `{need, have}`, `account_full` `{max}`. */
export function checkWithdrawal(state: BankState, amount: bigint, nowMs: number): Refusal | null {
  return (
    checkVisit(state, 'bank', nowMs) ?? refuseShort(amount, state.bank) ?? refuseFull(state.wallet, amount)
  );
}

/** Brings credits into the bank; the fee comes out of them and is burned. Assumes `checkDeposit` passed. */
export function applyDeposit(state: BankState, amount: bigint): BankOutcome {
  const fee = bankFee(amount);
  return {
    wallet: state.wallet - amount,
    bank: state.bank + amount - fee,
    fee,
    legs: [...leg('wallet', 'bank', amount - fee, 'bank_deposit'), ...leg('wallet', 'BURN', fee, 'bank_fee')],
  };
}

/** Takes credits out of the bank, free of charge. Assumes `checkWithdrawal` passed. */
export function applyWithdrawal(state: BankState, amount: bigint): BankOutcome {
  return {
    wallet: state.wallet + amount,
    bank: state.bank - amount,
    fee: 0n,
    legs: leg('bank', 'wallet', amount, 'bank_withdraw'),
  };
}

function refuseShort(need: bigint, have: bigint): Refusal | null {
  return have < need ? refuse('insufficient_credits', { need, have }) : null;
}

function refuseFull(balance: bigint, gain: bigint): Refusal | null {
  return balance + gain > MAX_BALANCE ? refuse('account_full', { max: MAX_BALANCE - balance }) : null;
}
