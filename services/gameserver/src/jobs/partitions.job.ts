import type { JobDefinition } from './job-definition.ts';

const TABLES = ['credit_ledger', 'turn_ledger', 'market_transaction', 'player_log'] as const;

/** Makes the partitions of this month and the two after it, so that no row falls into the rest. */
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
  },
};
