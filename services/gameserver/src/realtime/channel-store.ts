import type { Channel } from './channel.ts';
import { createChannel } from './channel.ts';
import { retentionOf } from './retention.ts';

export interface ChannelStore {
  /** The channel of this name; a new one begins with an epoch of its own. */
  get(name: string): Channel;
  /** The channel of this name if anybody has listened to it since it was last forgotten. */
  find(name: string): Channel | undefined;
  /** Numbers and keeps one event. */
  append: (name: string, ...frame: Parameters<Channel['append']>) => ReturnType<Channel['append']>;
  /** Removes channels nobody listens to and of which nothing can be replayed. */
  sweep(isHeard: (name: string) => boolean, nowMs: number): void;
  /** Characters kept for replay in all. */
  size(): number;
}

/**
 * The channels of one process. What they keep for replay is bounded in all: when it grows past `budget`
 * characters, the channels longest without an event give theirs up, and whoever wanted it fetches anew.
 */
export const createChannelStore = (newId: () => string, budget: number): ChannelStore => {
  /** In order of the last event, longest silent first. */
  const channels = new Map<string, Channel>();
  let size = 0;

  const get = (name: string): Channel => {
    const known = channels.get(name);
    if (known !== undefined) return known;
    const channel = createChannel(name, newId(), retentionOf(name));
    channels.set(name, channel);
    return channel;
  };

  /** Runs what may change the size of a channel and keeps the sum. */
  const measured = <T>(channel: Channel, work: () => T): T => {
    const before = channel.size;
    const answer = work();
    size += channel.size - before;
    return answer;
  };

  const shrink = (): void => {
    for (const channel of channels.values()) {
      if (size <= budget) return;
      measured(channel, () => channel.clear());
    }
  };

  return {
    get,
    find: (name) => channels.get(name),
    append: (name, ...frame) => {
      const channel = get(name);
      channels.delete(name);
      channels.set(name, channel);
      const sent = measured(channel, () => channel.append(...frame));
      if (size > budget) shrink();
      return sent;
    },
    sweep: (isHeard, nowMs) => {
      for (const [name, channel] of channels) {
        const isStale = measured(channel, () => channel.isStale(nowMs));
        if (isStale && !isHeard(name)) channels.delete(name);
      }
    },
    size: () => size,
  };
};
