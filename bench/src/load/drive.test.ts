import { describe, expect, it } from 'vitest';
import { drive } from './drive.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a run', () => {
  it('keeps every worker at one call at a time and counts successes only', async () => {
    const busy = new Set<number>();
    let calls = 0;
    const result = await drive(3, 60, async (worker) => {
      expect(busy.has(worker)).toBe(false);
      busy.add(worker);
      calls += 1;
      const isFailing = calls % 5 === 0;
      await pause(1);
      busy.delete(worker);
      if (isFailing) throw new Error('refused');
    });
    expect(result.done).toBeGreaterThan(0);
    expect(result.done + (result.failures['refused'] ?? 0)).toBeLessThanOrEqual(calls);
    expect(Object.keys(result.failures)).toEqual(['refused']);
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
  });

  it('spreads the processor time over everything that was answered', async () => {
    let calls = 0;
    const result = await drive(
      2,
      30,
      async () => {
        calls += 1;
        await pause(1);
      },
      () => calls * 3,
    );
    expect(result.cpuMs).toBe(3);
  });

  it('ends when nothing ever succeeds', async () => {
    const result = await drive(1, 20, async () => {
      await pause(1);
      throw new Error('no');
    });
    expect(result).toMatchObject({ done: 0, perSecond: 0 });
    expect(result.p50Ms).toBeNaN();
  });
});
