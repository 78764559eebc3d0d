import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TURN_UNIT } from './constants.ts';
import { availableAt, checkTurns, settleTurns, spendTurns } from './index.ts';

const arbState = fc.record({
  turns: fc.integer({ min: 0, max: 1500 }),
  anchorMs: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  frac: fc.integer({ min: 0, max: TURN_UNIT - 1 }),
});
const arbCap = fc.integer({ min: 1000, max: 1120 });
const arbRate = fc.integer({ min: 10_000, max: 15_000 });
const arbSteps = fc.array(fc.integer({ min: 0, max: 90_000_000 }), { minLength: 1, maxLength: 20 });

describe('turn pool', () => {
  it('P3/I-9: regeneration over any split equals regeneration over the whole', () => {
    fc.assert(
      fc.property(arbState, arbCap, arbRate, arbSteps, (state, cap, rate, steps) => {
        let now = state.anchorMs;
        let split = state;
        for (const step of steps) {
          now += step;
          split = settleTurns(split, now, cap, rate);
        }
        expect(split).toEqual(settleTurns(state, now, cap, rate));
      }),
    );
  });

  it('I-9: the pool is never negative and passes the cap only by a grant', () => {
    fc.assert(
      fc.property(arbState, arbCap, arbRate, arbSteps, (state, cap, rate, steps) => {
        let now = state.anchorMs;
        let pool = state;
        for (const step of steps) {
          now += step;
          const before = settleTurns(pool, now, cap, rate);
          expect(before.turns).toBeGreaterThanOrEqual(pool.turns);
          expect(before.turns).toBeLessThanOrEqual(Math.max(cap, state.turns));
          const cost = step % 40;
          pool = checkTurns(before, cost, cap, rate) === null ? spendTurns(before, cost) : before;
          expect(pool.turns).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('has what it promised at availableAt and not a millisecond before', () => {
    fc.assert(
      fc.property(arbState, arbCap, arbRate, fc.integer({ min: 1, max: 1120 }), (state, cap, rate, need) => {
        const at = availableAt(state, need, cap, rate);
        fc.pre(at !== null && at > state.anchorMs);
        expect(settleTurns(state, at as number, cap, rate).turns).toBeGreaterThanOrEqual(need);
        expect(settleTurns(state, (at as number) - 1, cap, rate).turns).toBeLessThan(need);
      }),
    );
  });

  it('is exact across a change of the multiplier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (slow, fast) => {
          const start = { turns: 0, anchorMs: 0, frac: 0 };
          const after = settleTurns(settleTurns(start, slow, 1000, 10_000), slow + fast, 1000, 15_000);
          expect(after.turns * TURN_UNIT + after.frac).toBe(slow * 10_000 + fast * 15_000);
        },
      ),
    );
  });
});
