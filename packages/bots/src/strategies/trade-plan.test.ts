import { describe, expect, it } from 'vitest';
import type { KnownPrice } from './trade-plan.ts';
import { buyerOf, pairKey, plansOf } from './trade-plan.ts';

const price = (stationId: string, changes: Partial<KnownPrice>): KnownPrice => ({
  stationId,
  stationName: stationId,
  sectorId: 1,
  sectorNumber: 1,
  regionName: 'terran-space',
  commodity: 'ore',
  side: 'both',
  ask: null,
  bid: null,
  stockTenths: 5,
  asOf: '2102-01-01T00:00:00.000Z',
  source: 'public',
  turns: 6,
  hops: 2,
  ...changes,
});

const means = { credits: 1000n, room: 50 };

describe('plansOf', () => {
  it('buys as much as hold and purse allow', () => {
    const prices = [price('a', { ask: 40n }), price('b', { bid: 60n })];
    expect(plansOf(prices, means, new Set())).toMatchObject([{ quantity: 25, gain: 500n }]);
    expect(plansOf(prices, { credits: 10_000n, room: 7 }, new Set())).toMatchObject([
      { quantity: 7, gain: 140n },
    ]);
  });

  it('puts the best gain for the way first', () => {
    const prices = [
      price('a', { ask: 20n, turns: 3 }),
      price('far', { bid: 40n, turns: 60 }),
      price('near', { bid: 35n, turns: 6 }),
    ];
    expect(plansOf(prices, means, new Set()).map((plan) => plan.to.stationId)).toEqual(['near', 'far']);
  });

  it('leaves out losses, empty sellers, unreachable ends, other goods and what disappointed', () => {
    const from = price('a', { ask: 20n });
    const to = price('b', { bid: 30n });
    const [plan] = plansOf([from, to], means, new Set());
    expect(plan).toBeDefined();
    expect(plansOf([from, { ...to, bid: 20n }], means, new Set())).toEqual([]);
    expect(plansOf([{ ...from, stockTenths: 0 }, to], means, new Set())).toEqual([]);
    expect(plansOf([from, { ...to, turns: null }], means, new Set())).toEqual([]);
    expect(plansOf([from, { ...to, commodity: 'fuel' }], means, new Set())).toEqual([]);
    expect(plansOf([from, to], means, new Set([pairKey(plan!)]))).toEqual([]);
    expect(plansOf([from, to], { credits: 19n, room: 50 }, new Set())).toEqual([]);
  });
});

describe('buyerOf', () => {
  it('weighs the price against the way', () => {
    const prices = [price('far', { bid: 40n, turns: 90 }), price('near', { bid: 35n, turns: 3 })];
    expect(buyerOf(prices, 'ore')?.stationId).toBe('near');
  });

  it('finds nobody where nobody buys', () => {
    expect(buyerOf([price('a', { ask: 3n })], 'ore')).toBeNull();
  });
});
