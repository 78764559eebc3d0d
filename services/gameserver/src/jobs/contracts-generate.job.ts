import { postContracts } from '../features/station-contracts/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Posts jobs on the boards of stations every quarter of an hour; a start makes up for what it missed. */
export const contractsGenerateJob: JobDefinition = {
  name: 'contracts.generate',
  cron: '*/15 * * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    const posted = await postContracts(deps, nowMs);
    if (posted > 0) deps.logger.info({ posted }, 'contracts.posted');
  },
};
