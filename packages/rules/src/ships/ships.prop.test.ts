import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleCondition, settleShields } from './index.ts';

const arbSteps = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 });

describe('lazy settlement of ships', () => {
  it('shields at many moments equal shields at once', () => {
    const arbContext = fc.record({
      maxShields: fc.integer({ min: 100, max: 1280 }),
      regenPerMin: fc.integer({ min: 5, max: 25 }),
      lastCombatAtMs: fc.option(fc.integer({ min: 0, max: 20_000_000 }), { nil: null }),
      regenerates: fc.boolean(),
    });
    fc.assert(
      fc.property(arbContext, fc.integer({ min: 0, max: 1280 }), arbSteps, (context, shields, steps) => {
        const start = { shields, shieldsAtMs: 5, shieldsAcc: 59_999 };
        let now = start.shieldsAtMs;
        let split = start;
        for (const step of steps) {
          now += step;
          split = settleShields(split, now, context);
        }
        expect(split).toEqual(settleShields(start, now, context));
      }),
    );
  });

  it('condition at many moments equals condition at once', () => {
    const arbContext = fc.record({
      decayPercent: fc.integer({ min: 0, max: 3 }),
      maintenanceLevel: fc.integer({ min: 0, max: 5 }),
      isParked: fc.boolean(),
    });
    fc.assert(
      fc.property(arbContext, arbSteps, (context, steps) => {
        const start = { conditionMilli: 500, conditionAtMs: 7, conditionAcc: 8_639_999 };
        let now = start.conditionAtMs;
        let split = start;
        for (const step of steps) {
          now += step;
          split = settleCondition(split, now, context);
        }
        expect(split).toEqual(settleCondition(start, now, context));
        expect(split.conditionMilli).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
