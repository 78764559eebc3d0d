import type { Database } from '@sw/db';
import type { Clock } from '../platform/clock.ts';
import type { OutboxEvent } from './outbox.ts';

export interface OutboxRow {
  readonly events: readonly OutboxEvent[];
  readonly createdAtMs: number;
}

export interface OutboxBatch {
  /** Rows of other processes not read before, by id. */
  readonly rows: readonly OutboxRow[];
  /** More are waiting. */
  readonly isFull: boolean;
  /** The last read lies so long ago that rows may have been deleted unread. */
  readonly isIncomplete: boolean;
}

export interface OutboxReader {
  /** Takes the present end as the beginning: what is committed before is not read. */
  begin(): Promise<void>;
  read(): Promise<OutboxBatch>;
  /** There is nobody whose rows could be missed. */
  rest(): void;
}

/** Rows are kept this long (rule book, platform 6.4), and a number may be that late. */
export const OUTBOX_LIFE_MS = 60_000;
const BATCH = 500;
/** More gaps than this are no transactions in flight but numbers that were never used. */
const MAX_GAPS = 10_000;

/**
 * Reads every row of other processes exactly once. Numbers are given out when a row is written but become
 * visible when it commits, so a lower one may appear after a higher one: numbers that were skipped are
 * asked for again until they appear or are too old to come. A round therefore reads only what is new.
 */
export const createOutboxReader = (options: {
  readonly db: Database;
  readonly processId: string;
  readonly clock: Clock;
}): OutboxReader => {
  const { db, processId, clock } = options;
  let top = 0n;
  let lastReadMs = 0;
  /** Skipped numbers with the moment they were noticed. */
  const gaps = new Map<bigint, number>();

  const noteGaps = (from: bigint, to: bigint, nowMs: number): void => {
    if (to - from > BigInt(MAX_GAPS)) return;
    for (let id = from + 1n; id < to; id += 1n) gaps.set(id, nowMs);
  };

  const forgetOldGaps = (nowMs: number): void => {
    for (const [id, atMs] of gaps) {
      if (nowMs - atMs <= OUTBOX_LIFE_MS && gaps.size <= MAX_GAPS) break;
      gaps.delete(id);
    }
  };

  return {
    begin: async () => {
      const nowMs = clock();
      const rows = await db.sql<{ id: bigint }[]>`
        SELECT id FROM event_outbox WHERE created_at > ${new Date(nowMs - OUTBOX_LIFE_MS)} ORDER BY id`;
      const [last] = await db.sql<{ id: bigint | null }[]>`SELECT max(id) AS id FROM event_outbox`;
      gaps.clear();
      let previous = rows[0]?.id;
      for (const { id } of rows) {
        if (previous !== undefined) noteGaps(previous, id, nowMs);
        previous = id;
      }
      top = last?.id ?? 0n;
      lastReadMs = nowMs;
    },
    read: async () => {
      const nowMs = clock();
      const found = await db.sql<{ id: bigint; events: OutboxEvent[] | null; createdAt: Date }[]>`
        SELECT id, created_at, CASE WHEN origin = ${processId} THEN NULL ELSE events END AS events FROM (
          SELECT * FROM event_outbox WHERE id = ANY(${[...gaps.keys()].map(String)}::int8[])
          UNION ALL
          (SELECT * FROM event_outbox WHERE id > ${top} ORDER BY id LIMIT ${BATCH})) AS fresh
        ORDER BY id`;
      const isIncomplete = nowMs - lastReadMs > OUTBOX_LIFE_MS;
      lastReadMs = nowMs;
      for (const { id } of found) {
        if (id <= top) {
          gaps.delete(id);
        } else {
          noteGaps(top, id, nowMs);
          top = id;
        }
      }
      forgetOldGaps(nowMs);
      const rows = found.flatMap(({ events, createdAt }) =>
        events === null ? [] : [{ events, createdAtMs: createdAt.getTime() }],
      );
      return { rows, isFull: found.length >= BATCH, isIncomplete };
    },
    rest: () => {
      lastReadMs = clock();
    },
  };
};
