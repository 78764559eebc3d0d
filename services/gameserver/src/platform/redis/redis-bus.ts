import type { Bus, BusCommit, BusEntry, BusItem, ChannelPosition, NumberedFrame } from '../bus.ts';
import { LOCATE, PUBLISH, TAIL } from './bus-scripts.ts';
import type { RedisLink } from './redis-link.ts';

const BUS = 'bus';
const BUS_COUNTER = 'bus:at';
/** Commits kept for processes whose connection was down; who missed more asks everybody to fetch anew. */
const ENTRIES_KEPT = 5_000;
/** For this long a commit that is published again is known. */
const MARKER_LIFE_S = 300;
/** A channel this long without an event begins anew under another epoch. */
const COUNTER_LIFE_MS = 30 * 86_400_000;
const READ_AT_ONCE = 200;
/** A read that waits may take this much longer before the connection counts as lost. */
const READ_GRACE_MS = 2_000;
/** Commits told by one script, so that none keeps Redis busy for long. */
const COMMITS_AT_ONCE = 50;

const counterOf = (channel: string): string => `seq:${channel}`;
const keptOf = (channel: string): string => `evt:${channel}`;

/**
 * The bus over Redis: numbers, kept frames and entries change in one script each, and every process reads the
 * same stream of entries. A stream instead of PUBLISH: what was told while a process reconnected is read
 * afterwards, in order.
 */
export const createRedisBus = (commands: RedisLink, reader: RedisLink, newId: () => string): Bus => {
  const isUp = (): boolean => commands.isUp() && reader.isUp();

  return {
    publish: async (commits) => {
      for (let from = 0; from < commits.length; from += COMMITS_AT_ONCE) {
        const { keys, args } = callOf(commits.slice(from, from + COMMITS_AT_ONCE));
        const fixed = [newId(), ENTRIES_KEPT, MARKER_LIFE_S, COUNTER_LIFE_MS];
        await commands.run(PUBLISH, [BUS, BUS_COUNTER, ...keys], [...fixed, ...args]);
      }
    },
    locate: async (channels) => {
      if (channels.length === 0) return [];
      const answer = await commands.run(LOCATE, channels.map(counterOf), [newId(), COUNTER_LIFE_MS]);
      const flat = answer as (string | number)[];
      return channels.map((_, index) => positionOf(flat[2 * index], flat[2 * index + 1]));
    },
    kept: async (channel, afterSeq, limit) => {
      const key = commands.key(keptOf(channel));
      const answer = await commands.send(['XRANGE', key, `${afterSeq + 1}`, '+', 'COUNT', `${limit}`]);
      return (answer as StreamEntry[]).map((entry) => keptFrame(channel, entry));
    },
    tail: async () => {
      const [epoch, number, id] = (await reader.run(TAIL, [BUS, BUS_COUNTER], [newId()])) as unknown[];
      return { epoch: String(epoch), number: Number(number), id: String(id) };
    },
    read: async (after, waitMs) => {
      const answer = await reader.send(
        ['XREAD', 'COUNT', `${READ_AT_ONCE}`, 'BLOCK', `${waitMs}`, 'STREAMS', reader.key(BUS), after.id],
        waitMs + READ_GRACE_MS,
      );
      const [stream] = (answer ?? []) as [string, StreamEntry[]][];
      return (stream?.[1] ?? []).map(entryOf);
    },
    compare: (a, b) => compareIds(a.id, b.id),
    isUp,
    onChange: (listener) => {
      let last = isUp();
      const look = (): void => {
        if (isUp() === last) return;
        last = isUp();
        listener(last);
      };
      commands.onChange(look);
      reader.onChange(look);
    },
    close: async () => {
      await Promise.all([commands.close(), reader.close()]);
    },
  };
};

const callOf = (commits: readonly BusCommit[]): { keys: string[]; args: (string | number)[] } => {
  const keys: string[] = [];
  const args: (string | number)[] = [commits.length];
  for (const { key, atMs, items } of commits) {
    keys.push(`told:${key}`);
    args.push(atMs, items.length);
    for (const item of items) {
      if (item.kind === 'frame') {
        keys.push(counterOf(item.channel), keptOf(item.channel));
        const { head, tail, coalesceKey = '', keep } = item;
        args.push('f', item.channel, head, tail, coalesceKey, keep.events, keep.maxAgeMs);
      } else {
        keys.push(...item.channels.map(counterOf));
        args.push('c', item.json, item.channels.length, ...item.channels);
      }
    }
  }
  return { keys, args };
};

type StreamEntry = [id: string, fields: string[]];

const positionOf = (epoch: unknown, seq: unknown): ChannelPosition => ({
  epoch: String(epoch),
  seq: Number(seq),
});

const entryOf = ([id, fields]: StreamEntry): BusEntry => {
  const [, epoch = '', , number, , at] = fields;
  const items: BusItem[] = [];
  for (let index = 6; index < fields.length; index += 2) {
    const text = fields[index + 1] ?? '';
    items.push(fields[index] === 'f' ? frameOf(text, Number(at)) : controlOf(text));
  }
  return { id, epoch, number: Number(number), items };
};

/** `channel \n epoch \n number \n coalesce key \n text`; only the text may hold anything. */
const frameOf = (packed: string, atMs: number): NumberedFrame => {
  const parts: string[] = [];
  let from = 0;
  for (let count = 0; count < 4; count += 1) {
    const to = packed.indexOf('\n', from);
    parts.push(packed.slice(from, to));
    from = to + 1;
  }
  const [channel = '', epoch = '', seq, key] = parts;
  return {
    kind: 'frame',
    channel,
    epoch,
    seq: Number(seq),
    atMs,
    coalesceKey: key === '' ? undefined : key,
    text: packed.slice(from),
  };
};

const controlOf = (packed: string): BusItem => {
  const [json = '', ...rest] = packed.split('\n');
  const positions = new Map<string, ChannelPosition>();
  for (let index = 0; index + 2 < rest.length; index += 3) {
    positions.set(rest[index] ?? '', positionOf(rest[index + 1], rest[index + 2]));
  }
  return { kind: 'control', json, positions };
};

const keptFrame = (channel: string, [id, fields]: StreamEntry): NumberedFrame => {
  const [, at, , key, , epoch = '', , text = ''] = fields;
  return {
    kind: 'frame',
    channel,
    epoch,
    seq: Number(id.split('-', 1)[0]),
    atMs: Number(at),
    coalesceKey: key === '' ? undefined : key,
    text,
  };
};

/** Ids are `milliseconds-count`. */
const compareIds = (a: string, b: string): number => {
  const [aMs = '0', aCount = '0'] = a.split('-');
  const [bMs = '0', bCount = '0'] = b.split('-');
  return Math.sign(Number(aMs) - Number(bMs)) || Math.sign(Number(aCount) - Number(bCount));
};
