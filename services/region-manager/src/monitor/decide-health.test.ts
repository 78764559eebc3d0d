import { describe, expect, it } from 'vitest';
import { decideHealth } from './decide-health.ts';

const MINUTE = 60_000;
const now = 100 * MINUTE;
const sick = { isHealthy: false, isRunning: true, failCount: 0, restartsMs: [], nowMs: now };

describe('the health of a region', () => {
  it('forgets failures with the first good sample', () => {
    expect(decideHealth({ ...sick, isHealthy: true, failCount: 2 })).toMatchObject({
      failCount: 0,
      action: 'none',
    });
  });

  it.each([
    [0, 1, 'none'],
    [1, 2, 'none'],
    [2, 3, 'restart'],
  ])('after %i failed samples another makes %i: %s', (failCount, next, action) => {
    expect(decideHealth({ ...sick, failCount })).toMatchObject({ failCount: next, action });
  });

  it('starts again at once what is gone', () => {
    expect(decideHealth({ ...sick, isRunning: false })).toEqual({
      failCount: 1,
      restartsMs: [now],
      action: 'restart',
    });
  });

  it('gives up after three restarts within a quarter of an hour', () => {
    const restartsMs = [now - 14 * MINUTE, now - 7 * MINUTE, now - MINUTE];
    expect(decideHealth({ ...sick, failCount: 2, restartsMs }).action).toBe('give_up');
    expect(decideHealth({ ...sick, isRunning: false, restartsMs }).action).toBe('give_up');
  });

  it('counts restarts of the last quarter of an hour only', () => {
    const restartsMs = [now - 15 * MINUTE, now - 7 * MINUTE, now - MINUTE];
    expect(decideHealth({ ...sick, failCount: 2, restartsMs })).toMatchObject({
      action: 'restart',
      restartsMs: [now - 7 * MINUTE, now - MINUTE, now],
    });
  });
});
