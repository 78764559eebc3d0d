import { rollUpPrices } from '../features/markets/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Folds hourly prices into daily ones and forgets the oldest; a start makes up for missed days. */
export const marketRollupJob: JobDefinition = {
  name: 'market.rollup',
  cron: '10 0 * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    const days = await rollUpPrices(deps, nowMs);
    if (days > 0) deps.logger.info({ days }, 'market.days_rolled');
  },
};
