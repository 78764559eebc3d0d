import { describe, expect, it } from 'vitest';
import { splitMargin } from './margin.ts';
import { marketFactorBp, orderTotal } from './order-total.ts';
import type { PriceTerms } from './types.ts';

const plain = { driftBp: 0, eventBp: 0, factorBp: 10_000, halfSpreadBp: 800, advantageBp: 0, tariffBp: 0 };
const ore = (stock: number): PriceTerms => ({ ...plain, lo: 21, hi: 39, capacity: 5_000, stock });
const organics = (stock: number): PriceTerms => ({ ...plain, lo: 11, hi: 21, capacity: 3_000, stock });

describe('orderTotal: the vectors of economy 3.5', () => {
  it.each([
    ['V1', 'buy', ore(4_250), 50, 1_189n, 1_285n, [9n, 0n, 87n]],
    ['V2', 'sell', ore(750), 50, 1_810n, 1_665n, [14n, 0n, 131n]],
    ['V3', 'buy', ore(4_250), 100, 2_388n, 2_580n, [19n, 0n, 173n]],
    [
      'V4',
      'buy',
      { ...plain, lo: 64, hi: 106, capacity: 2_000, stock: 1_700, advantageBp: 455 },
      40,
      2_828n,
      2_917n,
      [8n, 0n, 81n],
    ],
    [
      'V6',
      'buy',
      { ...plain, lo: 28, hi: 52, capacity: 4_000, stock: 3_600, factorBp: 8_000 },
      100,
      2_456n,
      2_653n,
      [19n, 0n, 178n],
    ],
    ['V7', 'buy', { ...organics(2_000), advantageBp: -2_000 }, 50, 720n, 935n, [21n, 0n, 194n]],
    ['V10 buy', 'buy', organics(3_000), 1, 11n, 12n, [0n, 0n, 1n]],
    ['V10 sell', 'sell', organics(2_999), 1, 11n, 10n, [0n, 0n, 1n]],
  ] as const)('%s', (...[, side, terms, quantity, midTotal, gross, split]) => {
    const order = orderTotal(side, terms, quantity);
    expect(order).toEqual({ midTotal, gross, tariff: 0n, net: gross });
    const { regionCut, ownerCut, burned } = splitMargin(side, order, { regionTaxBp: 1_000, isOwned: false });
    expect([regionCut, ownerCut, burned]).toEqual(split);
  });

  it("V3': two halves never cost less than the whole", () => {
    const first = orderTotal('buy', ore(4_250), 50);
    const second = orderTotal('buy', ore(4_200), 50);
    expect([second.midTotal, second.gross]).toEqual([1_198n, 1_295n]);
    expect(first.net + second.net).toBe(2_580n);
  });

  it('V8: a loop at a TradeDock loses 61', () => {
    const dock = { ...plain, lo: 21, hi: 39, capacity: 20_000, halfSpreadBp: 500, advantageBp: 400 };
    const bought = orderTotal('buy', { ...dock, stock: 10_000 }, 100);
    const sold = orderTotal('sell', { ...dock, stock: 9_900 }, 100);
    expect([bought.midTotal, sold.midTotal]).toEqual([3_004n, 3_004n]);
    expect([bought.gross, sold.gross]).toEqual([3_029n, 2_968n]);
    expect(sold.net - bought.net).toBe(-61n);
  });
});

describe('orderTotal: modifiers', () => {
  const luxury: PriceTerms = { ...plain, lo: 100, hi: 175, capacity: 800, stock: 400 };

  it.each([
    [{ tariffBp: 200 }, [5_151n, 5_564n, 112n, 5_676n], [5_023n, 4_621n, 93n, 4_528n]],
    [{ tariffBp: 800 }, [5_151n, 5_564n, 446n, 6_010n], [5_023n, 4_621n, 370n, 4_251n]],
    [{ eventBp: -5_000 }, [2_575n, 2_782n, 0n, 2_782n], [2_511n, 2_310n, 0n, 2_310n]],
    [{ eventBp: 10_000, driftBp: 900 }, [10_303n, 11_128n, 0n, 11_128n], [10_046n, 9_242n, 0n, 9_242n]],
    [{ factorBp: 12_500 }, [6_439n, 6_955n, 0n, 6_955n], [6_279n, 5_776n, 0n, 5_776n]],
    [{ advantageBp: 700 }, [5_151n, 5_175n, 0n, 5_175n], [5_023n, 4_944n, 0n, 4_944n]],
    [{ advantageBp: -2_500 }, [5_151n, 6_955n, 0n, 6_955n], [5_023n, 3_466n, 0n, 3_466n]],
    [
      { tariffBp: 800, advantageBp: 700, driftBp: 500, eventBp: 1_000, factorBp: 12_000 },
      [7_109n, 7_141n, 572n, 7_713n],
      [6_932n, 6_824n, 546n, 6_278n],
    ],
  ])('%j', (change, buy, sell) => {
    expect(Object.values(orderTotal('buy', { ...luxury, ...change }, 37))).toEqual(buy);
    expect(Object.values(orderTotal('sell', { ...luxury, ...change }, 37))).toEqual(sell);
  });

  it.each([
    [0, 0, 10_000],
    [-355, 12, 9_657],
    [-1_000, -5_000, 5_000],
    [1_000, 10_000, 20_000],
  ])('drift %d and event %d make a factor of %d', (driftBp, eventBp, expected) => {
    expect(marketFactorBp({ driftBp, eventBp })).toBe(expected);
  });
});
