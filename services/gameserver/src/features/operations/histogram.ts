/** How many answers took at most a bound; the last number counts those above every bound. */
export type Buckets = readonly number[];

/** Adds the counts of two processes or moments; both must have the same bounds. */
export const addBuckets = (a: Buckets, b: Buckets): Buckets =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));

/**
 * The value below which a share of all measurements lies, spread evenly within its bucket; null when nothing
 * was measured. Above the highest bound nothing is known but that bound.
 */
export const quantile = (bounds: readonly number[], buckets: Buckets, share: number): number | null => {
  const total = buckets.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let before = 0;
  for (const [index, upper] of bounds.entries()) {
    const count = buckets[index] ?? 0;
    if (before + count >= wanted && count > 0) {
      const lower = bounds[index - 1] ?? 0;
      return lower + ((upper - lower) * (wanted - before)) / count;
    }
    before += count;
  }
  return bounds.at(-1) ?? null;
};
