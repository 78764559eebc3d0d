import type { RandomStream } from '@sw/rules';
import { createStream } from '@sw/rules';

/** A generator of the game's own family for a test: the same seed draws the same numbers. */
export function seededRandom(seed: string): RandomStream {
  return createStream(seed, 'test');
}

/** Repeatable bytes where production draws from the operating system. */
export function seededBytes(seed: string): (length: number) => Uint8Array {
  const stream = seededRandom(seed);
  return (length) => Uint8Array.from({ length }, () => stream.roll(256));
}
