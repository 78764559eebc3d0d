import { randomFillSync } from 'node:crypto';

/** Fills the array with random bytes. */
export type FillRandom = (target: Uint8Array) => void;

const BYTES_PER_ID = 10;
const IDS_PER_REFILL = 256;
/** 12 bits of rand_a and the 20 upper bits of rand_b count within one millisecond. */
const COUNTER_LIMIT = 2 ** 32;
/** A fresh millisecond starts below this, so that at least 2^31 ids fit before the counter is full. */
const COUNTER_START_MASK = 0x7fff_ffff;

/**
 * Makes a generator of UUIDs version 7 (RFC 9562, method 1: a fixed-length counter seeded at random).
 * Ids of one generator are strictly increasing as text, also when the clock stands still or is set
 * back: then the last time seen is used on. A full counter borrows the next millisecond.
 *
 * @param now the clock, in milliseconds since the epoch
 * @param fillRandom source of randomness; the operating system's unless a test injects one
 */
export const createUuidV7 = (now: () => number, fillRandom: FillRandom = randomFillSync): (() => string) => {
  const pool = new Uint8Array(BYTES_PER_ID * IDS_PER_REFILL);
  const view = new DataView(pool.buffer);
  let offset = pool.length;
  let lastMs = -1;
  let counter = 0;

  return () => {
    if (offset === pool.length) {
      fillRandom(pool);
      offset = 0;
    }
    const nowMs = Math.floor(now());
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = view.getUint32(offset) & COUNTER_START_MASK;
    } else {
      counter += 1;
      if (counter === COUNTER_LIMIT) {
        lastMs += 1;
        counter = 0;
      }
    }
    const tailHigh = view.getUint16(offset + 4);
    const tailLow = view.getUint32(offset + 6);
    offset += BYTES_PER_ID;
    return format(lastMs, counter, tailHigh, tailLow);
  };
};

/** 48 bits of time, version 7, 12 bits counter, variant 10, 20 bits counter, 42 bits random. */
const format = (timeMs: number, counter: number, tailHigh: number, tailLow: number): string => {
  const time = hex(timeMs, 12);
  const counterHigh = Math.floor(counter / 2 ** 20);
  const counterLow = counter % 2 ** 20;
  const variantWord = 0x8000 | (counterLow >>> 6);
  const nodeHigh = ((counterLow & 0x3f) << 10) | (tailHigh & 0x3ff);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counterHigh, 3)}-${hex(variantWord, 4)}-${hex(nodeHigh, 4)}${hex(tailLow, 8)}`;
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
