import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildMarket,
  buildStation,
  buildTradeContext,
  buildTradeState,
  NOON,
} from '../testing/build-trade.ts';
import { maxAdvantageBpAt } from './advantage.ts';
import { applyTrade } from './apply.ts';
import { careerProfit } from './career-profit.ts';
import { COMMODITY_KEYS, capacityAtSize } from './commodities.ts';
import type { TradeOutcome, TradeSide } from './types.ts';

const NO_LIMIT = 1_000_000_000_000n;

const sold = (quantity: number, avgCost: bigint): TradeOutcome => {
  const start = buildTradeState();
  const hold = { ...start.hold, items: [{ kind: 'organics', quantity: 50, avgCost }] };
  const lines = [{ side: 'sell', commodity: 'organics', quantity, limitTotal: 0n }] as const;
  return applyTrade({ ...start, hold }, { stationId: 'station-a', lines }, buildTradeContext());
};

describe('careerProfit', () => {
  it('is what sales bring above the cost of what is sold', () => {
    const { lines } = sold(40, 1n);
    const [line] = lines;
    expect(line?.net).toBeGreaterThan(40n);
    expect(careerProfit(lines)).toBe((line?.net ?? 0n) - 40n);
  });

  it('is nothing for a loss, and for buying', () => {
    expect(careerProfit(sold(40, 100_000n).lines)).toBe(0n);
    const lines = [{ side: 'buy', commodity: 'ore', quantity: 10, limitTotal: NO_LIMIT }] as const;
    const bought = applyTrade(buildTradeState(), { stationId: 'station-a', lines }, buildTradeContext());
    expect(careerProfit(bought.lines)).toBe(0n);
  });

  it('holds the lines of a basket together', () => {
    const good = sold(20, 1n);
    const bad = sold(20, 1_000n);
    expect(careerProfit([...good.lines, ...bad.lines])).toBe(0n);
  });

  it('is nothing for goods bought and sold back at one place, at any advantage there is', () => {
    const dock = buildStation({ facility: 'tradedock' });
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMODITY_KEYS),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 10, max: 90 }),
        (commodity, quantity, percent) => {
          const capacity = capacityAtSize(commodity, 5) * 4;
          const stock = Math.floor((capacity * percent) / 100);
          fc.pre(quantity <= stock);
          const market = buildMarket({
            commodity,
            direction: 'both',
            capacity,
            stock,
            targetBp: percent * 100,
            flowPerHour: 1,
          });
          const state = buildTradeState({
            station: dock,
            credits: NO_LIMIT,
            markets: [market],
            hold: { capacity: 500, colonistsPerUnit: 10, items: [] },
          });
          const ctx = buildTradeContext({
            nowMs: NOON,
            advantage: { rankLevel: 17, standing: null, personalReputation: 1_000 },
          });
          const trade = (from: typeof state, side: TradeSide, limitTotal: bigint) =>
            applyTrade(
              from,
              { stationId: 'station-a', lines: [{ side, commodity, quantity, limitTotal }] },
              ctx,
            );
          const bought = trade(state, 'buy', NO_LIMIT);
          const back = trade({ ...state, ...bought }, 'sell', 0n);
          expect(back.lines[0]?.advantageBp).toBeLessThanOrEqual(maxAdvantageBpAt('tradedock'));
          expect([careerProfit(bought.lines), careerProfit(back.lines)]).toEqual([0n, 0n]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
