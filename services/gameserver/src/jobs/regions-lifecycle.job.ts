import { advanceLives } from '../features/regions/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Moves regions nobody keeps up on to the end of their clocks (rule book, platform 14). */
export const regionsLifecycleJob: JobDefinition = {
  name: 'regions.lifecycle',
  cron: '20 * * * *',
  run: (deps, nowMs) => advanceLives(deps, nowMs),
};
