import { randomFillSync } from 'node:crypto';

/** Random bytes of the operating system; tests inject a seeded source. */
export type RandomBytes = (length: number) => Uint8Array;

const POOL_BYTES = 4096;
const pool = new Uint8Array(POOL_BYTES);
let given = POOL_BYTES;

/**
 * Random bytes of the operating system. They are fetched a page at a time, because a call costs more than what it
 * brings and every move asks for sixteen; each byte is given once and forgotten here.
 */
export const systemRandom: RandomBytes = (length) => {
  if (length > POOL_BYTES) return randomFillSync(new Uint8Array(length));
  if (given + length > POOL_BYTES) {
    randomFillSync(pool);
    given = 0;
  }
  const bytes = pool.slice(given, given + length);
  pool.fill(0, given, given + length);
  given += length;
  return bytes;
};
