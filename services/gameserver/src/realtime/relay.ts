import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { Clock } from '../platform/clock.ts';
import type { Hub } from './hub.ts';
import type { OutboxEvent, OutboxSignal } from './outbox.ts';

export interface Relay extends OutboxSignal {
  start(): Promise<void>;
  /** Delivers what is waiting, then stops polling and takes this process off the list. */
  stop(): Promise<void>;
}

export interface RelayOptions {
  readonly db: Database;
  readonly hub: Hub;
  readonly processId: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

const POLL_MS = 50;
const HEARTBEAT_MS = 5_000;
const PROCESS_LIFE_MS = 20_000;
/** A row may commit this long after rows with greater ids: until then its number is looked for. */
const WINDOW_MS = 60_000;
const BATCH = 500;

interface OutboxRow {
  readonly id: bigint;
  readonly events: readonly OutboxEvent[];
}

/**
 * Takes events from commits to the hub. Those of this process arrive through memory right after their
 * commit; those of other processes are polled, and only while another process is alive. Rows that commit
 * late are found because every id of the last minute is remembered.
 */
export const createRelay = ({ db, hub, processId, clock, logger }: RelayOptions): Relay => {
  let queue: OutboxEvent[] = [];
  let isScheduled = false;
  let isRunning = false;
  let hasCompany = false;
  let floor = 0n;
  const seen = new Map<bigint, number>();
  let pollTimer: NodeJS.Timeout | undefined;
  let heartbeatTimer: NodeJS.Timeout | undefined;

  const drain = (): void => {
    isScheduled = false;
    const events = queue;
    queue = [];
    hub.deliver(events);
  };

  const heartbeat = async (): Promise<void> => {
    const now = new Date(clock());
    const stale = new Date(clock() - PROCESS_LIFE_MS);
    const [, , rows] = await db.write((sql) => [
      sql`INSERT INTO server_processes (id, started_at, heartbeat_at, sockets)
          VALUES (${processId}, ${now}, ${now}, ${hub.size()})
          ON CONFLICT (id) DO UPDATE SET heartbeat_at = excluded.heartbeat_at, sockets = excluded.sockets`,
      sql`DELETE FROM server_processes WHERE heartbeat_at < ${stale}`,
      sql<
        { others: number }[]
      >`SELECT count(*)::int AS others FROM server_processes WHERE id <> ${processId}`,
    ]);
    hasCompany = ((rows as unknown as { others: number }[])[0]?.others ?? 0) > 0;
  };

  const poll = async (): Promise<void> => {
    if (!hasCompany || hub.size() === 0) return;
    const nowMs = clock();
    const rows = await db.sql<OutboxRow[]>`
      SELECT id, events FROM event_outbox
      WHERE id > ${floor} AND origin <> ${processId} AND created_at > ${new Date(nowMs - WINDOW_MS)}
      ORDER BY id LIMIT ${BATCH + seen.size}`;
    for (const row of rows) {
      if (seen.has(row.id)) continue;
      seen.set(row.id, nowMs);
      hub.deliver(row.events);
    }
    for (const [id, atMs] of seen) {
      if (atMs > nowMs - WINDOW_MS) break;
      seen.delete(id);
      if (id > floor) floor = id;
    }
  };

  const repeat = (
    work: () => Promise<void>,
    everyMs: number,
    keep: (timer: NodeJS.Timeout) => void,
  ): void => {
    const run = (): void => {
      if (!isRunning) return;
      work()
        .catch((error: unknown) => logger.warn({ err: error }, 'outbox.poll_failed'))
        .finally(() => {
          if (isRunning) keep(setTimeout(run, everyMs).unref());
        });
    };
    keep(setTimeout(run, everyMs).unref());
  };

  return {
    committed: (events) => {
      queue.push(...events);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(drain);
    },
    start: async () => {
      isRunning = true;
      const [row] = await db.sql<{ top: bigint }[]>`SELECT coalesce(max(id), 0) AS top FROM event_outbox`;
      floor = row?.top ?? 0n;
      await heartbeat();
      repeat(poll, POLL_MS, (timer) => {
        pollTimer = timer;
      });
      repeat(heartbeat, HEARTBEAT_MS, (timer) => {
        heartbeatTimer = timer;
      });
    },
    stop: async () => {
      isRunning = false;
      clearTimeout(pollTimer);
      clearTimeout(heartbeatTimer);
      if (isScheduled) drain();
      await db
        .write((sql) => [sql`DELETE FROM server_processes WHERE id = ${processId}`])
        .catch(() => undefined);
    },
  };
};
