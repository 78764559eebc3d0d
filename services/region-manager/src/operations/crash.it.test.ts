import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOf, Step } from '../engine/plan.ts';
import type { TestBench, TestManager } from '../testing/test-manager.ts';
import { createBench, wanted } from '../testing/test-manager.ts';

/* A manager that dies in the middle of a step: the next one goes on, or undoes, and nothing is left half done. */

let bench: TestBench;
/** The one that lives on. */
let next: TestManager;
beforeAll(async () => {
  bench = await createBench();
  next = await bench.manager();
});
afterAll(() => bench.stop());

/** Stops for ever at a step, when its work is done and not yet written down: the worst moment there is. */
const dieAt = (stepName: string, reached: () => void, part: 'run' | 'undo' = 'run') => {
  const hang = (): Promise<void> => {
    reached();
    return new Promise(() => undefined);
  };
  const wrap = (step: Step): Step => {
    const work = step[part];
    if (step.name !== stepName || work === undefined) return step;
    return {
      ...step,
      [part]: async (context: Parameters<Step['run']>[0]) => {
        await work(context);
        await hang();
      },
    };
  };
  return (plans: PlanOf): PlanOf =>
    (operation) => {
      const plan = plans(operation);
      return { ...plan, steps: plan.steps.map(wrap) };
    };
};

/** Runs what is due on a manager that dies there, then on one that does not. */
const crashAndRecover = async (
  order: (manager: TestManager) => Promise<{ readonly operationId: string }>,
  ...[step, part]: [string, ('run' | 'undo')?]
) => {
  const died = Promise.withResolvers<void>();
  const first = await bench.manager({ wrapPlans: dieAt(step, () => died.resolve(), part) });
  const { operationId } = await order(first);
  void first.engine.drain().catch(() => undefined);
  await died.promise;
  await first.kill();
  await next.engine.drain();
  return bench.operation(operationId);
};

const PROVISION = [
  ...['validate', 'register', 'role', 'database', 'redis', 'prepare', 'migrate', 'generate'],
  ...['start', 'ready', 'smoke', 'attach'],
];
const WHOLE = ['roles', 'databases', 'redisUsers', 'prepared', 'running', 'volumes', 'attached'];
const UNDONE = ['attach', 'start', 'prepare', 'redis', 'database', 'role', 'register'];
let number = 0;
const freshName = (): string => {
  number += 1;
  return `crash-${number}`;
};

describe('a manager killed while it makes a region', () => {
  it.each(PROVISION)('at %s: the next makes it whole', async (step) => {
    const name = freshName();
    const request = wanted(bench.world, name);
    const outcome = await crashAndRecover((manager) => manager.orders.provision(request, null), step);
    expect(outcome.state).toBe('succeeded');
    expect(bench.world.leftOf(name)).toEqual(WHOLE);
    expect(await bench.region(name)).toMatchObject({
      state: 'active',
      endpoint: `http://region-${name}-server:8080`,
    });
    bench.world.calls.length = 0;
  });

  it.each(UNDONE)('while it undoes %s: the next leaves nothing', async (step) => {
    const name = freshName();
    const request = wanted(bench.world, name);
    bench.world.faults.set('hub.attach', () => new Error('broken'));
    try {
      const outcome = await crashAndRecover(
        (manager) => manager.orders.provision(request, null),
        step,
        'undo',
      );
      expect(outcome).toMatchObject({ state: 'failed', error: { step: 'attach' } });
      expect(bench.world.leftOf(name)).toEqual([]);
      expect(await bench.region(name)).toMatchObject({ state: 'failed', secrets: {} });
    } finally {
      bench.world.faults.clear();
    }
  });
});

describe('a manager killed while it takes a region down', () => {
  const TERMINATE = [
    'announce',
    'empty',
    'detach',
    'drain',
    'dump',
    'remove',
    'drop-database',
    'drop-role',
    'drop-redis',
  ];

  it.each(TERMINATE)('at %s: the next leaves nothing', async (step) => {
    const name = freshName();
    await next.orders.provision(wanted(bench.world, name), null);
    await next.engine.drain();
    const payload = { mode: 'purge', isImmediate: true } as const;
    const outcome = await crashAndRecover((manager) => manager.orders.terminate(name, payload, null), step);
    expect(outcome.state).toBe('succeeded');
    expect(bench.world.leftOf(name)).toEqual([]);
    expect(await bench.region(name)).toMatchObject({ state: 'terminated', isRetained: false });
  });
});
