import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { z } from 'zod';
import type { ServerNotices } from '../../platform/server-notices.ts';
import { NO_NOTICES } from '../../platform/server-notices.ts';
import { findNotices } from './notices.repository.ts';

const stored = z.object({
  startsAtMs: z.int(),
  endsAtMs: z.int().nullable(),
  text: z.string(),
});

/** Reads rows of the flags as notices; what is no notice counts as none. */
export const noticesOf = (
  rows: readonly { readonly name: string; readonly value: unknown }[],
): ServerNotices => {
  const value = (name: string): unknown => rows.find((row) => row.name === name)?.value;
  const maintenance = stored.safeParse(value('maintenance'));
  const motd = z.string().safeParse(value('motd'));
  return { maintenance: maintenance.data ?? null, motd: motd.data ?? null };
};

export interface NoticesKeeper {
  /** As last read; every request asks it, so it must not ask the database. */
  current(): ServerNotices;
  refresh(): Promise<void>;
}

/** Keeps the notices in memory; every process hears when they change and reads them again. */
export const createNoticesKeeper = (db: Database, logger: Logger): NoticesKeeper => {
  let notices = NO_NOTICES;
  let asked = 0;
  let answered = 0;
  return {
    current: () => notices,
    refresh: async () => {
      asked += 1;
      const question = asked;
      try {
        const rows = await findNotices(db.sql);
        // Whoever asked must find the answer, unless a later question was answered already.
        if (question < answered) return;
        answered = question;
        notices = noticesOf(rows);
      } catch (error) {
        logger.warn({ err: error }, 'notices.refresh_failed');
      }
    },
  };
};
