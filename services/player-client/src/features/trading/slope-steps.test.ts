import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopeSteps } from './slope-steps.ts';

describe('slope steps', () => {
  it('are round figures up to the most, with the quantity of the ticket', () => {
    expect(slopeSteps(30, 30)).toEqual([1, 5, 10, 15, 20, 25, 30]);
    expect(slopeSteps(12, 7)).toEqual([1, 5, 7, 10, 12]);
    expect(slopeSteps(0, 0)).toEqual([]);
  });

  it('are few, sorted, possible, and contain what matters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (most, quantity) => {
        const steps = slopeSteps(most, quantity);
        return (
          steps.length <= 9 &&
          steps.includes(most) &&
          (quantity === 0 || quantity > most || steps.includes(quantity)) &&
          steps.every((step, index) => step <= most && step > (steps[index - 1] ?? 0))
        );
      }),
    );
  });
});
