import { snapshotMetrics } from '../features/operations/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Writes down what the console shows over time. */
export const metricsSnapshotJob: JobDefinition = {
  name: 'metrics.snapshot',
  cron: '*/5 * * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    await snapshotMetrics(deps, nowMs);
  },
};
