import { describe, expect, it } from 'vitest';
import { toHex } from './hex.ts';
import { hmacSha256 } from './hmac.ts';
import { utf8 } from './utf8.ts';

const repeated = (byte: number, length: number) => new Uint8Array(length).fill(byte);

/** RFC 4231, test cases 1, 2, 3, 4, 6 and 7. */
const VECTORS: readonly (readonly [string, Uint8Array, Uint8Array, string])[] = [
  [
    'short key',
    repeated(0x0b, 20),
    utf8('Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    'text key',
    utf8('Jefe'),
    utf8('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    'binary message',
    repeated(0xaa, 20),
    repeated(0xdd, 50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    'counting key',
    Uint8Array.from({ length: 25 }, (_, index) => index + 1),
    repeated(0xcd, 50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'key above a block',
    repeated(0xaa, 131),
    utf8('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    'key and message above a block',
    repeated(0xaa, 131),
    utf8(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
];

describe('hmacSha256', () => {
  it.each(VECTORS)('matches RFC 4231: %s', (_name, key, message, digest) => {
    expect(toHex(hmacSha256(key, message))).toBe(digest);
  });
});
