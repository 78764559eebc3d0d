import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid } from './request-id.ts';
import { createUuidV7 } from './uuidv7.ts';

const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
const zeros = (target: Uint8Array): void => void target.fill(0);
const ones = (target: Uint8Array): void => void target.fill(0xff);

describe('createUuidV7', () => {
  it('places time, version, counter and variant as RFC 9562 says', () => {
    expect(createUuidV7(() => 0x0123_4567_89ab, zeros)()).toBe('01234567-89ab-7000-8000-000000000000');
    expect(createUuidV7(() => 0x0123_4567_89ab, ones)()).toBe('01234567-89ab-77ff-bfff-ffffffffffff');
  });

  it('counts up while the clock stands still', () => {
    const next = createUuidV7(() => 1, zeros);
    const ids = Array.from({ length: 5 }, next);
    expect(ids[1]).toBe('00000000-0001-7000-8000-040000000000');
    expect([...ids].sort()).toEqual(ids);
  });

  it('goes on with the last time when the clock is set back', () => {
    let now = 1000;
    const next = createUuidV7(() => now);
    const before = next();
    now = 10;
    const after = next();
    expect(after > before).toBe(true);
    expect(timeOf(after)).toBe(1000);
  });

  it('is unique and increasing for any course of the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 600 }), (steps) => {
        let now = 1_700_000_000_000;
        const next = createUuidV7(() => now);
        let last = '';
        for (const step of steps) {
          now += step;
          const id = next();
          expect(id > last && isUuid(id)).toBe(true);
          last = id;
        }
      }),
    );
  });

  it('gives different generators different ids in the same millisecond', () => {
    const ids = Array.from({ length: 100 }, () => createUuidV7(() => 5)());
    expect(new Set(ids).size).toBe(100);
  });
});
