import { expect, it } from 'vitest';
import { systemRandom } from './random.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('gives as many bytes as asked for, none of them twice', () => {
  const lengths = [0, 1, 16, 32, 4095, 4096, 4097, 10_000];
  for (const length of lengths) expect(systemRandom(length)).toHaveLength(length);
  const tokens = Array.from({ length: 2_000 }, () => hex(systemRandom(16)));
  expect(new Set(tokens).size).toBe(tokens.length);
});

it('gives bytes of their own: nobody sees what another does with his', () => {
  const mine = systemRandom(16);
  const before = hex(mine);
  systemRandom(16).fill(7);
  expect(hex(mine)).toBe(before);
  expect(mine.buffer).not.toBe(systemRandom(16).buffer);
});

it('never hands out bytes that were not fetched', () => {
  const zeros = Array.from({ length: 5_000 }, () => systemRandom(32)).filter((bytes) =>
    bytes.every((b) => b === 0),
  );
  expect(zeros).toEqual([]);
});
