import { auditLedger } from '../ledger/audit.ts';
import type { JobDefinition } from './job-definition.ts';

/** Proves the ledger every hour and shortly after a start. */
export const ledgerAuditJob: JobDefinition = {
  name: 'ledger.audit',
  cron: '7 * * * *',
  isDueAtStart: true,
  limitS: 900,
  run: async ({ db, logger }, nowMs) => {
    const audit = await auditLedger(db, nowMs);
    const { ok, accounts, rows, sumOfAccounts, mismatches, negativeAccounts } = audit;
    const figures = { accounts, rows: String(rows), sumOfAccounts, mismatches, negativeAccounts };
    if (ok) logger.info(figures, 'ledger.audited');
    else logger.error({ ...figures, findings: audit.findings }, 'ledger.mismatch');
  },
};
