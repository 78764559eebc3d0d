import { describe, expect, it } from 'vitest';
import { createActs } from './act-store.ts';

describe('acts', () => {
  it('does nothing twice while the first is on its way', async () => {
    const acts = createActs();
    const gate = Promise.withResolvers<string>();
    let begun = 0;
    const first = acts.run('move', () => {
      begun += 1;
      return gate.promise;
    });
    expect(await acts.run('move', () => Promise.resolve('second'))).toBeNull();
    gate.resolve('first');
    expect(await first).toBe('first');
    expect(begun).toBe(1);
    expect(acts.getState().running).toBeNull();
  });

  it('is free again after a failure', async () => {
    const acts = createActs();
    await expect(acts.run('dock', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await acts.run('dock', () => Promise.resolve(1))).toBe(1);
  });

  it('tells when the ship is idle again, at once when it is', async () => {
    const acts = createActs();
    await acts.idle();
    const gate = Promise.withResolvers<string>();
    const order: string[] = [];
    const first = acts.run('autopilot', () => gate.promise).then(() => order.push('arrived'));
    const waited = acts.idle().then(() => order.push('idle'));
    expect(order).toEqual([]);
    gate.resolve('there');
    await Promise.all([first, waited]);
    expect(order).toContain('idle');
    expect(acts.getState().running).toBeNull();
  });
});
