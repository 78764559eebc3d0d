import { BANK_FEE_BP, describeDeposit, describeWithdrawal } from '@sw/rules';
import type { ServiceProvider } from '../services/index.ts';
import { numberInput, presentService, presentServiceAction } from '../services/index.ts';

/** The counter of the bank. */
export const presentBank: ServiceProvider = (_deps, { purse, visit }, nowMs) => {
  const state = { ...visit, ...purse };
  const deposit = describeDeposit(state, nowMs);
  const withdrawal = describeWithdrawal(state, nowMs);
  return presentService('bank', {
    facts: [
      { nameKey: 'fact.bank_balance', kind: 'credits', value: Number(purse.bank) },
      { nameKey: 'fact.wallet', kind: 'credits', value: Number(purse.wallet) },
    ],
    actions: [
      presentServiceAction(deposit, {
        path: '/bank/deposit',
        inputs: [numberInput('amount', 'credits', deposit.limits)],
        price: { fixed: 0n, perUnit: 0n, bp: BANK_FEE_BP },
        hasText: true,
      }),
      presentServiceAction(withdrawal, {
        path: '/bank/withdraw',
        inputs: [numberInput('amount', 'credits', withdrawal.limits)],
        price: { fixed: 0n, perUnit: 0n, bp: 0 },
        hasText: true,
      }),
    ],
  });
};
