import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { credits, creditsFrom, moment, signedCredits } from '../primitives.ts';
import { counterAct } from './services.ts';

const game = { auth: 'player', tag: 'bank', status: 200 } as const;
const command = { ...counterAct, ...game } as const;

export const getBank = endpoint({
  ...game,
  id: 'bank.get',
  method: 'GET',
  path: '/bank',
  summary: 'What you have in the bank, and the last 50 movements of the account.',
  rateClass: 'read',
  idempotency: 'none',
  reply: z.object({
    balance: credits,
    entries: z.array(
      z.object({
        id: z.string(),
        at: moment,
        amount: signedCredits,
        reason: z.string(),
      }),
    ),
  }),
  errors: [],
});

export const bankDeposit = endpoint({
  ...command,
  id: 'bank.deposit',
  path: '/bank/deposit',
  summary: 'Bring credits into the bank; 0.5 % of them is its fee. Docked at a bank only.',
  body: z.strictObject({ amount: creditsFrom(2) }),
  errors: [
    'not_docked',
    'station_not_operational',
    'no_bank_here',
    'services_refused',
    'insufficient_credits',
    'account_full',
    'economy_read_only',
    'busy',
  ],
});

export const bankWithdraw = endpoint({
  ...command,
  id: 'bank.withdraw',
  path: '/bank/withdraw',
  summary: 'Take credits out of the bank, free of charge. Docked at a bank only.',
  body: z.strictObject({ amount: creditsFrom(1) }),
  errors: bankDeposit.errors,
});
