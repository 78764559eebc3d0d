import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMODITIES } from '../economy/commodities.ts';
import { orderTotal } from '../economy/order-total.ts';
import type { PriceTerms } from '../economy/types.ts';
import { bestTrade, unlimitedQuantity } from './best-quantity.ts';
import { findRoutes } from './find-routes.ts';
import { fitTerms } from './known-terms.ts';
import { planLoad } from './plan-load.ts';

const arbTerms = (lo: number, hi: number): fc.Arbitrary<PriceTerms> =>
  fc
    .record({
      capacity: fc.integer({ min: 20, max: 400 }),
      fill: fc.integer({ min: 0, max: 1_000 }),
      driftBp: fc.integer({ min: -1_000, max: 1_000 }),
      factorBp: fc.constantFrom(8_000, 10_000, 12_000, 12_500),
      halfSpreadBp: fc.constantFrom(500, 800),
      advantageBp: fc.integer({ min: -2_500, max: 400 }),
      tariffBp: fc.integer({ min: 0, max: 800 }),
    })
    .map(({ fill, ...terms }) => ({
      ...terms,
      lo,
      hi,
      eventBp: 0,
      stock: Math.floor((terms.capacity * fill) / 1_000),
    }));

const arbPair = fc
  .constantFrom(...COMMODITIES)
  .chain(({ lo, hi }) => fc.tuple(arbTerms(lo, hi), arbTerms(lo, hi)));

const profit = (seller: PriceTerms, buyer: PriceTerms, quantity: number): bigint =>
  quantity === 0 ? 0n : orderTotal('sell', buyer, quantity).net - orderTotal('buy', seller, quantity).net;

describe('the best quantity', () => {
  it('is never beaten by any other by more than the rounding of two totals and a tariff each', () => {
    fc.assert(
      fc.property(arbPair, fc.integer({ min: 1, max: 300 }), ([seller, buyer], room) => {
        const most = Math.min(room, seller.stock, buyer.capacity - buyer.stock);
        const chosen = bestTrade(seller, buyer, { room, credits: 10n ** 9n });
        const reached = chosen === null ? 0n : chosen.income - chosen.cost;
        for (let quantity = 1; quantity <= most; quantity++) {
          expect(profit(seller, buyer, quantity) - reached).toBeLessThanOrEqual(4n);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('promises what a trade at these terms pays, gains, and stays within means', () => {
    fc.assert(
      fc.property(
        arbPair,
        fc.record({ room: fc.integer({ min: 0, max: 500 }), credits: fc.bigInt({ min: 0n, max: 50_000n }) }),
        ([seller, buyer], means) => {
          const trade = bestTrade(seller, buyer, means);
          if (trade === null) return;
          expect(trade.cost).toBe(orderTotal('buy', seller, trade.quantity).net);
          expect(trade.income).toBe(orderTotal('sell', buyer, trade.quantity).net);
          expect(trade.income).toBeGreaterThan(trade.cost);
          expect(trade.cost).toBeLessThanOrEqual(means.credits);
          expect(trade.quantity).toBeLessThanOrEqual(
            Math.min(means.room, seller.stock, buyer.capacity - buyer.stock),
          );
          expect(trade.quantity).toBeLessThanOrEqual(unlimitedQuantity(seller, buyer));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('terms fitted to a price one saw', () => {
  it('show the same price again', () => {
    fc.assert(
      fc.property(arbPair, fc.constantFrom('buy' as const, 'sell' as const), ([terms], side) => {
        fc.pre(side === 'buy' ? terms.stock > 0 : terms.stock < terms.capacity);
        const seen = orderTotal(side, { ...terms, tariffBp: 0 }, 1).net;
        const again = orderTotal(side, fitTerms(side, { ...terms, tariffBp: 0 }, seen), 1).net;
        const difference = again - seen;
        expect(difference * difference).toBeLessThanOrEqual(1n);
      }),
      { numRuns: 300 },
    );
  });

  it('stay within one in twenty of the true total of a whole hold where the stock is known', () => {
    fc.assert(
      fc.property(arbTerms(100, 175), fc.integer({ min: 1, max: 100 }), (terms, wanted) => {
        const quantity = Math.min(wanted, terms.stock);
        fc.pre(quantity > 0);
        const truth = orderTotal('buy', terms, quantity).net;
        const seen = orderTotal('buy', terms, 1).net;
        const guess = orderTotal('buy', fitTerms('buy', terms, seen), quantity).net;
        const off = guess > truth ? guess - truth : truth - guess;
        expect(off * 20n).toBeLessThanOrEqual(truth + 40n);
      }),
      { numRuns: 200 },
    );
  });
});

describe('two stops', () => {
  it('are exact: no pair of stations gains more than the best answer', () => {
    const arbStops = fc.array(
      fc
        .array(fc.tuple(fc.constantFrom(...COMMODITIES), fc.boolean()), { minLength: 1, maxLength: 5 })
        .chain((goods) =>
          fc.tuple(
            ...goods.map(([{ key, lo, hi }, isSold]) =>
              arbTerms(lo, hi).map((terms) => ({
                commodity: key,
                toBuy: isSold ? terms : null,
                toSell: isSold ? null : terms,
                asOfMs: 0,
              })),
            ),
          ),
        ),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(arbStops, fc.integer({ min: 1, max: 80 }), (offers, room) => {
        const stops = offers.map((markets, index) => ({
          stationId: `s${index}`,
          sectorId: index + 1,
          markets: markets.filter(
            ({ commodity }, at) => markets.findIndex((other) => other.commodity === commodity) === at,
          ),
        }));
        const { routes } = findRoutes({
          fromSectorId: 1,
          dockedStationId: null,
          stops,
          waysFrom: (from) => (to) => ({ turns: 3 * Math.abs(to - from), hops: 1, hazard: 0 }),
          room,
          held: [],
          credits: 1_000_000n,
          maxHops: 20,
          maxStops: 2,
          objective: 'profit',
          nowMs: 0,
        });
        const best = routes[0]?.profit ?? 0n;
        for (const from of stops)
          for (const to of stops) {
            const load = from === to ? null : planLoad(from, to, { room, credits: 1_000_000n });
            expect(load === null ? 0n : load.income - load.cost).toBeLessThanOrEqual(best);
          }
      }),
      { numRuns: 150 },
    );
  });
});
