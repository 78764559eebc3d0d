import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { NexusStream, NexusStreams } from '../platform/redis/nexus-streams.ts';
import type { NexusBridge } from './nexus-bridge.ts';

const BATCH = 200;
const LOOK_MS = 250;

/**
 * The hub's end: whoever holds the row `nexus_outbox` of `leases` sends what waits, in order, and deletes it.
 * While redis-nexus is down it waits in the database.
 */
export const createNexusSender = (options: {
  readonly db: Database;
  readonly streams: NexusStreams;
  readonly logger: Logger;
}): NexusBridge => {
  const { db, streams, logger } = options;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();

  const send = (): Promise<number> =>
    db.command(async (tx) => {
      const [lease, rows] = await tx.load(
        tx.sql`SELECT name FROM leases WHERE name = 'nexus_outbox' FOR UPDATE SKIP LOCKED`,
        tx.sql<{ id: bigint; key: string; stream: NexusStream; events: unknown }[]>`
          SELECT id, key, stream, events FROM nexus_outbox ORDER BY id LIMIT ${BATCH}`,
      );
      if (lease.length === 0 || rows.length === 0) return 0;
      await streams.send(
        rows.map(({ key, stream, events }) => ({ key, stream, json: JSON.stringify(events) })),
      );
      const sent = rows.map(({ id }) => String(id));
      await tx.commit(tx.sql`DELETE FROM nexus_outbox WHERE id = ANY(${sent}::int8[])`);
      return rows.length;
    });

  const run = async (): Promise<void> => {
    while (!isStopped) {
      try {
        if (streams.isUp() && (await send()) === BATCH) continue;
      } catch (error) {
        logger.warn({ err: error }, 'nexus.send_failed');
      }
      await sleep(LOOK_MS, undefined, { ref: false });
    }
  };

  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      isStopped = true;
      await running;
      await streams.close();
    },
  };
};
