import { deleteInBatches } from './delete-in-batches.ts';
import type { JobDefinition } from './job-definition.ts';

const KEPT_MS = 30 * 86_400_000;

/** Forgets sessions that ended 30 days ago, and refresh tokens that ran out as long ago. */
export const sessionsPurgeJob: JobDefinition = {
  name: 'sessions.purge',
  cron: '23 3 * * *',
  run: async ({ db, logger }, nowMs) => {
    const before = new Date(nowMs - KEPT_MS);
    const sessions = await deleteInBatches(
      db,
      (sql, limit) => sql`
        DELETE FROM sessions WHERE id IN (
          SELECT id FROM sessions WHERE absolute_expires_at < ${before} OR revoked_at < ${before}
          LIMIT ${limit})`,
    );
    const tokens = await deleteInBatches(
      db,
      (sql, limit) => sql`
        DELETE FROM refresh_tokens WHERE id IN (
          SELECT id FROM refresh_tokens WHERE expires_at < ${before} LIMIT ${limit})`,
    );
    logger.info({ sessions, tokens }, 'sessions.purged');
  },
};
