import { renewFlow } from '../features/markets/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Lets the pace of every market follow the active players of its region; a start makes up for a missed hour. */
export const marketFlowJob: JobDefinition = {
  name: 'market.flow',
  cron: '5 * * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    const stations = await renewFlow(deps, nowMs);
    deps.logger.info({ stations }, 'market.flow_renewed');
  },
};
