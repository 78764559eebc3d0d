import { describe, expect, it } from 'vitest';
import { createChatLimits } from './chat-limits.ts';

const MINUTE_MS = 60_000;

describe('lines', () => {
  it('are ten at once, then one every second and a half', () => {
    const limits = createChatLimits(1);
    const say = (index: number, nowMs: number) => limits.judge('p', `line ${index}`, nowMs);
    expect(Array.from({ length: 10 }, (_, index) => say(index, 0).kind)).toEqual(Array(10).fill('pass'));
    expect(say(11, 0)).toEqual({ kind: 'wait', retryAfterMs: 1_500 });
    expect(say(12, 1_499).kind).toBe('wait');
    expect(say(13, 1_500).kind).toBe('pass');
  });

  it('are counted for every player alone', () => {
    const limits = createChatLimits(1);
    for (let index = 0; index < 11; index += 1) limits.judge('p', `line ${index}`, 0);
    expect(limits.judge('q', 'hello', 0).kind).toBe('pass');
  });

  it('are a hundred times as many where limits are relaxed', () => {
    const limits = createChatLimits(100);
    const kinds = Array.from({ length: 1_000 }, (_, index) => limits.judge('p', `line ${index}`, 0).kind);
    expect(new Set(kinds)).toEqual(new Set(['pass']));
    expect(limits.judge('p', 'one more', 0).kind).toBe('wait');
  });
});

describe('the same line', () => {
  it('a third time within a minute mutes, whatever its case and spaces', () => {
    const limits = createChatLimits(1);
    expect(limits.judge('p', 'Buy ore', 0).kind).toBe('pass');
    expect(limits.judge('p', 'buy  ORE', 10).kind).toBe('pass');
    expect(limits.judge('p', 'BUY\nore', 20)).toEqual({ kind: 'mute', forMs: 5 * MINUTE_MS });
  });

  it('may be said again a minute later', () => {
    const limits = createChatLimits(1);
    limits.judge('p', 'x', 0);
    limits.judge('p', 'x', 1);
    expect(limits.judge('p', 'x', MINUTE_MS).kind).toBe('pass');
  });

  it('mutes longer each time within a week', () => {
    const limits = createChatLimits(1);
    const spam = (nowMs: number): number => {
      for (let line = 0; line < 3; line += 1) {
        const verdict = limits.judge('p', 'x', nowMs);
        if (verdict.kind === 'mute') return verdict.forMs;
      }
      return 0;
    };
    const DAY_MS = 24 * 60 * MINUTE_MS;
    expect([0, 1, 2, 3].map((day) => spam(day * DAY_MS) / MINUTE_MS)).toEqual([5, 60, 1_440, 1_440]);
    expect(spam(20 * DAY_MS) / MINUTE_MS).toBe(5);
  });
});
