import { describe, expect, it } from 'vitest';
import type { PriceChartInput } from './price-chart-model.ts';
import { priceChart } from './price-chart-model.ts';

const START = Date.parse('2102-11-13T00:00:00Z');
const HOUR = 3_600_000;
const frame = { width: 400, height: 200, left: 0, right: 300, top: 20, bottom: 180 };

const input = (prices: readonly (number | null)[], more: Partial<PriceChartInput> = {}): PriceChartInput => ({
  history: {
    points: prices.map((price, index) => ({
      at: new Date(START + index * HOUR).toISOString(),
      bid: price === null ? null : BigInt(price),
      ask: null,
      high: null,
      low: null,
      volume: null,
      stockTenths: 5,
    })),
    trades: [{ at: new Date(START + HOUR).toISOString(), side: 'sell', quantity: 20, net: 1n }],
  },
  side: 'bid',
  usual: null,
  ownCost: null,
  frame,
  ...more,
});

describe('price chart', () => {
  it('spans the frame, highest price at the top', () => {
    const chart = priceChart(input([10, 30, 20]));
    expect(chart?.line).toBe('0,180 150,20 300,100');
    expect(chart?.last).toEqual({ x: 300, y: 100, price: 20 });
    expect(chart).toMatchObject({ low: 10, high: 30 });
  });

  it('makes room for the usual range and the own cost', () => {
    const chart = priceChart(input([50, 60], { usual: { low: 40, high: 80 }, ownCost: 30 }));
    expect(chart?.usual).toEqual({ y: 20, height: 128 });
    expect(chart?.ownCost).toEqual({ y: 180, price: 30 });
  });

  it('puts own trades on the line', () => {
    expect(priceChart(input([10, 30, 20]))?.trades).toEqual([{ x: 150, y: 20, side: 'sell', quantity: 20 }]);
  });

  it('is a level while there is one price', () => {
    const chart = priceChart(input([10]));
    expect(chart).toMatchObject({ isYoung: true, line: '0,180 300,180', ticks: [], low: 10, high: 10 });
    expect(chart?.last).toEqual({ x: 300, y: 180, price: 10 });
  });

  it('ends with the price of this moment', () => {
    const now = { atMs: START + 2 * HOUR, price: 30 };
    expect(priceChart(input([10, 20], { now }))?.line).toBe('0,180 150,100 300,20');
    expect(priceChart(input([], { now }))).toMatchObject({ isYoung: true, last: { price: 30 } });
  });

  it('is nothing where no price is known', () => {
    expect(priceChart(input([null, null]))).toBeNull();
  });

  it('has few ticks however long the span', () => {
    const chart = priceChart(input(Array.from({ length: 168 }, (_, index) => 10 + (index % 7))));
    expect(chart?.ticks.length).toBeLessThanOrEqual(8);
    expect(chart?.ticks.length).toBeGreaterThan(4);
  });
});
