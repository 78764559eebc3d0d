import type { AnyStatement, Sql } from '@sw/db';
import type { NexusStream } from '../platform/redis/nexus-streams.ts';
import type { OutboxCommit } from './bus-commit.ts';
import type { OutboxEvent } from './outbox.ts';
import { GLOBAL_CHANNEL } from './outbox.ts';
import type { Relay } from './relay.ts';

/** One end of what connects the hub with regional servers. */
export interface NexusBridge {
  start(): void;
  stop(): Promise<void>;
}

/** The stream an event of the hub travels to regional servers on; undefined for what stays at home. */
export const streamOf = ({ channel, type }: OutboxEvent): NexusStream | undefined => {
  if (channel === GLOBAL_CHANNEL) return 'global';
  return channel === 'control' && type === 'session_revoked' ? 'control' : undefined;
};

/** Keeps what regional servers must hear of the given commits, in the transaction that deletes them. */
export const keepForRegions = (sql: Sql, commits: readonly OutboxCommit[]): AnyStatement[] =>
  commits.flatMap(({ id, origin, createdAt, events }) =>
    [...Map.groupBy(events, streamOf)].flatMap(([stream, told]) =>
      stream === undefined
        ? []
        : [
            sql`INSERT INTO nexus_outbox (key, stream, events, created_at)
                VALUES (${`${origin}:${id}:${stream}`}, ${stream}, ${sql.json(told as never)}, ${createdAt})`,
          ],
    ),
  );

/** A relay that begins and ends together with its bridge. */
export const withBridge = (relay: Relay, bridge: NexusBridge): Relay => ({
  ...relay,
  start: async () => {
    await relay.start();
    bridge.start();
  },
  stop: async () => {
    await bridge.stop();
    await relay.stop();
  },
});
