import { describeAction } from '../actions/describe.ts';
import type { ActionDescriptor } from '../actions/types.ts';
import type { BankState } from './bank.ts';
import { BANK_MIN_DEPOSIT, checkDeposit, checkWithdrawal } from './bank.ts';

/** `bank_deposit`: possible when the least deposit is. */
export function describeDeposit(state: BankState, nowMs: number): ActionDescriptor {
  return describeAction('bank_deposit', checkDeposit(state, BANK_MIN_DEPOSIT, nowMs), {
    limits: { min: Number(BANK_MIN_DEPOSIT), max: Number(state.wallet), step: 1 },
  });
}

/** `bank_withdraw`: possible when a credit is there. */
export function describeWithdrawal(state: BankState, nowMs: number): ActionDescriptor {
  return describeAction('bank_withdraw', checkWithdrawal(state, 1n, nowMs), {
    limits: { min: 1, max: Number(state.bank), step: 1 },
  });
}
