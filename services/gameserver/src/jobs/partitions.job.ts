import { AUDIT_KEPT_MS } from '../audit/verify.ts';
import type { JobDefinition } from './job-definition.ts';

const TABLES = ['credit_ledger', 'turn_ledger', 'market_transaction', 'player_log', 'audit_log'] as const;

/**
 * Makes the partitions of this month and the two after it, so that no row falls into the rest, and drops the
 * months of the audit log that are past their time.
 */
export const partitionsJob: JobDefinition = {
  name: 'partitions',
  cron: '33 3 * * *',
  isDueAtStart: true,
  run: async ({ db }, nowMs) => {
    for (const table of TABLES) {
      await db.write((sql) => [
        sql`SELECT ensure_monthly_partitions(${table}::text::regclass, ${new Date(nowMs)})`,
      ]);
    }
    await db.write((sql) => [
      sql`SELECT drop_monthly_partitions('audit_log'::text::regclass, ${new Date(nowMs - AUDIT_KEPT_MS)})`,
    ]);
  },
};
