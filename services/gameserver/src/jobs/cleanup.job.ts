import { deleteOldMails } from '../features/mail/index.ts';
import { deleteEnded } from '../features/price-alerts/index.ts';
import { deleteRareDays } from '../features/rare-goods/index.ts';
import { deleteRefiningDays } from '../features/refining/index.ts';
import { deleteInBatches } from './delete-in-batches.ts';
import type { JobDefinition } from './job-definition.ts';

const DAY_MS = 86_400_000;
const ENDED_ALERTS_KEPT_MS = 7 * DAY_MS;
const COUNTED_DAYS_KEPT = 7;
const MAILS_KEPT_MS = 7 * DAY_MS;

/**
 * Removes what has run out: tickets, idempotency keys after a day, counters of failed sign-ins, and mails,
 * price alerts, and what stations refined and bought of rare finds, a week after their end.
 */
export const cleanupJob: JobDefinition = {
  name: 'cleanup',
  cron: '13 * * * *',
  run: async ({ db, logger }, nowMs) => {
    const now = new Date(nowMs);
    const dayAgo = new Date(nowMs - DAY_MS);
    const tickets = await deleteInBatches(
      db,
      (sql, limit) => sql`
        DELETE FROM one_time_tokens WHERE id IN (
          SELECT id FROM one_time_tokens WHERE expires_at < ${now} LIMIT ${limit})`,
    );
    const keys = await deleteInBatches(
      db,
      (sql, limit) => sql`
        DELETE FROM idempotency_keys WHERE (user_id, key) IN (
          SELECT user_id, key FROM idempotency_keys WHERE created_at < ${dayAgo} LIMIT ${limit})`,
    );
    const failures = await deleteInBatches(
      db,
      (sql, limit) => sql`
        DELETE FROM login_failures WHERE key IN (
          SELECT key FROM login_failures
          WHERE window_started_at < ${dayAgo} AND (refused_until IS NULL OR refused_until < ${now})
          LIMIT ${limit})`,
    );
    const alerts = await deleteInBatches(db, (sql, limit) =>
      deleteEnded(sql, nowMs - ENDED_ALERTS_KEPT_MS, limit),
    );
    const today = Math.floor(nowMs / DAY_MS);
    const refined = await deleteInBatches(db, (sql, limit) =>
      deleteRefiningDays(sql, today - COUNTED_DAYS_KEPT, limit),
    );
    const rareSales = await deleteInBatches(db, (sql, limit) =>
      deleteRareDays(sql, today - COUNTED_DAYS_KEPT, limit),
    );
    const mails = await deleteInBatches(db, (sql, limit) =>
      deleteOldMails(sql, nowMs - MAILS_KEPT_MS, limit),
    );
    logger.info({ mails, tickets, keys, failures, alerts, refined, rareSales }, 'cleanup.done');
  },
};
