import { describe, expect, it } from 'vitest';
import { measureInRounds } from './rounds.ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

describe('rounds', () => {
  it('take turns and keep every run', async () => {
    const order: string[] = [];
    const measured = await measureInRounds(
      { rounds: 3, runMs: 10, connections: 2 },
      { floor: pause, server: pause },
      (name, round) => order.push(`${name} ${round}`),
    );
    expect(order).toEqual(['floor 1', 'server 1', 'floor 2', 'server 2', 'floor 3', 'server 3']);
    expect(measured.get('server')?.runs).toHaveLength(3);
  });

  it('count failures of all runs', async () => {
    const fail = async (): Promise<never> => {
      await pause();
      throw new Error('busy');
    };
    const measured = await measureInRounds(
      { rounds: 2, runMs: 10, connections: 1 },
      { fail },
      () => undefined,
    );
    expect(measured.get('fail')?.failures).toBeGreaterThanOrEqual(2);
    expect(measured.get('fail')?.perSecond).toBe(0);
  });
});
