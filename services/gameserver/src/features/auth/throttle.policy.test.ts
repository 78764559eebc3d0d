import { describe, expect, it } from 'vitest';
import type { FailureCount } from './throttle.policy.ts';
import {
  countAttempt,
  emptyCount,
  pauseLeftMs,
  relaxLimit,
  returnAttempt,
  THROTTLE_LIMITS,
} from './throttle.policy.ts';

const { pair, login, address } = THROTTLE_LIMITS;
const MINUTE = 60_000;

const fail = (count: FailureCount, times: number, nowMs: number, limit = pair): FailureCount =>
  Array.from({ length: times }).reduce<FailureCount>((next) => countAttempt(next, limit, nowMs), count);

describe('countAttempt', () => {
  it('refuses from the limit on', () => {
    const four = fail(emptyCount(0), 4, 0);
    expect(pauseLeftMs(four, 0)).toBe(0);
    const five = countAttempt(four, pair, 0);
    expect(pauseLeftMs(five, 0)).toBe(15 * MINUTE);
    expect(pauseLeftMs(five, 15 * MINUTE)).toBe(0);
  });

  it('forgets failures with their window', () => {
    const four = fail(emptyCount(0), 4, 0);
    expect(countAttempt(four, pair, 15 * MINUTE)).toMatchObject({ failures: 1, refusedUntilMs: null });
    expect(countAttempt(four, pair, 15 * MINUTE - 1).refusedUntilMs).not.toBeNull();
  });

  it('doubles the pause of a pair up to four hours', () => {
    const pauses: number[] = [];
    let count = emptyCount(0);
    for (let nowMs = 0; pauses.length < 6; nowMs += pauseLeftMs(count, nowMs)) {
      count = fail(count, 5, nowMs);
      pauses.push(pauseLeftMs(count, nowMs) / MINUTE);
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 240]);
  });

  it('does not double the others', () => {
    const twice = fail(fail(emptyCount(0), 20, 0, login), 20, 15 * MINUTE, login);
    expect(pauseLeftMs(twice, 15 * MINUTE)).toBe(15 * MINUTE);
    expect(pauseLeftMs(fail(emptyCount(0), 50, 0, address), 0)).toBe(60 * MINUTE);
  });
});

describe('returnAttempt', () => {
  it('undoes what its own attempt did', () => {
    const four = fail(emptyCount(0), 4, 0);
    expect(returnAttempt(countAttempt(four, pair, 0), pair)).toEqual(four);
  });

  it('never goes below zero', () => {
    expect(returnAttempt(emptyCount(0), pair).failures).toBe(0);
  });
});

describe('relaxLimit', () => {
  it('multiplies the failures only', () => {
    expect(relaxLimit(pair, 100)).toEqual({ ...pair, failures: 500 });
  });
});
