import type { Bounds, Point } from './map-view.ts';

/** Rows of the chart by place, for picking and culling. */
export interface KdTree {
  /** The nearest row within `radius` chart units, null when none is. */
  nearest(place: Point, radius: number): number | null;
  /** Calls `visit` for every row within `bounds`, in no order. */
  within(bounds: Bounds, visit: (row: number) => void): void;
}

type Column = ArrayLike<number>;

/** Below so many rows a branch is searched one by one. */
const LEAF = 12;

/**
 * The rows in the order of a balanced tree: the middle of every range parts it, by x and y in turn. Costs
 * about two milliseconds for 5,000 rows.
 */
export function kdOrder(x: Column, y: Column): Uint32Array {
  const order = Uint32Array.from({ length: x.length }, (_, row) => row);
  const stack: [number, number, boolean][] = [[0, order.length - 1, true]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [low, high, isAcross] = range;
    if (high - low < LEAF) continue;
    const middle = (low + high) >> 1;
    select(order, isAcross ? x : y, low, high, middle);
    stack.push([low, middle - 1, !isAcross], [middle + 1, high, !isAcross]);
  }
  return order;
}

/** Moves the row that belongs at `wanted` there, smaller ones before it, larger ones behind (quickselect). */
function select(order: Uint32Array, by: Column, first: number, last: number, wanted: number): void {
  const valueAt = (at: number): number => by[order[at] ?? 0] ?? 0;
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = valueAt((low + high) >> 1);
    let [left, right] = [low, high];
    while (left <= right) {
      while (valueAt(left) < pivot) left += 1;
      while (valueAt(right) > pivot) right -= 1;
      if (left > right) break;
      const kept = order[left] ?? 0;
      order[left] = order[right] ?? 0;
      order[right] = kept;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else return;
  }
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly isAcross: boolean;
}

/** The halves of a range that the square around something may touch. */
function halvesOf({ low, high, isAcross }: Range, value: number, box: Bounds): readonly Range[] {
  const middle = (low + high) >> 1;
  const halves: Range[] = [];
  if ((isAcross ? box.minX : box.minY) <= value) halves.push({ low, high: middle - 1, isAcross: !isAcross });
  if ((isAcross ? box.maxX : box.maxY) >= value) halves.push({ low: middle + 1, high, isAcross: !isAcross });
  return halves;
}

/** A tree over places; `order` when it was made elsewhere already. */
export function createKdTree(x: Column, y: Column, order: Uint32Array = kdOrder(x, y)): KdTree {
  /** Walks every row whose range touches the square, which may shrink on the way. */
  const walk = (box: () => Bounds, visit: (row: number) => void): void => {
    const stack: Range[] = [{ low: 0, high: order.length - 1, isAcross: true }];
    for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
      if (range.high - range.low < LEAF) {
        for (let at = range.low; at <= range.high; at += 1) visit(order[at] ?? 0);
        continue;
      }
      const row = order[(range.low + range.high) >> 1] ?? 0;
      visit(row);
      stack.push(...halvesOf(range, (range.isAcross ? x : y)[row] ?? 0, box()));
    }
  };
  return {
    nearest: (place, radius) => {
      let best: number | null = null;
      let reach = radius;
      walk(
        () => ({
          minX: place.x - reach,
          minY: place.y - reach,
          maxX: place.x + reach,
          maxY: place.y + reach,
        }),
        (row) => {
          const distance = Math.hypot((x[row] ?? 0) - place.x, (y[row] ?? 0) - place.y);
          if (distance > reach || (distance === reach && best !== null)) return;
          reach = distance;
          best = row;
        },
      );
      return best;
    },
    within: (bounds, visit) =>
      walk(
        () => bounds,
        (row) => {
          const [px, py] = [x[row] ?? 0, y[row] ?? 0];
          if (px >= bounds.minX && px <= bounds.maxX && py >= bounds.minY && py <= bounds.maxY) visit(row);
        },
      ),
  };
}
