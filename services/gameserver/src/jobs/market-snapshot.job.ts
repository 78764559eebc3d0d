import { publishHour } from '../features/markets/index.ts';
import { evaluateHour } from '../features/price-alerts/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Publishes the prices of every full hour and judges the alerts on them; a start makes up for the hour it missed. */
export const marketSnapshotJob: JobDefinition = {
  name: 'market.snapshot',
  cron: '0 * * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    const points = await publishHour(deps, nowMs);
    deps.logger.info({ points }, 'market.hour_published');
    await evaluateHour(deps, nowMs);
  },
};
