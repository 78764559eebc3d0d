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
