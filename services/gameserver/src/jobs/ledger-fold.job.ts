import { foldLedger } from '../ledger/fold.ts';
import type { JobDefinition } from './job-definition.ts';

/** Keeps the balances of MINT, BURN and the treasuries cheap to read. */
export const ledgerFoldJob: JobDefinition = {
  name: 'ledger.fold',
  cron: '* * * * *',
  limitS: 120,
  run: ({ db }) => foldLedger(db),
};
