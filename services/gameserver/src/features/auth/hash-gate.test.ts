import { describe, expect, it } from 'vitest';
import { createHashGate } from './hash-gate.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createHashGate', () => {
  it('runs as many as it may, in order, and refuses what the queue cannot hold', async () => {
    const gate = createHashGate(2, 2);
    const finish: (() => void)[] = [];
    const started: number[] = [];
    const job = (number: number) =>
      gate.run(async () => {
        started.push(number);
        await new Promise<void>((resolve) => finish.push(resolve));
        return number;
      });
    const jobs = [1, 2, 3, 4].map(job);
    await settled();
    expect(started).toEqual([1, 2]);
    await expect(job(5)).rejects.toMatchObject({ code: 'dependency_unavailable', retryAfterS: 2 });

    finish[0]?.();
    await settled();
    expect(started).toEqual([1, 2, 3]);
    const last = job(6);
    for (let done = 1; done < 5; done += 1) {
      finish[done]?.();
      await settled();
    }
    expect(await Promise.all([...jobs, last])).toEqual([1, 2, 3, 4, 6]);
  });

  it('goes on after a failure', async () => {
    const gate = createHashGate(1, 1);
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'fine')).toBe('fine');
  });
});
