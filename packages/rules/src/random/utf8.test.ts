import { describe, expect, it } from 'vitest';
import { toHex } from './hex.ts';
import { utf8 } from './utf8.ts';

describe('utf8', () => {
  it.each([
    ['A|b', '417c62'],
    ['é', 'c3a9'],
    ['€', 'e282ac'],
    ['🚀', 'f09f9a80'],
    ['\ud800', 'efbfbd'],
    ['\udc00x', 'efbfbd78'],
  ])('encodes %j', (text, hex) => {
    expect(toHex(utf8(text))).toBe(hex);
  });
});
