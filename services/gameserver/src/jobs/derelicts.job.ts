import { breakUpDerelicts } from '../features/ships/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Derelicts do not drift for ever (rule book, ships-combat 6). */
export const derelictsJob: JobDefinition = {
  name: 'derelicts.break-up',
  cron: '*/5 * * * *',
  run: async ({ db, logger }, nowMs) => {
    const gone = await breakUpDerelicts(db, nowMs);
    if (gone > 0) logger.info({ gone }, 'derelicts.broken_up');
  },
};
