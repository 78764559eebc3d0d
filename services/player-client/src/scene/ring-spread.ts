import type { Ring } from './ring-geometry.ts';
import { pointAt } from './ring-geometry.ts';

/** Length of the ring from north to each whole bearing, clockwise; the last entry is all of it. */
function arcLengths(ring: Ring): readonly number[] {
  const lengths = [0];
  let last = pointAt(ring, 0);
  for (let bearing = 1; bearing <= 360; bearing += 1) {
    const point = pointAt(ring, bearing);
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(point.x - last.x, point.y - last.y));
    last = point;
  }
  return lengths;
}

function lengthAt(lengths: readonly number[], bearing: number): number {
  const whole = Math.floor(bearing);
  const from = lengths[whole] ?? 0;
  return from + (bearing - whole) * ((lengths[whole + 1] ?? from) - from);
}

function bearingAt(lengths: readonly number[], length: number): number {
  const all = lengths.at(-1) ?? 0;
  const wrapped = ((length % all) + all) % all;
  const next = lengths.findIndex((reached) => reached > wrapped);
  const from = lengths[next - 1] ?? 0;
  return next - 1 + (wrapped - from) / Math.max(1e-9, (lengths[next] ?? 0) - from);
}

/**
 * Moves ascending positions apart until neighbours are `gap` from each other,
 * each as little as possible in the sense of least squares (pool adjacent
 * violators over the positions less their share of gaps).
 */
function spreadOnLine(positions: readonly number[], gap: number): readonly number[] {
  const blocks: { mean: number; count: number }[] = [];
  for (const [index, position] of positions.entries()) {
    let block = { mean: position - index * gap, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.mean > block.mean; last = blocks.at(-1)) {
      const count = last.count + block.count;
      block = { mean: (last.mean * last.count + block.mean * block.count) / count, count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks
    .flatMap(({ mean, count }) => Array.from({ length: count }, () => mean))
    .map((mean, index) => mean + index * gap);
}

/**
 * Bearings moved apart until the marks at them are `gap` pixels from each other
 * along the ring, in the same order, each as little as its neighbours allow. A
 * ring too small for all of them gets them evenly.
 */
export function spreadBearings(ring: Ring, bearings: readonly number[], gap: number): readonly number[] {
  if (bearings.length < 2) return bearings;
  const lengths = arcLengths(ring);
  const all = lengths.at(-1) ?? 0;
  const marks = bearings
    .map((bearing, index) => ({ index, at: lengthAt(lengths, ((bearing % 360) + 360) % 360) }))
    .sort((a, b) => a.at - b.at || a.index - b.index);

  // The ring is cut where it is emptiest, and unrolled from there.
  const gapBefore = marks.map(({ at }, index) => (at - (marks.at(index - 1)?.at ?? 0) + all) % all);
  const cut = gapBefore.indexOf(Math.max(...gapBefore));
  const start = marks[cut]?.at ?? 0;
  const order = [...marks.slice(cut), ...marks.slice(0, cut)];
  const unrolled = order.map(({ at }) => (at - start + all) % all);

  let spread = spreadOnLine(unrolled, gap);
  const span = (spread.at(-1) ?? 0) - (spread[0] ?? 0);
  if (span > all - gap) spread = order.map((_, index) => (spread[0] ?? 0) + (index * all) / order.length);

  const placed = [...bearings];
  for (const [place, { index }] of order.entries()) {
    const hasMoved = Math.abs((spread[place] ?? 0) - (unrolled[place] ?? 0)) > 0.01;
    if (hasMoved) placed[index] = bearingAt(lengths, start + (spread[place] ?? 0));
  }
  return placed;
}
