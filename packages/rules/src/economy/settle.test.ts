import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarket, NOON } from '../testing/build-trade.ts';
import { COMMODITY_KEYS, commodityOf } from './commodities.ts';
import { driftStep, hourIndexOf, nextDrift, settleDrift } from './drift.ts';
import { settleMarket } from './settle-market.ts';
import { settleStock, targetStock } from './stock.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('settleStock', () => {
  const row = buildMarket({ stock: 1_000, asOfMs: 0 });

  it('adds 75 units in 90 minutes at 50 an hour', () => {
    expect(settleStock(row, 90 * MINUTE)).toMatchObject({ stock: 1_075, regenAcc: 0, asOfMs: 90 * MINUTE });
  });

  it('keeps the remainder of two reads a minute apart', () => {
    const first = settleStock(row, MINUTE);
    expect(first).toMatchObject({ stock: 1_000, regenAcc: 3_000_000 });
    expect(settleStock(first, 2 * MINUTE)).toMatchObject({ stock: 1_001, regenAcc: 2_400_000 });
  });

  it('stops at the target from below and from above, and banks nothing there', () => {
    expect(targetStock(row)).toBe(4_250);
    expect(settleStock(row, 14 * DAY)).toMatchObject({ stock: 4_250, regenAcc: 0 });
    const buyer = buildMarket({ direction: 'buys', stock: 800, asOfMs: 0 });
    expect(settleStock(buyer, HOUR)).toMatchObject({ stock: 750, regenAcc: 0 });
    expect(settleStock(buyer, DAY)).toMatchObject({ stock: 750, regenAcc: 0 });
    expect(settleStock({ ...row, stock: 4_250, regenAcc: 99 }, 1)).toMatchObject({
      stock: 4_250,
      regenAcc: 0,
    });
  });

  it('settles at most 14 days', () => {
    const slow = { ...row, stock: 0, flowPerHour: 1 };
    expect(settleStock(slow, 100 * DAY)).toMatchObject({ stock: 336, asOfMs: 100 * DAY });
  });

  it('never produces twice when the clock runs backwards', () => {
    const later = settleStock(row, 2 * HOUR);
    expect(settleStock(settleStock(later, HOUR), 2 * HOUR)).toEqual(later);
  });

  it('at many moments equals at once', () => {
    const arbSteps = fc.array(fc.integer({ min: 0, max: 40_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        arbSteps,
        fc.nat({ max: 5_000 }),
        fc.integer({ min: 1, max: 25_000 }),
        (steps, stock, flow) => {
          const start = buildMarket({ stock, flowPerHour: flow, regenAcc: 17, asOfMs: 0 });
          let now = 0;
          let split = start;
          for (const step of steps) {
            now += step;
            split = settleStock(split, now);
          }
          expect(split).toEqual(settleStock(start, now));
          expect(split.stock).toBeGreaterThanOrEqual(0);
          expect(split.stock).toBeLessThanOrEqual(split.capacity);
        },
      ),
    );
  });
});

describe('drift', () => {
  const subject = { stationId: 's', commodity: 'ore', secret: Uint8Array.of(7) } as const;

  it('follows the vector: −355 and +12 make −332', () => {
    expect(nextDrift(-355, 12)).toBe(-332);
  });

  it('stays within ±1000', () => {
    expect(nextDrift(1_000, 60)).toBe(1_000);
    expect(nextDrift(-1_000, -60)).toBe(-1_000);
  });

  it('steps by at most σ and uses the whole range', () => {
    for (const commodity of COMMODITY_KEYS) {
      const steps = Array.from({ length: 3_000 }, (_, hour) => driftStep({ ...subject, commodity }, hour));
      const { volatilityBp } = commodityOf(commodity);
      expect(Math.max(...steps)).toBe(volatilityBp);
      expect(Math.min(...steps)).toBe(-volatilityBp);
    }
  });

  it('depends on secret, station, commodity and hour', () => {
    const hours = Array.from({ length: 8 }, (_, hour) => hour);
    const steps = (change: object) => hours.map((hour) => driftStep({ ...subject, ...change }, hour));
    expect(steps({})).toEqual(steps({}));
    expect(steps({ secret: Uint8Array.of(8) })).not.toEqual(steps({}));
    expect(steps({ stationId: 't' })).not.toEqual(steps({}));
    expect(steps({ commodity: 'fuel' })).not.toEqual(steps({}));
  });

  it('is the same whoever looks and however often', () => {
    const once = settleDrift(100, 10, 50, subject);
    expect(settleDrift(settleDrift(100, 10, 23, subject), 23, 50, subject)).toBe(once);
    expect(settleDrift(100, 50, 50, subject)).toBe(100);
    expect(settleDrift(100, 50, 40, subject)).toBe(100);
  });

  it('loops over 336 hours at most', () => {
    expect(settleDrift(0, 0, 1_000_000, subject)).toBe(settleDrift(0, 1_000_000 - 336, 1_000_000, subject));
  });
});

describe('settleMarket', () => {
  it('moves stock by the millisecond and drift by the whole hour', () => {
    const secret = Uint8Array.of(7);
    const row = buildMarket({ stock: 1_000 });
    const early = settleMarket(row, 's', NOON + HOUR - 1, secret);
    expect(early).toMatchObject({ stock: 1_049, driftBp: 0 });
    const late = settleMarket(early, 's', NOON + HOUR, secret);
    const step = driftStep({ stationId: 's', commodity: 'ore', secret }, hourIndexOf(NOON) + 1);
    expect(late).toMatchObject({ stock: 1_050, driftBp: step, asOfMs: NOON + HOUR });
    expect(settleMarket(late, 's', NOON + HOUR, secret)).toEqual(late);
  });
});
