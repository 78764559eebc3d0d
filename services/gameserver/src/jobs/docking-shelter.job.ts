import { endShelter } from '../features/navigation/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Puts ships outside whose owners have rested too long at an open dock, after a warning. */
export const dockingShelterJob: JobDefinition = {
  name: 'docking.shelter',
  cron: '* * * * *',
  limitS: 120,
  run: async (deps, nowMs) => {
    const round = await endShelter(deps, nowMs);
    if (round.warned + round.putOutside > 0) deps.logger.info(round, 'docking.shelter_ended');
  },
};
