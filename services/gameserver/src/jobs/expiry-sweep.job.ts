import { failOverdueContracts } from '../features/station-contracts/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Ends what has run out of time: contracts nobody finished (rule book, README 8). */
export const expirySweepJob: JobDefinition = {
  name: 'expiry.sweep',
  cron: '* * * * *',
  limitS: 120,
  run: async (deps, nowMs) => {
    const contracts = await failOverdueContracts(deps, nowMs);
    if (contracts > 0) deps.logger.info({ contracts }, 'expiry.swept');
  },
};
