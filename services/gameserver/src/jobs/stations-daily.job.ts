import { collectRents } from '../features/warehouse/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** What stations settle once a day: the rent of warehouses. */
export const stationsDailyJob: JobDefinition = {
  name: 'stations.daily',
  cron: '20 0 * * *',
  isDueAtStart: true,
  limitS: 600,
  run: async (deps, nowMs) => {
    const round = await collectRents(deps, nowMs);
    if (round.paid + round.unpaid + round.cleared > 0) deps.logger.info(round, 'stations.daily_settled');
  },
};
