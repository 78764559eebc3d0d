import { describe, expect, it } from 'vitest';
import { turnsNow } from './turns-now.ts';

const FULL_AT = Date.parse('2102-01-01T04:00:00Z');
const HOUR = 3_600_000;
const view = {
  turns: 840,
  cap: 1000,
  ratePerHourX100: 4000,
  multiplierBp: 10_000,
  nextTurnInMs: 90_000,
  fullAt: new Date(FULL_AT).toISOString(),
};

describe('turns now', () => {
  it('counts on between two answers of the server', () => {
    expect(turnsNow(view, FULL_AT - 4 * HOUR)).toEqual({ turns: 840, perHour: 40, fullInMs: 4 * HOUR });
    expect(turnsNow(view, FULL_AT - 4 * HOUR + 90_000).turns).toBe(841);
    expect(turnsNow(view, FULL_AT - HOUR).turns).toBe(960);
  });

  it('never shows fewer than the server said, nor more than the cap', () => {
    expect(turnsNow(view, FULL_AT - 9 * HOUR).turns).toBe(840);
    expect(turnsNow(view, FULL_AT + HOUR)).toEqual({ turns: 1000, perHour: 40, fullInMs: null });
  });

  it('leaves a pool above its cap alone', () => {
    expect(turnsNow({ ...view, turns: 1200, fullAt: null, nextTurnInMs: null }, FULL_AT).turns).toBe(1200);
  });
});
