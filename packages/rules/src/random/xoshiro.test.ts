import { describe, expect, it } from 'vitest';
import { toHex } from './hex.ts';
import { createStream, streamFromState } from './xoshiro.ts';

const STATE_1234 = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4);
const REFERENCE_1234 = [
  11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
];

describe('xoshiro128**', () => {
  it('matches the reference implementation from the state 1, 2, 3, 4', () => {
    const stream = streamFromState(STATE_1234);
    expect(REFERENCE_1234.map(() => stream.next())).toEqual(REFERENCE_1234);
  });

  it('seeds a stream with the first 16 bytes of SHA-256(seed|purpose)', () => {
    expect(toHex(createStream('abc', 'layout').state())).toBe('8918840de243521abe254c83cc2ec667');
  });

  it('continues from a saved state', () => {
    const stream = createStream('seed', 'purpose');
    stream.next();
    const copy = streamFromState(stream.state());
    const ahead = [stream.next(), stream.next(), stream.next()];
    expect([copy.next(), copy.next(), copy.next()]).toEqual(ahead);
  });

  it('keeps purposes apart', () => {
    expect(createStream('seed', 'a').next()).not.toBe(createStream('seed', 'b').next());
  });

  it('rolls floor(next × n / 2^32)', () => {
    const raw = createStream('seed', 'rolls');
    const rolled = createStream('seed', 'rolls');
    for (let n = 1; n <= 300; n++) {
      const expected = Number((BigInt(raw.next()) * BigInt(n)) >> 32n);
      expect(rolled.roll(n)).toBe(expected);
    }
  });

  it('reaches every face of a die about equally often', () => {
    const stream = createStream('fair', 'die');
    const faces = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) {
      const face = stream.roll(6);
      faces[face] = (faces[face] ?? 0) + 1;
    }
    expect(Math.min(...faces)).toBeGreaterThan(9_600);
    expect(Math.max(...faces)).toBeLessThan(10_400);
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses roll(%d)', (n) => {
    expect(() => createStream('seed', 'purpose').roll(n)).toThrow(RangeError);
  });

  it.each([
    ['all zero', new Uint8Array(16)],
    ['too short', STATE_1234.subarray(1)],
  ])('refuses a state that is %s', (_name, state) => {
    expect(() => streamFromState(state)).toThrow(RangeError);
  });
});
