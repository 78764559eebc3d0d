/** A point of the decorative chart, on its 960 × 820 picture. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isStation: boolean;
}

export interface StarChart {
  readonly points: readonly ChartPoint[];
  /** Pairs of indices. */
  readonly lanes: readonly (readonly [number, number])[];
  /** Indices from the start of the sample run to its end: eight points, seven hops. */
  readonly route: readonly number[];
}

const POINTS = 168;
const SPACING = 46;
const CENTRE = { x: 560, y: 420 };
const RADII = { x: 440, y: 382 };
const ROUTE_HOPS = 7;
const ROUTE_START = { x: 562, y: 560 };
const ROUTE_END = { x: 830, y: 350 };
const STATION_EVERY = 5;

/** mulberry32: the same picture for every visitor, from 4 lines instead of 30 KB of path data. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const squared = (a: Place, b: Place): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

function scatter(next: () => number): ChartPoint[] {
  const points: ChartPoint[] = [];
  for (let tries = 0; points.length < POINTS && tries < 40_000; tries += 1) {
    const x = Math.round(CENTRE.x + (next() * 2 - 1) * RADII.x);
    const y = Math.round(CENTRE.y + (next() * 2 - 1) * RADII.y);
    const inside = ((x - CENTRE.x) / RADII.x) ** 2 + ((y - CENTRE.y) / RADII.y) ** 2 < 1;
    if (!inside || points.some((point) => squared(point, { x, y }) < SPACING ** 2)) continue;
    const radius = Math.round(15 + next() * 11) / 10;
    points.push({ x, y, radius, isStation: points.length % STATION_EVERY === 0 });
  }
  return points;
}

/** Relative neighbourhood: a lane wherever no third point is nearer to both ends. */
function connect(points: readonly ChartPoint[]): (readonly [number, number])[] {
  const lanes: (readonly [number, number])[] = [];
  points.forEach((a, i) => {
    for (let j = i + 1; j < points.length; j += 1) {
      const b = points[j];
      if (b === undefined) continue;
      const length = squared(a, b);
      const blocked = points.some((c) => squared(a, c) < length && squared(b, c) < length);
      if (!blocked) lanes.push([i, j]);
    }
  });
  return lanes;
}

function nearest(points: readonly ChartPoint[], to: Place, among: (index: number) => boolean): number {
  let best = -1;
  points.forEach((point, index) => {
    const rival = points[best];
    if (among(index) && (rival === undefined || squared(point, to) < squared(rival, to))) best = index;
  });
  return best;
}

/** The way of the sample run: exactly seven hops, because the text beside it says so. */
function findRoute(points: readonly ChartPoint[], lanes: readonly (readonly [number, number])[]): number[] {
  const start = nearest(points, ROUTE_START, () => true);
  const before = new Map<number, number>([[start, -1]]);
  const hops = new Map<number, number>([[start, 0]]);
  const queue = [start];
  for (const from of queue) {
    for (const [a, b] of lanes) {
      const to = a === from ? b : b === from ? a : -1;
      if (to < 0 || before.has(to)) continue;
      before.set(to, from);
      hops.set(to, (hops.get(from) ?? 0) + 1);
      queue.push(to);
    }
  }
  const route: number[] = [];
  let at = nearest(points, ROUTE_END, (index) => hops.get(index) === ROUTE_HOPS);
  while (at >= 0) {
    route.unshift(at);
    at = before.get(at) ?? -1;
  }
  return route;
}

/** Draws up the chart behind the landing page; pure, the same on every call. */
export function buildStarChart(): StarChart {
  const points = scatter(stream(2102));
  const lanes = connect(points);
  return { points, lanes, route: findRoute(points, lanes) };
}
