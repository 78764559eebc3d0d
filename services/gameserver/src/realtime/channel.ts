import type { Retention } from './retention.ts';

/** A frame that was sent on a channel. */
export interface SentFrame {
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  readonly coalesceKey: string | undefined;
}

/** Since when somebody belongs to a channel: nothing at or before `seq`, and nothing before `atMs`, is for him. */
export interface MemberSince {
  readonly seq: number;
  readonly atMs: number;
}

/** Numbering and replay buffer of one channel within one epoch. */
export interface Channel {
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
  /** Characters kept for replay. */
  readonly size: number;
  append(text: (seq: number) => string, atMs: number, coalesceKey: string | undefined): SentFrame;
  /**
   * Frames after `seq`, or null when the gap cannot be filled: older than the buffer, or reaching back
   * before the reader's membership began.
   */
  since(seq: number, member: MemberSince, nowMs: number): readonly SentFrame[] | null;
  /** True when nothing in the buffer can be replayed any more. */
  isStale(nowMs: number): boolean;
  /** Gives up what could be replayed; the numbering goes on. */
  clear(): void;
}

/** A buffer is cut down when it has this many frames more than may be replayed: not at every frame. */
const SLACK = 50;

/** Opens a channel; its numbers start at 1 under an epoch of their own. */
export const createChannel = (name: string, epoch: string, retention: Retention): Channel => {
  let seq = 0;
  let size = 0;
  let frames: SentFrame[] = [];

  const drop = (count: number): void => {
    for (const frame of frames.slice(0, count)) size -= frame.text.length;
    frames = frames.slice(count);
  };

  const trim = (nowMs: number): void => {
    const oldest = nowMs - retention.maxAgeMs;
    let cut = Math.max(0, frames.length - retention.events);
    while (cut < frames.length && (frames[cut]?.atMs ?? nowMs) < oldest) cut += 1;
    if (cut > 0) drop(cut);
  };

  return {
    name,
    epoch,
    get seq() {
      return seq;
    },
    get size() {
      return size;
    },
    append: (text, atMs, coalesceKey) => {
      seq += 1;
      const frame: SentFrame = { seq, atMs, text: text(seq), coalesceKey };
      frames.push(frame);
      size += frame.text.length;
      if (frames.length > retention.events + SLACK) trim(atMs);
      return frame;
    },
    since: (after, member, nowMs) => {
      trim(nowMs);
      if (after > seq || after < member.seq) return null;
      if (after === seq) return [];
      const missed = frames.filter((frame) => frame.seq > after);
      const first = missed[0];
      return first === undefined || first.seq > after + 1 || first.atMs < member.atMs ? null : missed;
    },
    isStale: (nowMs) => {
      trim(nowMs);
      return frames.length === 0;
    },
    clear: () => {
      frames = [];
      size = 0;
    },
  };
};
