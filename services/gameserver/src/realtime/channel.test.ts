import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, MemberSince } from './channel.ts';
import { createChannel } from './channel.ts';

const ALWAYS: MemberSince = { seq: 0, atMs: 0 };
const RETENTION = { events: 100, maxAgeMs: 1_000 };
const open = (): Channel => createChannel('sector:1', 'epoch-1', RETENTION);
const fill = (channel: Channel, count: number, atMs = 0): void => {
  for (let index = 0; index < count; index += 1) channel.append((seq) => `#${seq}`, atMs, undefined);
};
const seqs = (frames: readonly { seq: number }[] | null): number[] | null =>
  frames?.map(({ seq }) => seq) ?? null;

describe('numbers', () => {
  it('begin at 1 and follow one another', () => {
    const channel = open();
    expect([1, 2, 3].map((seq) => channel.append((n) => `#${n}`, 0, undefined).seq === seq)).toEqual([
      true,
      true,
      true,
    ]);
    expect(channel.seq).toBe(3);
  });

  it('are part of the text of the frame', () => {
    expect(open().append((seq) => `event ${seq}`, 0, 'key')).toEqual({
      seq: 1,
      atMs: 0,
      text: 'event 1',
      coalesceKey: 'key',
    });
  });

  it('go on after the buffer was given up', () => {
    const channel = open();
    fill(channel, 5);
    channel.clear();
    expect(channel.size).toBe(0);
    expect(channel.append((seq) => `#${seq}`, 0, undefined).seq).toBe(6);
    expect(channel.since(3, ALWAYS, 0)).toBeNull();
    expect(seqs(channel.since(5, ALWAYS, 0))).toEqual([6]);
  });
});

describe('what was missed', () => {
  it('is nothing for who has seen everything', () => {
    const channel = open();
    fill(channel, 3);
    expect(channel.since(3, ALWAYS, 0)).toEqual([]);
  });

  it('is everything after the place one stopped at', () => {
    const channel = open();
    fill(channel, 5);
    expect(seqs(channel.since(2, ALWAYS, 0))).toEqual([3, 4, 5]);
  });

  it('is unknown to who claims to have seen the future', () => {
    const channel = open();
    fill(channel, 3);
    expect(channel.since(4, ALWAYS, 0)).toBeNull();
  });

  it('cannot be told once it is too old', () => {
    const channel = open();
    fill(channel, 3, 0);
    fill(channel, 2, 500);
    expect(seqs(channel.since(3, ALWAYS, 1_400))).toEqual([4, 5]);
    expect(channel.since(2, ALWAYS, 1_400)).toBeNull();
    expect(channel.isStale(1_400)).toBe(false);
    expect(channel.isStale(1_501)).toBe(true);
  });

  it('never is more than the channel keeps, however many came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }), (count, after) => {
        const channel = open();
        fill(channel, count);
        const missed = channel.since(after, ALWAYS, 0);
        if (after > count || count - after > RETENTION.events) expect(missed).toBeNull();
        else
          expect(seqs(missed)).toEqual(
            Array.from({ length: count - after }, (_, index) => after + 1 + index),
          );
      }),
    );
  });

  it('reaches back to the begin of the membership and no further', () => {
    const channel = open();
    fill(channel, 3, 100);
    fill(channel, 3, 200);
    expect(channel.since(2, { seq: 3, atMs: 0 }, 200)).toBeNull();
    expect(seqs(channel.since(3, { seq: 3, atMs: 0 }, 200))).toEqual([4, 5, 6]);
    expect(channel.since(2, { seq: 0, atMs: 200 }, 200)).toBeNull();
    expect(seqs(channel.since(3, { seq: 0, atMs: 200 }, 200))).toEqual([4, 5, 6]);
  });
});

it('knows how much it keeps', () => {
  const channel = open();
  fill(channel, 9);
  expect(channel.size).toBe(18);
  channel.isStale(5_000);
  expect(channel.size).toBe(0);
});
