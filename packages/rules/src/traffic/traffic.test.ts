import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../random/index.ts';
import type { HaulMarket } from './index.ts';
import { npcPause, npcRoom, patrolName, planHauls, traderName, trafficTarget } from './index.ts';

const market = (stationId: string, more: Partial<HaulMarket> = {}): HaulMarket => ({
  stationId,
  commodity: 'ore',
  direction: 'sells',
  stock: 800,
  capacity: 1_000,
  room: 300,
  ...more,
});
const buyer = (stationId: string, more: Partial<HaulMarket> = {}): HaulMarket =>
  market(stationId, { direction: 'buys', stock: 150, ...more });
const near = () => 4;

describe('how many ships', () => {
  it('grow with the region up to a bound, and follow the dial', () => {
    expect(trafficTarget({ sectors: 300, policedSectors: 200 }, 100)).toEqual({ traders: 25, patrols: 10 });
    expect(trafficTarget({ sectors: 5_000, policedSectors: 5_000 }, 100)).toEqual({
      traders: 40,
      patrols: 20,
    });
    expect(trafficTarget({ sectors: 300, policedSectors: 200 }, 50)).toEqual({ traders: 12, patrols: 5 });
    expect(trafficTarget({ sectors: 300, policedSectors: 200 }, 0)).toEqual({ traders: 0, patrols: 0 });
  });

  it('have names of things, and act every four to eight minutes', () => {
    const stream = createStream('names', 'traffic');
    for (let n = 0; n < 50; n += 1) {
      expect(traderName(stream)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      const pause = npcPause(stream);
      expect(pause >= 240_000 && pause <= 480_000).toBe(true);
    }
    expect([patrolName(false, 3), patrolName(true, 4)]).toEqual(['Marshal 3', 'Sentinel 4']);
  });
});

describe('room at a market', () => {
  it('is a quarter of what flows in a day', () => {
    expect(npcRoom(50, 0)).toBe(300);
    expect(npcRoom(50, 120)).toBe(180);
    expect(npcRoom(50, 400)).toBe(0);
    expect(npcRoom(1, 0)).toBe(6);
  });
});

describe('hauls', () => {
  it('go from surplus to the greatest need, nearest seller first', () => {
    const markets = [market('a'), market('b'), buyer('x', { stock: 100 }), buyer('y', { stock: 10 })];
    const hops = (from: string, to: string) => (from === 'a' && to === 'y' ? 6 : 3);
    expect(planHauls(markets, hops, 10)).toEqual([
      { commodity: 'ore', fromStationId: 'b', toStationId: 'y', quantity: 80, hops: 3 },
      { commodity: 'ore', fromStationId: 'a', toStationId: 'x', quantity: 80, hops: 3 },
    ]);
  });

  it.each([
    ['no surplus', market('a', { stock: 600 }), buyer('x'), near],
    ['no need', market('a'), buyer('x', { stock: 400 }), near],
    ['other goods', market('a'), buyer('x', { commodity: 'fuel' }), near],
    ['nine hops', market('a'), buyer('x'), () => 9],
    ['no way', market('a'), buyer('x'), () => Number.POSITIVE_INFINITY],
    ['no room at the seller', market('a', { room: 0 }), buyer('x'), near],
    ['no room at the buyer', market('a'), buyer('x', { room: 0 }), near],
    ['a TradeDock', market('a', { direction: 'both' }), buyer('x'), near],
  ])('there are none with %s', (_why, from, to, hops) => {
    expect(planHauls([from, to], hops, 10)).toEqual([]);
  });

  it('never exceed what is there, what is wanted or what is allowed, and use a market once', () => {
    const side = fc.record({
      stock: fc.integer({ min: 0, max: 1_000 }),
      room: fc.integer({ min: 0, max: 300 }),
      direction: fc.constantFrom('sells' as const, 'buys' as const),
    });
    fc.assert(
      fc.property(fc.array(side, { maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (sides, most) => {
        const markets = sides.map((part, index) => market(`s${String(index).padStart(2, '0')}`, part));
        const of = (id: string) => markets.find(({ stationId }) => stationId === id) ?? market('none');
        const hauls = planHauls(markets, near, most);
        expect(hauls.length).toBeLessThanOrEqual(most);
        for (const { fromStationId, toStationId, quantity } of hauls) {
          const [seller, wants] = [of(fromStationId), of(toStationId)];
          expect(quantity).toBeGreaterThan(0);
          expect(quantity).toBeLessThanOrEqual(Math.min(seller.room, wants.room, seller.stock / 10));
          expect(wants.stock + quantity).toBeLessThanOrEqual(wants.capacity);
        }
        const ends = hauls.flatMap(({ fromStationId, toStationId }) => [fromStationId, toStationId]);
        expect(new Set(ends).size).toBe(ends.length);
      }),
    );
  });
});
