import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegAccount } from '../ledger/legs.ts';
import { legBalance } from '../ledger/legs.ts';
import { COMMODITIES } from './commodities.ts';
import { splitMargin } from './margin.ts';
import { affordableQuantity } from './max-quantity.ts';
import { orderTotal } from './order-total.ts';
import type { PriceTerms, TradeSide } from './types.ts';

const arbSide = fc.constantFrom<TradeSide>('buy', 'sell');

/** Any terms a market can have; stock 0..capacity. */
const arbTerms = fc
  .record({
    good: fc.constantFrom(...COMMODITIES),
    size: fc.integer({ min: 1, max: 400 }),
    fillPermille: fc.integer({ min: 0, max: 1_000 }),
    driftBp: fc.integer({ min: -1_000, max: 1_000 }),
    eventBp: fc.integer({ min: -5_000, max: 10_000 }),
    factorBp: fc.constantFrom(8_000, 10_000, 12_000, 12_500),
    isTradeDock: fc.boolean(),
    advantageBp: fc.integer({ min: -2_500, max: 700 }),
    tariffBp: fc.constantFrom(0, 1, 200, 800),
  })
  .map(({ good, size, fillPermille, isTradeDock, advantageBp, ...rest }): PriceTerms => {
    const capacity = Math.floor((good.capacity * size) / 5);
    return {
      ...rest,
      lo: good.lo,
      hi: good.hi,
      capacity,
      stock: Math.floor((capacity * fillPermille) / 1_000),
      halfSpreadBp: isTradeDock ? 500 : 800,
      advantageBp: isTradeDock ? Math.min(400, advantageBp) : advantageBp,
    };
  });

const arbQuantity = fc.integer({ min: 1, max: 100_000 });

function limited(side: TradeSide, terms: PriceTerms, quantity: number): number {
  return Math.min(quantity, side === 'buy' ? terms.stock : terms.capacity - terms.stock);
}

