import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarket } from '../testing/build-trade.ts';
import { PLAYERS_PER_DEPTH } from './constants.ts';
import { flowFactor, marketDepth, paceMarket } from './market-pace.ts';

const BASE = { capacity: 5_000, flowPerHour: 50 };

describe('paceMarket', () => {
  it.each([
    [0, 50, 5_000],
    [1, 50, 5_000],
    [2, 100, 5_020],
    [10, 500, 5_180],
    [100, 5_000, 6_980],
    [1 + PLAYERS_PER_DEPTH, 12_550, 10_000],
    [500, 25_000, 14_980],
  ])('with %d active players makes %d an hour and holds %d', (players, flowPerHour, capacity) => {
    expect(paceMarket(buildMarket(), BASE, players)).toMatchObject({ flowPerHour, capacity });
  });

  it('keeps the share of the shelf that is full, and with it the price', () => {
    const row = buildMarket({ stock: 4_250, capacity: 5_000 });
    const crowded = paceMarket(row, BASE, 1 + PLAYERS_PER_DEPTH);
    expect(crowded).toMatchObject({ stock: 8_500, capacity: 10_000, version: row.version + 1 });
    expect(paceMarket(crowded, BASE, 1)).toMatchObject({ stock: 4_250, capacity: 5_000 });
  });

  it('changes nothing but the flow where the depth stays', () => {
    const row = buildMarket({ capacity: 5_000 });
    expect(paceMarket(row, { ...BASE, flowPerHour: 75 }, 1)).toEqual({ ...row, flowPerHour: 75 });
  });

  it('never holds more than fits, and never loses more than a unit on the way there and back', () => {
    const players = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(players, players, fc.integer({ min: 0, max: 5_000 }), (before, after, share) => {
        const at = paceMarket(buildMarket({ stock: share, capacity: 5_000 }), BASE, before);
        const then = paceMarket(at, BASE, after);
        expect(then.stock).toBeGreaterThanOrEqual(0);
        expect(then.stock).toBeLessThanOrEqual(then.capacity);
        const back = paceMarket(then, BASE, before);
        expect(back.capacity).toBe(at.capacity);
        const lost = Math.ceil(at.capacity / then.capacity) + 1;
        expect(at.stock - back.stock).toBeGreaterThanOrEqual(0);
        expect(at.stock - back.stock).toBeLessThanOrEqual(lost);
      }),
    );
  });

  it('is the same for a region nobody counts in as for one player', () => {
    expect([flowFactor(0), marketDepth(0)]).toEqual([flowFactor(1), marketDepth(1)]);
  });
});
