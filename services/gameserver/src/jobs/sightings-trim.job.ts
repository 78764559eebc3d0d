import { trimSightings } from '../features/knowledge/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Forgets what players saw longest ago beyond what is kept of each (rule book, world 7.1). */
export const sightingsTrimJob: JobDefinition = {
  name: 'sightings.trim',
  cron: '41 3 * * *',
  run: async ({ db, logger }) => {
    const forgotten = await trimSightings(db);
    if (forgotten > 0) logger.info({ forgotten }, 'sightings.trimmed');
  },
};
