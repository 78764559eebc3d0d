/** Round figures an order is likely to have, smallest first. */
const ROUND = [
  1, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 2000, 5000,
] as const;

/**
 * The quantities the slope table shows: round figures below the most that goes, that most itself, and
 * the quantity in the ticket; at most `rows`, spread over the whole range.
 */
export function slopeSteps(most: number, quantity: number, rows = 8): readonly number[] {
  if (most <= 0) return [];
  const wanted = [
    ...new Set([...ROUND.filter((step) => step < most), most, ...(quantity > 0 ? [quantity] : [])]),
  ]
    .filter((step) => step <= most)
    .sort((a, b) => a - b);
  if (wanted.length <= rows) return wanted;
  const kept = new Set([wanted[0], most, quantity]);
  const spread = Array.from(
    { length: rows },
    (_, index) => wanted[Math.round((index * (wanted.length - 1)) / (rows - 1))],
  );
  for (const step of spread) if (kept.size < rows) kept.add(step);
  return wanted.filter((step) => kept.has(step));
}
