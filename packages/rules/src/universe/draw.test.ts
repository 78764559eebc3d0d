import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../random/index.ts';
import { pickWeighted, rollBetween, shuffled, weightedOrder } from './draw.ts';

describe('shuffled', () => {
  it('keeps every item and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const after = shuffled(createStream(seed, 'shuffle'), items);
        expect(items).toEqual(before);
        expect([...after].sort()).toEqual([...items].sort());
      }),
    );
  });

  it('brings every item to the front about equally often', () => {
    const stream = createStream('fair', 'shuffle');
    const first = [0, 0, 0, 0];
    for (let i = 0; i < 8_000; i++) {
      first[shuffled(stream, [0, 1, 2, 3])[0]!]!++;
    }
    expect(Math.min(...first)).toBeGreaterThan(1_850);
    expect(Math.max(...first)).toBeLessThan(2_150);
  });
});

describe('rollBetween', () => {
  it('reaches both ends and nothing beyond', () => {
    const stream = createStream('seed', 'range');
    const seen = new Set(Array.from({ length: 500 }, () => rollBetween(stream, -2, 3)));
    expect([...seen].sort((left, right) => left - right)).toEqual([-2, -1, 0, 1, 2, 3]);
  });
});

describe('pickWeighted', () => {
  it('follows the weights and never picks weight 0', () => {
    const stream = createStream('seed', 'weights');
    const counts = { rare: 0, never: 0, common: 0 };
    for (let i = 0; i < 10_000; i++) {
      const value = pickWeighted(stream, [
        ['rare', 1],
        ['never', 0],
        ['common', 9],
      ] as const);
      counts[value]++;
    }
    expect(counts.never).toBe(0);
    expect(counts.rare).toBeGreaterThan(850);
    expect(counts.rare).toBeLessThan(1_150);
  });

  it('refuses a list without weight', () => {
    expect(() => pickWeighted(createStream('seed', 'weights'), [['x', 0]])).toThrow(RangeError);
  });
});

describe('weightedOrder', () => {
  it('lists every item with weight once', () => {
    const order = weightedOrder(createStream('seed', 'order'), [1, 2, 3, 4], (item) =>
      item === 3 ? 0 : item,
    );
    expect([...order].sort()).toEqual([1, 2, 4]);
  });

  it('puts a threefold weight first three times as often', () => {
    const stream = createStream('seed', 'odds');
    let heavyFirst = 0;
    for (let i = 0; i < 8_000; i++) {
      const [first] = weightedOrder(stream, ['heavy', 'light'], (item) => (item === 'heavy' ? 3 : 1));
      heavyFirst += first === 'heavy' ? 1 : 0;
    }
    expect(heavyFirst).toBeGreaterThan(5_850);
    expect(heavyFirst).toBeLessThan(6_150);
  });
});
