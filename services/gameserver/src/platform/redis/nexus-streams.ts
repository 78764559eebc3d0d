import type { RedisLink } from './redis-link.ts';
import { redisScript } from './redis-script.ts';

/** What the hub tells all regions: `control` ends sessions, `global` is news for everybody. */
export const NEXUS_STREAMS = ['control', 'global'] as const;
export type NexusStream = (typeof NEXUS_STREAMS)[number];

export interface NexusMessage {
  /** A message of the same key is sent once. */
  readonly key: string;
  readonly stream: NexusStream;
  readonly json: string;
}

export interface ReceivedMessage extends NexusMessage {
  /** Its place in the stream, to be acknowledged. */
  readonly id: string;
}

/** The streams between the hub and regional servers. Calls reject while redis-nexus cannot be reached. */
export interface NexusStreams {
  send(messages: readonly NexusMessage[]): Promise<void>;
  /** Makes the group of a region, which from then on misses nothing that is kept. */
  join(group: string): Promise<void>;
  /** Messages nobody of the group has been handed; waits up to `waitMs` for one. */
  receive(group: string, consumer: string, waitMs: number): Promise<readonly ReceivedMessage[]>;
  /** Messages another process of the group was handed and did not acknowledge for `idleMs`. */
  takeOver(group: string, consumer: string, idleMs: number): Promise<readonly ReceivedMessage[]>;
  acknowledge(group: string, message: ReceivedMessage): Promise<void>;
  isUp(): boolean;
  close(): Promise<void>;
}

/** Messages kept for regions that are away; a region that missed more is bounded by the life of tokens. */
const KEPT = 10_000;
const MARKER_LIFE_S = 3_600;
const AT_ONCE = 100;
const GRACE_MS = 2_000;

/** KEYS the streams, then a marker for each message. ARGV kept, life of a marker, by message: index, key, json. */
const SEND = redisScript(`
for i = 1, #KEYS - ${NEXUS_STREAMS.length} do
  local a = 3 * i
  if redis.call('SET', KEYS[i + ${NEXUS_STREAMS.length}], '1', 'NX', 'EX', ARGV[2]) then
    redis.call('XADD', KEYS[tonumber(ARGV[a])], 'MAXLEN', '~', ARGV[1], '*', 'k', ARGV[a + 1], 'b', ARGV[a + 2])
  end
end
return 1`);

type Entry = [id: string, fields: string[] | null];

/** The streams over one link; a region needs no more rights on it than to read, acknowledge and take over. */
export const createNexusStreams = (link: RedisLink): NexusStreams => {
  const messageOf = (stream: NexusStream, [id, fields]: Entry): ReceivedMessage[] =>
    fields === null ? [] : [{ id, stream, key: fields[1] ?? '', json: fields[3] ?? '[]' }];

  return {
    send: async (messages) => {
      const args = messages.flatMap(({ key, stream, json }) => [
        NEXUS_STREAMS.indexOf(stream) + 1,
        key,
        json,
      ]);
      const markers = messages.map(({ key }) => `sent:${key}`);
      await link.run(SEND, [...NEXUS_STREAMS, ...markers], [KEPT, MARKER_LIFE_S, ...args]);
    },
    join: async (group) => {
      for (const stream of NEXUS_STREAMS) {
        await link.send(['XGROUP', 'CREATE', link.key(stream), group, '$', 'MKSTREAM']).catch(ignoreExisting);
      }
    },
    receive: async (group, consumer, waitMs) => {
      const head = ['XREADGROUP', 'GROUP', group, consumer, 'COUNT', `${AT_ONCE}`, 'BLOCK', `${waitMs}`];
      const keys = NEXUS_STREAMS.map((stream) => link.key(stream));
      const unread = NEXUS_STREAMS.map(() => '>');
      const answer = await link.send([...head, 'STREAMS', ...keys, ...unread], waitMs + GRACE_MS);
      return ((answer ?? []) as [string, Entry[]][]).flatMap(([key, entries]) => {
        const stream = NEXUS_STREAMS[keys.indexOf(key)];
        return stream === undefined ? [] : entries.flatMap((entry) => messageOf(stream, entry));
      });
    },
    takeOver: async (group, consumer, idleMs) => {
      const taken: ReceivedMessage[] = [];
      for (const stream of NEXUS_STREAMS) {
        const answer = await link.send(['XAUTOCLAIM', link.key(stream), group, consumer, `${idleMs}`, '0-0']);
        const [, entries = []] = answer as [string, Entry[]];
        taken.push(...entries.flatMap((entry) => messageOf(stream, entry)));
      }
      return taken;
    },
    acknowledge: async (group, { stream, id }) => {
      await link.send(['XACK', link.key(stream), group, id]);
    },
    isUp: () => link.isUp(),
    close: () => link.close(),
  };
};

const ignoreExisting = (error: unknown): void => {
  if (!(error instanceof Error) || !error.message.startsWith('BUSYGROUP')) throw error;
};
