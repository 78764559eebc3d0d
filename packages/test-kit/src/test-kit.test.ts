import { describe, expect, it } from 'vitest';
import { fixedClock, TEST_EPOCH_MS } from './fixed-clock.ts';
import { seededBytes, seededRandom } from './seeded-random.ts';
import { sequentialIds } from './sequential-ids.ts';

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock();
    expect([clock(), clock()]).toEqual([TEST_EPOCH_MS, TEST_EPOCH_MS]);
    clock.advance(1_500);
    expect(clock()).toBe(TEST_EPOCH_MS + 1_500);
    clock.set(7);
    expect(clock()).toBe(7);
  });

  it('does not run backwards', () => {
    expect(() => fixedClock().advance(-1)).toThrow(RangeError);
  });
});

describe('seeded sources', () => {
  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: string): number[] => {
      const stream = seededRandom(seed);
      return Array.from({ length: 8 }, () => stream.next());
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('goes on where it was', () => {
    const bytes = seededBytes('a');
    expect(bytes(16)).not.toEqual(bytes(16));
    expect(bytes(3)).toHaveLength(3);
  });
});

describe('sequentialIds', () => {
  it('makes distinct, sorted ids shaped like UUIDv7', () => {
    const next = sequentialIds(5);
    const ids = Array.from({ length: 300 }, () => next());
    expect(new Set(ids).size).toBe(300);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps families apart', () => {
    expect(sequentialIds(1)()).not.toBe(sequentialIds(2)());
  });
});
