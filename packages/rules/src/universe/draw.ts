import type { RandomStream } from '../random/index.ts';

/** Anything that can be chosen by an integer weight. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** An integer of lo..hi, both included. Takes one draw. */
export function rollBetween(stream: RandomStream, lo: number, hi: number): number {
  return lo + stream.roll(hi - lo + 1);
}

/** A shuffled copy (Fisher–Yates from the end). Takes one draw fewer than there are items. */
export function shuffled<T>(stream: RandomStream, items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = stream.roll(i + 1);
    const held = copy[i]!;
    copy[i] = copy[j]!;
    copy[j] = held;
  }
  return copy;
}

/** One of the items, each equally likely. Refuses an empty list with a RangeError. */
export function pickOne<T>(stream: RandomStream, items: readonly T[]): T {
  return items[stream.roll(items.length)]!;
}

/** One value, chances in proportion to the weights. Refuses a list without weight with a RangeError. */
export function pickWeighted<T>(stream: RandomStream, entries: Weighted<T>): T {
  let rest = stream.roll(entries.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [value, weight] of entries) {
    if (rest < weight) {
      return value;
    }
    rest -= weight;
  }
  throw new RangeError('a roll below the sum of weights always falls on an entry');
}

/**
 * The items in weighted random order without repetition: each puts `weightOf` tickets into one shuffled urn and
 * ranks by its first ticket, which equals drawing without replacement in proportion to the weights.
 * An item without tickets is left out.
 */
export function weightedOrder<T>(
  stream: RandomStream,
  items: readonly T[],
  weightOf: (item: T) => number,
): T[] {
  const tickets = items.flatMap((item) => new Array<T>(weightOf(item)).fill(item));
  return [...new Set(shuffled(stream, tickets))];
}
