import { breakUpDerelicts, expireWrecks } from '../features/wrecks/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Derelicts do not drift for ever, and wrecks go (rule book, ships-combat 6 and 8). */
export const derelictsJob: JobDefinition = {
  name: 'derelicts.break-up',
  cron: '*/5 * * * *',
  run: async (deps, nowMs) => {
    const gone = await breakUpDerelicts(deps, nowMs);
    const wrecks = await expireWrecks(deps, nowMs);
    if (gone + wrecks > 0) deps.logger.info({ gone, wrecks }, 'derelicts.broken_up');
  },
};
