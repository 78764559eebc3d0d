import { randomBytes } from 'node:crypto';

/** Random bytes of the operating system; tests inject a seeded source. */
export type RandomBytes = (length: number) => Uint8Array;

export const systemRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length));