describe('pricing', () => {
  it('P1/I-4: selling back what was bought loses at least one credit', () => {
    fc.assert(
      fc.property(arbTerms, arbQuantity, (terms, wanted) => {
        const quantity = limited('buy', terms, wanted);
        fc.pre(quantity > 0);
        const bought = orderTotal('buy', terms, quantity);
        const sold = orderTotal('sell', { ...terms, stock: terms.stock - quantity }, quantity);
        expect(sold.net).toBeLessThanOrEqual(bought.net - 1n);
      }),
      { numRuns: 1_000 },
    );
  });

  it('P2/I-5: splitting an order never improves it', () => {
    fc.assert(
      fc.property(arbSide, arbTerms, arbQuantity, fc.nat(), (side, terms, wanted, cut) => {
        const quantity = limited(side, terms, wanted);
        fc.pre(quantity > 1);
        const first = 1 + (cut % (quantity - 1));
        const moved = side === 'buy' ? -first : first;
        const whole = orderTotal(side, terms, quantity).net;
        const parts =
          orderTotal(side, terms, first).net +
          orderTotal(side, { ...terms, stock: terms.stock + moved }, quantity - first).net;
        expect(side === 'buy' ? parts >= whole : parts <= whole).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('P3: the net grows with the quantity', () => {
    fc.assert(
      fc.property(arbSide, arbTerms, arbQuantity, (side, terms, wanted) => {
        const quantity = limited(side, terms, wanted);
        fc.pre(quantity > 1);
        const less = orderTotal(side, terms, quantity - 1).net;
        expect(orderTotal(side, terms, quantity).net).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  it('P4: a buy costs at least one credit and a sale never pays below zero', () => {
    fc.assert(
      fc.property(arbTerms, arbQuantity, (terms, quantity) => {
        expect(orderTotal('buy', terms, quantity).gross).toBeGreaterThanOrEqual(1n);
        fc.pre(quantity <= terms.capacity - terms.stock);
        const sold = orderTotal('sell', terms, quantity);
        expect(sold.gross).toBeGreaterThanOrEqual(0n);
        expect(sold.net).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  it('I-5: gross of a buy ≥ mid ≥ gross of a sale, whatever the advantage', () => {
    fc.assert(
      fc.property(arbTerms, arbQuantity, (terms, wanted) => {
        const [buys, sells] = [limited('buy', terms, wanted), limited('sell', terms, wanted)];
        fc.pre(buys > 0 && sells > 0);
        const bought = orderTotal('buy', terms, buys);
        const sold = orderTotal('sell', terms, sells);
        expect(bought.gross).toBeGreaterThanOrEqual(bought.midTotal);
        expect(sold.gross).toBeLessThanOrEqual(sold.midTotal);
        const [ask, bid] = [orderTotal('buy', terms, 1), orderTotal('sell', terms, 1)];
        expect(ask.net).toBeGreaterThan(bid.net);
      }),
    );
  });

  it('P5: the legs of a trade move exactly its net and sum to nothing', () => {
    const accounts: LegAccount[] = ['wallet', 'region', 'station', 'MINT', 'BURN'];
    const arbSplit = fc.record({
      regionTaxBp: fc.integer({ min: 500, max: 2_500 }),
      isOwned: fc.boolean(),
      incentiveBp: fc.constantFrom(0, 500),
    });
    fc.assert(
      fc.property(arbSide, arbTerms, arbQuantity, arbSplit, (side, terms, wanted, split) => {
        const quantity = limited(side, terms, wanted);
        fc.pre(quantity > 0);
        const owned = split.isOwned ? terms : { ...terms, tariffBp: 0 };
        const order = orderTotal(side, owned, quantity);
        const result = splitMargin(side, order, split);
        const gained = side === 'buy' ? -order.net : order.net + result.incentive;
        expect(legBalance(result.legs, 'wallet')).toBe(gained);
        expect(accounts.reduce((sum, account) => sum + legBalance(result.legs, account), 0n)).toBe(0n);
        expect(result.regionCut + result.ownerCut + result.burned).toBe(result.margin);
        expect(result.tariffToStation + result.tariffBurned).toBe(order.tariff);
        expect(result.legs.every(({ amount }) => amount > 0n)).toBe(true);
      }),
    );
  });

  it('the owner of a station never gets back what a trade at it costs', () => {
    fc.assert(
      fc.property(arbTerms, arbQuantity, (terms, wanted) => {
        const quantity = limited('buy', terms, wanted);
        fc.pre(quantity > 0);
        const order = orderTotal('buy', terms, quantity);
        const { legs } = splitMargin('buy', order, { regionTaxBp: 2_500, isOwned: true });
        const back = legBalance(legs, 'station') + legBalance(legs, 'region');
        expect(order.net - back).toBeGreaterThanOrEqual(order.midTotal);
      }),
    );
  });

  it('finds the most that credits can buy', () => {
    fc.assert(
      fc.property(arbTerms, fc.bigInt({ min: 0n, max: 50_000_000n }), (terms, credits) => {
        const most = affordableQuantity(terms, credits);
        expect(most === 0 || orderTotal('buy', terms, most).net <= credits).toBe(true);
        expect(most === 100_000 || orderTotal('buy', terms, most + 1).net > credits).toBe(true);
      }),
    );
  });

  it('stays exact where numbers would not: 100,000 units at every extreme', () => {
    const terms: PriceTerms = {
      lo: 180,
      hi: 270,
      capacity: 2_000_000_000,
      stock: 1_999_999_999,
      driftBp: 1_000,
      eventBp: 10_000,
      factorBp: 12_500,
      halfSpreadBp: 800,
      advantageBp: -2_500,
      tariffBp: 800,
    };
    const order = orderTotal('buy', terms, 100_000);
    expect(order).toEqual({
      midTotal: 45_000_562n,
      gross: 60_750_760n,
      tariff: 4_860_061n,
      net: 65_610_821n,
    });
  });
});
