import type { Database } from '@sw/db';
import type { Metrics } from '@sw/service-kit';
import { auditLedger } from '../ledger/audit.ts';
import type { JobDefinition } from './job-definition.ts';

/** Proves the ledger every hour and shortly after a start. */
export const ledgerAuditJob: JobDefinition = {
  name: 'ledger.audit',
  cron: '7 * * * *',
  isDueAtStart: true,
  limitS: 900,
  run: async ({ db, logger, metrics }, nowMs) => {
    const audit = await auditLedger(db, nowMs);
    await measureMoneySupply(db, metrics);
    const { ok, accounts, rows, sumOfAccounts, mismatches, negativeAccounts } = audit;
    const figures = { accounts, rows: String(rows), sumOfAccounts, mismatches, negativeAccounts };
    if (ok) logger.info(figures, 'ledger.audited');
    else logger.error({ ...figures, findings: audit.findings }, 'ledger.mismatch');
  },
};

/** Who holds how much: a gauge, so that an operator sees when credits come from nowhere or everywhere at once. */
const measureMoneySupply = async (db: Database, metrics: Metrics): Promise<void> => {
  const rows = await db.sql<{ holder: string; credits: string }[]>`
    SELECT split_part(id, ':', 1) AS holder, sum(balance)::text AS credits FROM ledger_accounts GROUP BY 1
    UNION ALL
    SELECT 'treasury', coalesce(sum(balance), 0)::text FROM ledger_checkpoints WHERE starts_with(account, 'region:')`;
  for (const { holder, credits } of rows) metrics.economy.credits.set({ holder }, Number(credits));
};
