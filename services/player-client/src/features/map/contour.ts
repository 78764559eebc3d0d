/** Values at the corners of a square lattice, row by row. */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

export interface Contour {
  /** Lattice coordinates, x and y in turn. */
  readonly points: Float32Array;
  readonly isClosed: boolean;
}

/** Sides of a cell in its own order: top, right, bottom, left. */
type Side = 0 | 1 | 2 | 3;

/**
 * Which sides a contour enters and leaves by, for each of the sixteen cases (bit 0 top left, 1 top right,
 * 2 bottom right, 3 bottom left is inside). The inside lies to the same hand everywhere, so lines chain up.
 */
const CROSSINGS: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/**
 * The lines along which a lattice is zero, chained (marching squares with linear interpolation). A cell
 * with a corner that `isOpen` refuses is left out, which cuts lines open.
 */
export function traceContours(lattice: Lattice, isOpen?: (corner: number) => boolean): readonly Contour[] {
  const { columns, rows, values } = lattice;
  const next = new Map<number, number>();
  const entered = new Set<number>();
  // Every lattice edge has a number: two for each corner, to its right and down from it.
  const edgeOf = (corner: number, side: Side): number => {
    if (side === 0) return corner * 2;
    if (side === 1) return (corner + 1) * 2 + 1;
    return side === 2 ? (corner + columns) * 2 : corner * 2 + 1;
  };
  for (let line = 0; line < rows - 1; line += 1)
    for (let column = 0; column < columns - 1; column += 1) {
      const corner = line * columns + column;
      const corners = [corner, corner + 1, corner + columns + 1, corner + columns];
      const kind = corners.reduce((bits, at, bit) => bits | ((values[at] ?? 0) > 0 ? 1 << bit : 0), 0);
      if (kind === 0 || kind === 15) continue;
      if (isOpen !== undefined && !corners.every(isOpen)) continue;
      for (const [from, to] of CROSSINGS[kind] ?? []) {
        const target = edgeOf(corner, to);
        next.set(edgeOf(corner, from), target);
        entered.add(target);
      }
    }
  const point = (edge: number): readonly [number, number] => {
    const corner = Math.floor(edge / 2);
    const isDown = edge % 2 === 1;
    const a = values[corner] ?? 0;
    const b = values[corner + (isDown ? columns : 1)] ?? 0;
    const share = a === b ? 0.5 : a / (a - b);
    const [x, y] = [corner % columns, Math.floor(corner / columns)];
    return isDown ? [x, y + share] : [x + share, y];
  };
  const walk = (start: number, isClosed: boolean): Contour => {
    const points: number[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined) {
      points.push(...point(edge));
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      edge = following === start ? undefined : following;
    }
    return { points: Float32Array.from(points), isClosed };
  };
  const open = [...next.keys()].filter((edge) => !entered.has(edge)).map((edge) => walk(edge, false));
  const closed: Contour[] = [];
  for (const edge of [...next.keys()]) if (next.has(edge)) closed.push(walk(edge, true));
  return [...open, ...closed];
}
