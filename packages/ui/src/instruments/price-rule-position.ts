/**
 * Place of a price on its usual range, in percent of the rule's length,
 * rounded to a tenth. Prices outside the range sit on the nearer end; a range
 * without width puts everything in the middle.
 */
export function positionOnRange(price: number | bigint, low: number | bigint, high: number | bigint): number {
  const [value, from, to] = [Number(price), Number(low), Number(high)];
  if (!(to > from)) return 50;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.round(share * 1000) / 10;
}
