import type { Retention } from './retention.ts';

/** A frame that was sent on a channel. */
export interface SentFrame {
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  readonly coalesceKey: string | undefined;
}

/** Numbering and replay buffer of one channel within one epoch. */
export interface Channel {
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
  append(text: (seq: number) => string, atMs: number, coalesceKey: string | undefined): SentFrame;
  /** Frames after `seq`, or null when the gap is older than the buffer. */
  since(seq: number, nowMs: number): readonly SentFrame[] | null;
  /** True when nothing in the buffer can be replayed any more. */
  isStale(nowMs: number): boolean;
}

/** Opens a channel; its numbers start at 1 under an epoch of their own. */
export const createChannel = (name: string, epoch: string, retention: Retention): Channel => {
  let seq = 0;
  let frames: SentFrame[] = [];

  const trim = (nowMs: number): void => {
    const oldest = nowMs - retention.maxAgeMs;
    const surplus = frames.length - retention.events;
    let cut = Math.max(0, surplus);
    while (cut < frames.length && (frames[cut]?.atMs ?? nowMs) < oldest) cut += 1;
    if (cut > 0) frames = frames.slice(cut);
  };

  return {
    name,
    epoch,
    get seq() {
      return seq;
    },
    append: (text, atMs, coalesceKey) => {
      seq += 1;
      const frame: SentFrame = { seq, atMs, text: text(seq), coalesceKey };
      frames.push(frame);
      if (frames.length > retention.events + 50) trim(atMs);
      return frame;
    },
    since: (after, nowMs) => {
      trim(nowMs);
      if (after > seq) return null;
      if (after === seq) return [];
      const first = frames[0];
      if (first === undefined || first.seq > after + 1) return null;
      return frames.filter((frame) => frame.seq > after);
    },
    isStale: (nowMs) => {
      trim(nowMs);
      return frames.length === 0;
    },
  };
};
