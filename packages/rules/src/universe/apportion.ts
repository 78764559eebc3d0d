/**
 * Splits a total into whole parts in proportion to integer weights by largest remainder; ties go to the lower
 * index. The parts always sum to the total.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const missing = total - parts.reduce((left, right) => left + right, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) {
    parts[index] = parts[index]! + 1;
  }
  return parts;
}

/** Rounds a non-negative share `numerator / denominator` of integers to the nearest integer, halves up. */
export function roundedShare(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
