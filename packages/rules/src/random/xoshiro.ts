import { sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

const STATE_BYTES = 16;
const TWO_POW_32 = 0x1_0000_0000;

/** A running xoshiro128** generator. Every call of `next` or `roll` takes exactly one draw. */
export interface RandomStream {
  /** The next raw draw: an integer 0..2^32 − 1. */
  next(): number;
  /** An integer 0..n − 1, `floor(next() × n / 2^32)`. Refuses n outside 1..2^32 with a RangeError. */
  roll(n: number): number;
  /** The present state, 16 bytes as four big-endian uint32: `streamFromState` continues from here. */
  state(): Uint8Array;
}

/**
 * The stream of one purpose (rule book, README 4): its state is the first 16 bytes of
 * SHA-256(seed + "|" + purpose). Use one stream per purpose, so that a new draw in one never shifts another.
 */
export function createStream(seed: string, purpose: string): RandomStream {
  const digest = sha256(utf8(`${seed}|${purpose}`));
  const first = digest.slice(0, STATE_BYTES);
  // The all-zero state is the generator's only fixed point; the other half of the digest is the redraw.
  return streamFromState(first.some((byte) => byte !== 0) ? first : digest.slice(STATE_BYTES));
}

/**
 * Continues a stream from a stored or freshly drawn state of 16 bytes.
 * Refuses another length and the all-zero state with a RangeError: the caller redraws.
 */
export function streamFromState(bytes: Uint8Array): RandomStream {
  if (bytes.length !== STATE_BYTES || bytes.every((byte) => byte === 0)) {
    throw new RangeError('a random state is 16 bytes that are not all zero');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, STATE_BYTES);
  let s0 = view.getUint32(0);
  let s1 = view.getUint32(4);
  let s2 = view.getUint32(8);
  let s3 = view.getUint32(12);

  function next(): number {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result;
  }

  function roll(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > TWO_POW_32) {
      throw new RangeError(`roll needs an integer 1..2^32, got ${n}`);
    }
    return Math.floor((next() * n) / TWO_POW_32);
  }

  function state(): Uint8Array {
    const copy = new DataView(new ArrayBuffer(STATE_BYTES));
    [s0, s1, s2, s3].forEach((word, index) => {
      copy.setUint32(index * 4, word >>> 0);
    });
    return new Uint8Array(copy.buffer);
  }

  return { next, roll, state };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
