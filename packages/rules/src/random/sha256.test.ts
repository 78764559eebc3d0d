import { describe, expect, it } from 'vitest';
import { toHex } from './hex.ts';
import { sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

/** Published FIPS 180-4 example digests, plus lengths on both sides of every padding boundary. */
const VECTORS: readonly (readonly [string, string, string])[] = [
  ['empty', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['one block', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'two blocks by padding',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    'two full blocks',
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
];

describe('sha256', () => {
  it.each(VECTORS)('matches the published digest: %s', (_name, text, digest) => {
    expect(toHex(sha256(utf8(text)))).toBe(digest);
  });

  it('matches the published digest of a million letters', () => {
    const million = new Uint8Array(1_000_000).fill(0x61);
    expect(toHex(sha256(million))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it.each([
    [55, '9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318'],
    [56, 'b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a'],
    [63, '7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34'],
    [64, 'ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb'],
  ])('pads %i letters a correctly', (length, digest) => {
    expect(toHex(sha256(new Uint8Array(length).fill(0x61)))).toBe(digest);
  });

  it('reads a view at its own offset', () => {
    const bytes = utf8('xxabcxx');
    expect(toHex(sha256(bytes.subarray(2, 5)))).toBe(toHex(sha256(utf8('abc'))));
  });
});
