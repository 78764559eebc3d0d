import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { Clock } from '../platform/clock.ts';
import type { NexusStreams, ReceivedMessage } from '../platform/redis/nexus-streams.ts';
import type { NexusBridge } from './nexus-bridge.ts';
import type { OutboxEvent, OutboxSignal } from './outbox.ts';
import { insertOutboxRow } from './outbox.ts';

export interface NexusReceiverOptions {
  readonly db: Database;
  readonly streams: NexusStreams;
  readonly regionName: string;
  readonly processId: string;
  readonly outbox: OutboxSignal;
  readonly clock: Clock;
  readonly logger: Logger;
  /** After how long a message another process was handed is taken over; 15 s unless given. */
  readonly idleMs?: number;
}

const WAIT_MS = 1_000;
const RETRY_MS = 500;
/** A message a process was handed and did not acknowledge within this time belongs to whoever takes it. */
const IDLE_MS = 15_000;
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * A region's end: its processes are one consumer group, so each message is handed to one of them, which puts
 * it into the region's own outbox and only then acknowledges it. Sessions the hub ended are ended here too.
 */
export const createNexusReceiver = (options: NexusReceiverOptions): NexusBridge => {
  const { db, streams, processId, outbox, clock, logger, idleMs = IDLE_MS } = options;
  const group = `region:${options.regionName}`;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();

  const take = async (message: ReceivedMessage): Promise<void> => {
    const events = JSON.parse(message.json) as OutboxEvent[];
    const now = new Date(clock());
    const isNew = await db.command(async (tx) => {
      const [taken] = await tx.load(
        tx.sql`INSERT INTO nexus_inbox (key, taken_at) VALUES (${message.key}, ${now})
               ON CONFLICT DO NOTHING RETURNING key`,
      );
      if (taken.length === 0) return false;
      const ended = events.flatMap((event) =>
        event.type === 'session_revoked' ? [(event.data as { sessionId: string }).sessionId] : [],
      );
      await tx.commit(
        tx.sql`UPDATE sessions SET revoked_at = ${now} WHERE id = ANY(${ended}::uuid[]) AND revoked_at IS NULL`,
        tx.sql`DELETE FROM nexus_inbox WHERE taken_at < ${new Date(now.getTime() - REMEMBERED_MS)}`,
        insertOutboxRow(tx.sql, processId, now.getTime(), events),
      );
      return true;
    });
    if (isNew) outbox.committed(events);
    await streams.acknowledge(group, message);
  };

  const round = async (): Promise<void> => {
    for (const message of await streams.receive(group, processId, WAIT_MS)) await take(message);
    for (const message of await streams.takeOver(group, processId, idleMs)) await take(message);
  };

  const run = async (): Promise<void> => {
    let hasJoined = false;
    while (!isStopped) {
      try {
        // After redis-nexus lost its data the group is gone too: a failed round joins again.
        if (!hasJoined) await streams.join(group);
        hasJoined = true;
        await round();
      } catch (error) {
        hasJoined = false;
        logger.debug({ err: error }, 'nexus.receive_failed');
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  };

  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      isStopped = true;
      await Promise.race([running, sleep(WAIT_MS, undefined, { ref: false })]);
      await streams.close();
    },
  };
};
