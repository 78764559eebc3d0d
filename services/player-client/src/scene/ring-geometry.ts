/** Pixels of the window, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The compass as it is seen: a circle around the ship, tilted into an ellipse. */
export interface Ring {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

/** The ring of a window of this size. */
export function ringOf(width: number, height: number): Ring {
  return { cx: width / 2, cy: height * 0.539, rx: width * 0.44, ry: height * 0.3475 };
}

/** Place of a bearing on the ring; `outward` moves it off the ring, in pixels along the long axis. */
export function pointAt(ring: Ring, bearingDeg: number, outward = 0): Point {
  const angle = (bearingDeg * Math.PI) / 180;
  return {
    x: ring.cx + Math.sin(angle) * (ring.rx + outward),
    y: ring.cy - Math.cos(angle) * (ring.ry + outward * 0.5),
  };
}

/** Smallest turn from one bearing to the other, 0 to 180. */
export function bearingDistance(a: number, b: number): number {
  return Math.abs(((((a - b) % 360) + 540) % 360) - 180);
}

/** Pixels along the ring for a degree at this bearing. */
function pixelsPerDegree(ring: Ring, bearingDeg: number): number {
  const angle = (bearingDeg * Math.PI) / 180;
  return (Math.hypot(Math.cos(angle) * ring.rx, Math.sin(angle) * ring.ry) * Math.PI) / 180;
}

const MAX_ROUNDS = 60;

/**
 * Moves bearings apart until the marks at them are `gap` pixels from each
 * other, each as little as its neighbours allow and never past one another.
 * More marks than the ring can hold come as near to it as 60 rounds bring them.
 */
export function spreadBearings(ring: Ring, bearings: readonly number[], gap: number): readonly number[] {
  const order = bearings.map((_, index) => index).sort((a, b) => (bearings[a] ?? 0) - (bearings[b] ?? 0));
  const placed = [...bearings];
  for (let round = 0; round < MAX_ROUNDS; round += 1) if (!pushApart(ring, placed, order, gap)) break;
  return placed.map((bearing) => ((bearing % 360) + 360) % 360);
}

/** One round over all neighbours, the last and the first included; false when nothing had to move. */
function pushApart(ring: Ring, placed: number[], order: readonly number[], gap: number): boolean {
  let hasMoved = false;
  const pairs = order.length > 1 ? order.length : 0;
  for (let place = 0; place < pairs; place += 1) {
    const left = order[place] ?? 0;
    const right = order[(place + 1) % order.length] ?? 0;
    const a = placed[left] ?? 0;
    const b = placed[right] ?? 0;
    const from = pointAt(ring, a);
    const to = pointAt(ring, b);
    const missing = gap - Math.hypot(from.x - to.x, from.y - to.y);
    if (missing <= 0.5) continue;
    const step = missing / 2 / Math.max(1, pixelsPerDegree(ring, (a + b) / 2));
    placed[left] = a - step;
    placed[right] = b + step;
    hasMoved = true;
  }
  return hasMoved;
}
