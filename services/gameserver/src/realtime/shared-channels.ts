import type { Bus, ChannelPosition, NumberedFrame } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import type { MemberSince, SentFrame } from './channel.ts';
import { MAX_REPLAYED, retentionOf } from './retention.ts';

/** What a frame of the bus is to this process. */
export type Arrival =
  /** Nobody here listens. */
  | 'unheard'
  | 'repeat'
  | 'next'
  /** The channel's numbering began anew. */
  | 'renumbered';

/** The channels sockets of this process listen to, numbered by the bus. */
export interface SharedChannels {
  /** Where a channel stands here; a guess under an epoch of its own when nobody could be asked. */
  position(name: string): ChannelPosition;
  /** Asks where channels stand; while the bus is down they stay guesses. */
  prepare(names: readonly string[]): Promise<void>;
  /** A channel stands there at this point of the bus. */
  place(name: string, position: ChannelPosition): void;
  take(frame: NumberedFrame): Arrival;
  /** Something was missed: asks anew where every channel stands. */
  relocate(): Promise<void>;
  /** What was missed after a point, or null when the gap cannot be filled. */
  replay(name: string, point: ChannelPosition, since: MemberSince): Promise<readonly SentFrame[] | null>;
  /** Forgets channels nobody listens to. */
  sweep(isHeard: (name: string) => boolean): void;
}

interface Tracked extends ChannelPosition {
  readonly isGuess: boolean;
  readonly sinceMs: number;
}

/** A channel somebody is about to join is kept this long. */
const UNHEARD_LIFE_MS = 60_000;
const LOCATE_AT_ONCE = 500;

/** Follows the positions of channels; the frames themselves are kept by the bus. */
export const createSharedChannels = (bus: Bus, clock: Clock, newId: () => string): SharedChannels => {
  const tracked = new Map<string, Tracked>();

  const set = (name: string, { epoch, seq }: ChannelPosition): void => {
    tracked.set(name, { epoch, seq, isGuess: false, sinceMs: clock() });
  };

  /** A guess has an epoch nobody else has: the first event under the true one makes clients fetch anew. */
  const known = (name: string): Tracked => {
    const found = tracked.get(name);
    if (found !== undefined) return found;
    const guess = { epoch: newId(), seq: 0, isGuess: true, sinceMs: clock() };
    tracked.set(name, guess);
    return guess;
  };

  const locate = async (
    names: readonly string[],
    isWanted: (found: Tracked | undefined) => boolean,
  ): Promise<void> => {
    for (let from = 0; from < names.length; from += LOCATE_AT_ONCE) {
      const asked = names.slice(from, from + LOCATE_AT_ONCE);
      const positions = await bus.locate(asked);
      for (const [index, name] of asked.entries()) {
        const position = positions[index];
        if (position !== undefined && isWanted(tracked.get(name))) set(name, position);
      }
    }
  };

  return {
    position: known,
    prepare: async (names) => {
      const unknown = names.filter((name) => known(name).isGuess);
      // What passed by while the question was under way told more than the answer.
      await locate(unknown, (found) => found?.isGuess === true).catch(() => undefined);
    },
    place: (name, position) => {
      if (tracked.get(name)?.epoch !== position.epoch) set(name, position);
    },
    take: (frame) => {
      const before = tracked.get(frame.channel);
      if (before === undefined) return 'unheard';
      const isSame = before.epoch === frame.epoch;
      if (isSame && frame.seq <= before.seq) return 'repeat';
      set(frame.channel, frame);
      return isSame ? 'next' : 'renumbered';
    },
    relocate: () => locate([...tracked.keys()], () => true),
    replay: async (name, point, since) => {
      const here = known(name);
      if (here.epoch !== point.epoch || point.seq > here.seq || point.seq < since.seq) return null;
      if (point.seq === here.seq) return [];
      const oldest = clock() - retentionOf(name).maxAgeMs;
      const missed = await bus.kept(name, point.seq, MAX_REPLAYED + 1);
      const [first] = missed;
      const isWhole =
        first !== undefined &&
        missed.length <= MAX_REPLAYED &&
        first.epoch === point.epoch &&
        first.seq === point.seq + 1 &&
        first.atMs >= Math.max(oldest, since.atMs);
      return isWhole ? missed : null;
    },
    sweep: (isHeard) => {
      const oldest = clock() - UNHEARD_LIFE_MS;
      for (const [name, { sinceMs }] of tracked) {
        if (sinceMs < oldest && !isHeard(name)) tracked.delete(name);
      }
    },
  };
};
