import type { Frame } from '../scene-frame.ts';

/** Where the camera of the galaxy stands: it looks at a place of the chart from a distance and an angle. */
export interface Orbit {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly distance: number;
  /** Around the upright, radians; 0 has north away from the eye. */
  readonly azimuth: number;
  /** From straight above, radians. */
  readonly tilt: number;
}

export interface OrbitLimits {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly nearest: number;
  readonly furthest: number;
}

export interface Place3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Degrees of the camera from top to bottom, and how far it may lean. */
export const FIELD_OF_VIEW = 38;
export const LEAST_TILT = 0.02;
export const MOST_TILT = 1.32;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const HALF_VIEW = Math.tan(((FIELD_OF_VIEW / 2) * Math.PI) / 180);

/** The nearest allowed orbit. */
export function clampOrbit(orbit: Orbit, limits: OrbitLimits): Orbit {
  return {
    ...orbit,
    x: within(orbit.x, limits.minX, limits.maxX),
    y: within(orbit.y, limits.minY, limits.maxY),
    distance: within(orbit.distance, limits.nearest, limits.furthest),
    tilt: within(orbit.tilt, LEAST_TILT, MOST_TILT),
  };
}

/** Where the eye is. */
export function eyeOf({ x, y, z, distance, azimuth, tilt }: Orbit): Place3 {
  const flat = distance * Math.sin(tilt);
  return {
    x: x - Math.sin(azimuth) * flat,
    y: y - Math.cos(azimuth) * flat,
    z: z + distance * Math.cos(tilt),
  };
}

/** Chart units a pixel shows at the place looked at. */
export function unitsPerPixel({ distance }: Orbit, { height }: Frame): number {
  return (2 * distance * HALF_VIEW) / Math.max(1, height);
}

/** Drags the ground by pixels, as a finger does. */
export function dragOrbit(orbit: Orbit, frame: Frame, dx: number, dy: number): Orbit {
  const unit = unitsPerPixel(orbit, frame);
  // What leans away from the eye moves faster under the finger.
  const [right, ahead] = [-dx * unit, (dy * unit) / Math.max(0.35, Math.cos(orbit.tilt))];
  const [sin, cos] = [Math.sin(orbit.azimuth), Math.cos(orbit.azimuth)];
  return { ...orbit, x: orbit.x + right * cos + ahead * sin, y: orbit.y - right * sin + ahead * cos };
}

const TURN_A_PIXEL = 0.006;

/** Goes around what is looked at, by pixels. */
export function turnOrbit(orbit: Orbit, dx: number, dy: number): Orbit {
  return { ...orbit, azimuth: orbit.azimuth + dx * TURN_A_PIXEL, tilt: orbit.tilt - dy * TURN_A_PIXEL };
}

/** Comes nearer by a factor; what lies under `pixel` stays about there. */
export function zoomOrbit(orbit: Orbit, frame: Frame, factor: number, pixel?: Pixel): Orbit {
  const distance = orbit.distance / factor;
  if (pixel === undefined) return { ...orbit, distance };
  const [dx, dy] = [pixel.x - frame.width / 2, pixel.y - frame.height / 2];
  const held = dragOrbit(orbit, frame, -dx, -dy);
  const share = 1 - 1 / factor;
  return {
    ...orbit,
    distance,
    x: orbit.x + (held.x - orbit.x) * share,
    y: orbit.y + (held.y - orbit.y) * share,
  };
}

/** The orbit that has all of a square of `extent` in the frame. */
export function fittingDistance(
  extent: { readonly width: number; readonly height: number },
  frame: Frame,
): number {
  const aspect = frame.width / Math.max(1, frame.height);
  return Math.max(extent.height, extent.width / Math.max(0.2, aspect)) / (2 * HALF_VIEW);
}

/** The short way between two angles. */
const turnBetween = (from: number, to: number): number => {
  const turn = (to - from) % (2 * Math.PI);
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
};

/** On the way from one orbit to another: `share` 0 to 1, gentle at both ends. */
export function betweenOrbits(from: Orbit, to: Orbit, share: number): Orbit {
  const eased = share * share * (3 - 2 * share);
  const mix = (a: number, b: number): number => a + (b - a) * eased;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    z: mix(from.z, to.z),
    // Distances feel even when their ratio is.
    distance: from.distance * (to.distance / from.distance) ** eased,
    azimuth: from.azimuth + turnBetween(from.azimuth, to.azimuth) * eased,
    tilt: mix(from.tilt, to.tilt),
  };
}

/** A place on screen with its distance from the eye; null behind it. */
export type Project = (x: number, y: number, z: number) => (Pixel & { readonly depth: number }) | null;

const NEAR = 1;

/** How an orbit shows places in a frame; the same picture as the one drawn. */
export function projectorOf(orbit: Orbit, { width, height }: Frame): Project {
  const eye = eyeOf(orbit);
  const [sa, ca] = [Math.sin(orbit.azimuth), Math.cos(orbit.azimuth)];
  const [st, ct] = [Math.sin(orbit.tilt), Math.cos(orbit.tilt)];
  const focus = height / 2 / HALF_VIEW;
  return (x, y, z) => {
    const [dx, dy, dz] = [x - eye.x, y - eye.y, z - eye.z];
    const ahead = dx * sa + dy * ca;
    const depth = ahead * st - dz * ct;
    if (depth < NEAR) return null;
    const across = dx * ca - dy * sa;
    const up = ahead * ct + dz * st;
    return { x: width / 2 + (across / depth) * focus, y: height / 2 - (up / depth) * focus, depth };
  };
}
