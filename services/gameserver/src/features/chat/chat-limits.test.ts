import { describe, expect, it } from 'vitest';
import { localLimiters } from '../../http/gcra.ts';
import { createChatLimits } from './chat-limits.ts';

const MINUTE_MS = 60_000;

describe('lines', () => {
  it('are ten at once, then one every second and a half', async () => {
    const limits = createChatLimits(1, localLimiters);
    const say = (index: number, nowMs: number) => limits.judge('p', `line ${index}`, nowMs);
    for (let index = 0; index < 10; index += 1) expect((await say(index, 0)).kind).toBe('pass');
    expect(await say(11, 0)).toEqual({ kind: 'wait', retryAfterMs: 1_500 });
    expect((await say(12, 1_499)).kind).toBe('wait');
    expect((await say(13, 1_500)).kind).toBe('pass');
  });

  it('are counted for every player alone', async () => {
    const limits = createChatLimits(1, localLimiters);
    for (let index = 0; index < 11; index += 1) await limits.judge('p', `line ${index}`, 0);
    expect((await limits.judge('q', 'hello', 0)).kind).toBe('pass');
  });

  it('are a hundred times as many where limits are relaxed', async () => {
    const limits = createChatLimits(100, localLimiters);
    const lines = Array.from({ length: 1_000 }, (_, index) => `line ${index}`);
    const verdicts = await Promise.all(lines.map((line) => limits.judge('p', line, 0)));
    expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['pass']));
    expect((await limits.judge('p', 'one more', 0)).kind).toBe('wait');
  });
});

describe('the same line', () => {
  it('a third time within a minute mutes, whatever its case and spaces', async () => {
    const limits = createChatLimits(1, localLimiters);
    expect((await limits.judge('p', 'Buy ore', 0)).kind).toBe('pass');
    expect((await limits.judge('p', 'buy  ORE', 10)).kind).toBe('pass');
    expect(await limits.judge('p', 'BUY\nore', 20)).toEqual({ kind: 'mute', forMs: 5 * MINUTE_MS });
  });

  it('may be said again a minute later', async () => {
    const limits = createChatLimits(1, localLimiters);
    await limits.judge('p', 'x', 0);
    await limits.judge('p', 'x', 1);
    expect((await limits.judge('p', 'x', MINUTE_MS)).kind).toBe('pass');
  });

  it('mutes longer each time within a week', async () => {
    const limits = createChatLimits(1, localLimiters);
    const spam = async (nowMs: number): Promise<number> => {
      for (let line = 0; line < 3; line += 1) {
        const verdict = await limits.judge('p', 'x', nowMs);
        if (verdict.kind === 'mute') return verdict.forMs;
      }
      return 0;
    };
    const DAY_MS = 24 * 60 * MINUTE_MS;
    const minutes: number[] = [];
    for (const day of [0, 1, 2, 3, 20]) minutes.push((await spam(day * DAY_MS)) / MINUTE_MS);
    expect(minutes).toEqual([5, 60, 1_440, 1_440, 5]);
  });
});
