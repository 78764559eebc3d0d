import { describe, expect, it } from 'vitest';
import type { Beliefs } from './beliefs.ts';
import { noBeliefs } from './beliefs.ts';
import { fillHold } from './fill-hold.ts';
import type { TradePairs } from './trade-pairs.ts';

/** One pair of stations with two goods: ore of the rule book's vector, and something dearer but scarce. */
const PAIRS: TradePairs = {
  count: 1,
  seller: Int32Array.of(0),
  buyer: Int32Array.of(1),
  starts: Int32Array.of(0, 2),
  sellMarket: Int32Array.of(0, 2),
  buyMarket: Int32Array.of(1, 3),
  ofSeller: Int32Array.of(0, 1, 1),
};

const beliefs = (scarce: number): Beliefs => {
  const made = noBeliefs(4);
  made.ask.set([25.596, Number.NaN, 100, Number.NaN]);
  made.askSlope.set([0.003888, 0, 0, 0]);
  made.available.set([4_250, 0, scarce, 0]);
  made.bid.set([Number.NaN, 33.396, Number.NaN, 150]);
  made.bidSlope.set([0, 0.003312, 0, 0]);
  made.room.set([0, 4_250, 0, 1_000]);
  return made;
};

describe('fillHold', () => {
  it('ends where the next unit brings nothing: q* 1,083, gain 4,224 (economy 6.3)', () => {
    const { gain, quantities } = fillHold(PAIRS, 0, beliefs(0), 100_000, 1e9);
    expect(quantities[0]).toBe(1_083);
    expect(gain).toBeCloseTo(4_224, -1);
  });

  it('takes the better good first and fills up with the other', () => {
    const { gain, quantities } = fillHold(PAIRS, 0, beliefs(30), 100, 1e9);
    expect([quantities[0], quantities[1]]).toEqual([70, 30]);
    expect(gain).toBeCloseTo(30 * 50 + 70 * 7.8 - (0.0072 * 70 ** 2) / 2, 3);
  });

  it('spends no more than there is', () => {
    const { quantities } = fillHold(PAIRS, 0, beliefs(30), 100, 1_000);
    expect([quantities[0], quantities[1]]).toEqual([0, 10]);
  });

  it('loads nothing where he knows no price', () => {
    expect(fillHold(PAIRS, 0, noBeliefs(4), 100, 1e9).gain).toBe(0);
  });
});
