/** Integer coordinates of sectors, by sector index. */
export interface Points {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly z: Int32Array;
}

const ROW = 65_536;

/** Squared distance of two points: exact, so that no comparison ever depends on a rounded root. */
export function distanceSquared(points: Points, a: number, b: number): number {
  const dx = points.x[a]! - points.x[b]!;
  const dy = points.y[a]! - points.y[b]!;
  const dz = points.z[a]! - points.z[b]!;
  return dx * dx + dy * dy + dz * dz;
}

/** Distance in light years, rounded to the nearest integer. */
export function roundedDistance(points: Points, a: number, b: number): number {
  return Math.floor(Math.sqrt(distanceSquared(points, a, b)) + 0.5);
}

/** Buckets points by x and y so that a neighbourhood is found without looking at the whole region. */
export class SpatialGrid {
  private readonly points: Points;
  private readonly cell: number;
  private readonly buckets = new Map<number, number[]>();

  constructor(points: Points, cell: number) {
    this.points = points;
    this.cell = cell;
  }

  /** Makes a point findable; its coordinates must be final. */
  add(index: number): void {
    const key = this.column(this.points.x[index]!) * ROW + this.column(this.points.y[index]!);
    const bucket = this.buckets.get(key);
    if (bucket) {
      bucket.push(index);
    } else {
      this.buckets.set(key, [index]);
    }
  }

  /** The added points within the radius of a place, in a fixed but meaningless order. */
  within(x: number, y: number, z: number, radius: number): number[] {
    const found: number[] = [];
    const limit = radius * radius;
    for (let column = this.column(x - radius); column <= this.column(x + radius); column++) {
      for (let row = this.column(y - radius); row <= this.column(y + radius); row++) {
        for (const index of this.buckets.get(column * ROW + row) ?? []) {
          if (squared(this.points, index, x, y, z) <= limit) {
            found.push(index);
          }
        }
      }
    }
    return found;
  }

  /** Whether every added point is at least the gap away from a place. */
  isFree(x: number, y: number, z: number, gap: number): boolean {
    return this.within(x, y, z, gap).every((index) => squared(this.points, index, x, y, z) >= gap * gap);
  }

  /** The added points within the radius of a point, without the point itself. */
  around(index: number, radius: number): number[] {
    const { x, y, z } = this.points;
    return this.within(x[index]!, y[index]!, z[index]!, radius).filter((other) => other !== index);
  }

  private column(coordinate: number): number {
    return Math.floor(coordinate / this.cell);
  }
}

function squared(points: Points, index: number, x: number, y: number, z: number): number {
  const dx = points.x[index]! - x;
  const dy = points.y[index]! - y;
  const dz = points.z[index]! - z;
  return dx * dx + dy * dy + dz * dz;
}

/** A grid that holds the given points. */
export function gridOf(points: Points, indices: Iterable<number>, cell: number): SpatialGrid {
  const grid = new SpatialGrid(points, cell);
  for (const index of indices) {
    grid.add(index);
  }
  return grid;
}
