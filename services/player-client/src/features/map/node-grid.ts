import type { Point } from './map-view.ts';

/** Rows of the chart by place, for picking and culling. */
export interface NodeGrid {
  /** The nearest row within `radius` chart units, null when none is. */
  nearest(place: Point, radius: number): number | null;
}

/** Puts every row into a square of `cell` chart units; asking looks at few squares only. */
export function createNodeGrid(x: ArrayLike<number>, y: ArrayLike<number>, cell: number): NodeGrid {
  const squares = new Map<string, number[]>();
  const at = (value: number): number => Math.floor(value / cell);
  for (let row = 0; row < x.length; row += 1) {
    const key = `${at(x[row] ?? 0)},${at(y[row] ?? 0)}`;
    const square = squares.get(key);
    if (square === undefined) squares.set(key, [row]);
    else square.push(row);
  }
  return {
    nearest: (place, radius) => {
      let best: number | null = null;
      let bestDistance = radius * radius;
      for (let column = at(place.x - radius); column <= at(place.x + radius); column += 1)
        for (let line = at(place.y - radius); line <= at(place.y + radius); line += 1)
          for (const row of squares.get(`${column},${line}`) ?? []) {
            const distance = ((x[row] ?? 0) - place.x) ** 2 + ((y[row] ?? 0) - place.y) ** 2;
            if (distance > bestDistance) continue;
            bestDistance = distance;
            best = row;
          }
      return best;
    },
  };
}
