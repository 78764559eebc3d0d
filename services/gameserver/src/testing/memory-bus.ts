import type {
  Bus,
  BusCommit,
  BusCursor,
  BusEntry,
  BusItem,
  ChannelPosition,
  NumberedFrame,
} from '../platform/bus.ts';

/** What all processes of a test share, in the place of a Redis. */
export interface MemoryBusServer {
  /** A connection of one process. */
  connect(): MemoryBus;
  /** Loses everything, as FLUSHALL does. */
  flush(): void;
}

export interface MemoryBus extends Bus {
  /** Nothing can be asked and nothing is heard until `restore`. */
  cut(): void;
  restore(): void;
}

interface Counter {
  readonly epoch: string;
  seq: number;
}

/** The bus in memory, with the numbering, the markers and the losses of the real one. */
export const createMemoryBus = (): MemoryBusServer => {
  let drawn = 0;
  let placed = 0;
  let counters = new Map<string, Counter>();
  let kept = new Map<string, NumberedFrame[]>();
  let told = new Set<string>();
  let entries: BusEntry[] = [];
  const waiting: (() => void)[] = [];

  const counterOf = (name: string): Counter => {
    const known = counters.get(name);
    if (known !== undefined) return known;
    drawn += 1;
    const counter = { epoch: `epoch ${drawn}`, seq: 0 };
    counters.set(name, counter);
    kept.delete(name);
    return counter;
  };
  const positionOf = (name: string): ChannelPosition => ({ ...counterOf(name) });

  const number = (item: BusCommit['items'][number], atMs: number): BusItem => {
    if (item.kind === 'control') {
      return {
        kind: 'control',
        json: item.json,
        positions: new Map(item.channels.map((name) => [name, positionOf(name)])),
      };
    }
    const { channel, head, tail, coalesceKey } = item;
    const counter = counterOf(channel);
    counter.seq += 1;
    const { epoch, seq } = counter;
    const text = `${head}${epoch}","seq":${seq}${tail}`;
    const frame: NumberedFrame = { kind: 'frame', channel, epoch, seq, atMs, coalesceKey, text };
    kept.set(channel, [...(kept.get(channel) ?? []), frame]);
    return frame;
  };

  const publish = (commit: BusCommit): void => {
    if (told.has(commit.key)) return;
    told.add(commit.key);
    const items = commit.items.map((item) => number(item, commit.atMs));
    const counter = counterOf('the bus itself');
    counter.seq += 1;
    placed += 1;
    entries.push({ epoch: counter.epoch, number: counter.seq, id: `${placed}`, items });
    for (const wake of waiting.splice(0)) wake();
  };

  const connect = (): MemoryBus => {
    let isCut = false;
    const listeners: ((isUp: boolean) => void)[] = [];
    const reach = (): void => {
      if (isCut) throw new Error('cut off');
    };
    const after = ({ id }: BusCursor): BusEntry[] => entries.filter((entry) => Number(entry.id) > Number(id));
    const change = (isUp: boolean): void => {
      isCut = !isUp;
      for (const wake of waiting.splice(0)) wake();
      for (const listener of listeners) listener(isUp);
    };
    return {
      publish: async (commits) => {
        reach();
        for (const commit of commits) publish(commit);
      },
      locate: async (channels) => {
        reach();
        return channels.map(positionOf);
      },
      kept: async (channel, afterSeq, limit) => {
        reach();
        return (kept.get(channel) ?? []).filter(({ seq }) => seq > afterSeq).slice(0, limit);
      },
      tail: async () => {
        reach();
        const { epoch, seq } = counterOf('the bus itself');
        return { epoch, number: seq, id: entries.at(-1)?.id ?? '0' };
      },
      read: async (cursor) => {
        reach();
        if (after(cursor).length === 0) {
          await new Promise<void>((resolve) => {
            waiting.push(resolve);
          });
        }
        reach();
        return after(cursor);
      },
      compare: (a, b) => Math.sign(Number(a.id) - Number(b.id)),
      isUp: () => !isCut,
      onChange: (listener) => {
        listeners.push(listener);
      },
      close: async () => change(false),
      cut: () => change(false),
      restore: () => change(true),
    };
  };

  return {
    connect,
    flush: () => {
      counters = new Map();
      kept = new Map();
      told = new Set();
      entries = [];
      for (const wake of waiting.splice(0)) wake();
    },
  };
};
