/** Where a channel stands: the generation of its numbering and the last number given out. */
export interface ChannelPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** An event for the sockets of one channel: its text, open where epoch and number belong. */
export interface UnnumberedFrame {
  readonly kind: 'frame';
  readonly channel: string;
  /** Everything before the epoch, and everything after the number. */
  readonly head: string;
  readonly tail: string;
  readonly coalesceKey: string | undefined;
  /** How much of the channel can be replayed. */
  readonly keep: { readonly events: number; readonly maxAgeMs: number };
}

/** What processes tell each other, with the channels whose position at that point belongs to it. */
export interface ControlMessage {
  readonly kind: 'control';
  readonly json: string;
  readonly channels: readonly string[];
}

/** What one commit tells. */
export interface BusCommit {
  /** A commit of the same key is told once, however often it is published. */
  readonly key: string;
  readonly atMs: number;
  readonly items: readonly (UnnumberedFrame | ControlMessage)[];
}

export interface NumberedFrame extends ChannelPosition {
  readonly kind: 'frame';
  readonly channel: string;
  readonly atMs: number;
  readonly coalesceKey: string | undefined;
  readonly text: string;
}

export interface PlacedControl {
  readonly kind: 'control';
  readonly json: string;
  readonly positions: ReadonlyMap<string, ChannelPosition>;
}

export type BusItem = NumberedFrame | PlacedControl;

/** A point of the bus: the number of the last commit told, under the generation of that numbering. */
export interface BusCursor {
  readonly epoch: string;
  readonly number: number;
  /** The place of that commit among all that are kept. */
  readonly id: string;
}

export interface BusEntry extends BusCursor {
  readonly items: readonly BusItem[];
}

/**
 * What the processes of one fleet have in common for telling events: every process reads every commit in
 * the same order, with the same numbers (rule book, platform 6.4). Calls reject while it cannot be reached.
 */
export interface Bus {
  /** Numbers and tells the commits, in order. */
  publish(commits: readonly BusCommit[]): Promise<void>;
  /** Positions in the order asked; a channel never told of begins here. */
  locate(channels: readonly string[]): Promise<readonly ChannelPosition[]>;
  /** At most `limit` frames of a channel after a number, as far as they are kept. */
  kept(channel: string, afterSeq: number, limit: number): Promise<readonly NumberedFrame[]>;
  /** The present end. */
  tail(): Promise<BusCursor>;
  /** What was told after a point; waits up to `waitMs` when there is nothing. */
  read(after: BusCursor, waitMs: number): Promise<readonly BusEntry[]>;
  /** -1, 0 or 1: which of two points is earlier, by their places. */
  compare(a: BusCursor, b: BusCursor): number;
  isUp(): boolean;
  onChange(listener: (isUp: boolean) => void): void;
  close(): Promise<void>;
}
