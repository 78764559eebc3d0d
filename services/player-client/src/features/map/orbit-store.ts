import { createStore } from 'zustand/vanilla';
import type { Orbit, OrbitLimits, Pixel } from '../../scene/galaxy/orbit.ts';
import {
  betweenOrbits,
  clampOrbit,
  dragOrbit,
  FIELD_OF_VIEW,
  fittingDistance,
  projectorOf,
  turnOrbit,
  zoomOrbit,
} from '../../scene/galaxy/orbit.ts';
import { isStill } from '../../scene/use-still.ts';
import type { ChartShape } from './chart-scene.ts';
import type { Point, Size } from './map-view.ts';

interface OrbitState {
  readonly region: string | null;
  readonly shape: ChartShape | null;
  readonly orbit: Orbit | null;
  readonly size: Size;
}

/** Where the chart in space is looked at from; outside React, because it changes with every frame. */
export const orbitStore = createStore<OrbitState>(() => ({
  region: null,
  shape: null,
  orbit: null,
  size: { width: 0, height: 0 },
}));

const FLIGHT_MS = 380;
const GLIDE_MS = 260;
const FIRST_TILT = 0.72;
const MARGIN = 1.16;
/** The first look never shows lanes smaller than this. */
const FIRST_LANE_PX = 18;
const STEP = 1.35;
const TURN_PX = 60;
const REVEAL_PX = 80;
/** Lanes that still fit from the nearest, and how much room is around the chart from the furthest place. */
const NEAREST_LANES = 4;
const FURTHEST = 1.7;

let flight = 0;

function limitsOf({ bounds, spacing }: ChartShape, size: Size): OrbitLimits {
  const extent = { width: bounds.maxX - bounds.minX, height: bounds.maxY - bounds.minY };
  return {
    minX: bounds.minX,
    minY: bounds.minY,
    maxX: bounds.maxX,
    maxY: bounds.maxY,
    nearest: spacing * NEAREST_LANES,
    furthest: Math.max(spacing * NEAREST_LANES * 2, fittingDistance(extent, size) * FURTHEST),
  };
}

function put(orbit: Orbit): void {
  const { shape, size } = orbitStore.getState();
  if (shape !== null) orbitStore.setState({ orbit: clampOrbit(orbit, limitsOf(shape, size)) });
}

/** Ends whatever movement is under way: a hand on the chart wins. */
export function stopOrbit(): void {
  cancelAnimationFrame(flight);
  flight = 0;
}

/** Goes there within `FLIGHT_MS`, at once where nothing may move. */
function flyTo(target: Orbit): void {
  const { orbit: from, shape, size } = orbitStore.getState();
  stopOrbit();
  if (from === null || shape === null) return;
  const to = clampOrbit(target, limitsOf(shape, size));
  if (isStill()) {
    orbitStore.setState({ orbit: to });
    return;
  }
  const startMs = performance.now();
  const step = (nowMs: number) => {
    const share = Math.min(1, Math.max(0, (nowMs - startMs) / FLIGHT_MS));
    orbitStore.setState({ orbit: betweenOrbits(from, to, share) });
    flight = share < 1 ? requestAnimationFrame(step) : 0;
  };
  flight = requestAnimationFrame(step);
}

const change = (next: (orbit: Orbit, size: Size) => Orbit, isSmooth = false): void => {
  const { orbit, size } = orbitStore.getState();
  if (orbit === null) return;
  if (isSmooth) flyTo(next(orbit, size));
  else {
    stopOrbit();
    put(next(orbit, size));
  }
};

/** Drags, turns and zooms as a hand does. */
export const dragChart = (dx: number, dy: number): void =>
  change((orbit, size) => dragOrbit(orbit, size, dx, dy));
export const turnChart = (dx: number, dy: number): void => change((orbit) => turnOrbit(orbit, dx, dy));
export const zoomChart = (factor: number, pixel?: Pixel): void =>
  change((orbit, size) => zoomOrbit(orbit, size, factor, pixel));

/** Lets go of the chart with a speed in pixels a millisecond: it glides to rest. */
export function releaseChart(dx: number, dy: number): void {
  if (isStill() || Math.hypot(dx, dy) < 0.15) return;
  stopOrbit();
  let lastMs = performance.now();
  const endMs = lastMs + GLIDE_MS;
  const step = (nowMs: number) => {
    const { orbit, size } = orbitStore.getState();
    const left = Math.max(0, (endMs - nowMs) / GLIDE_MS) ** 2;
    const passed = Math.max(0, nowMs - lastMs);
    lastMs = nowMs;
    if (orbit !== null) put(dragOrbit(orbit, size, dx * passed * left, dy * passed * left));
    flight = left > 0 ? requestAnimationFrame(step) : 0;
  };
  flight = requestAnimationFrame(step);
}

/** The same by keys and buttons. */
export const panOrbit = (dx: number, dy: number): void =>
  change((orbit, size) => dragOrbit(orbit, size, dx, dy), true);
export const zoomOrbitStep = (direction: 1 | -1): void =>
  change((orbit, size) => zoomOrbit(orbit, size, direction === 1 ? STEP : 1 / STEP), true);
export const turnOrbitStep = (dx: -1 | 0 | 1, dy: -1 | 0 | 1): void =>
  change((orbit) => turnOrbit(orbit, dx * TURN_PX, dy * TURN_PX), true);

function overview(shape: ChartShape, size: Size): Orbit {
  const { bounds } = shape;
  const extent = { width: bounds.maxX - bounds.minX, height: bounds.maxY - bounds.minY };
  return {
    x: (bounds.minX + bounds.maxX) / 2,
    y: (bounds.minY + bounds.maxY) / 2,
    z: 0,
    azimuth: 0,
    tilt: FIRST_TILT,
    distance: fittingDistance(extent, size) * MARGIN,
  };
}

/** Shows all of the chart. */
export function fitOrbit(): void {
  const { shape, size } = orbitStore.getState();
  if (shape !== null) flyTo(overview(shape, size));
}

/** Puts a place into the middle. */
export const centreOrbit = (place: Point): void =>
  change((orbit) => ({ ...orbit, x: place.x, y: place.y, z: 0 }), true);

/** Moves only when a place is not well on screen. */
export function revealOrbit(place: Point): void {
  const { orbit, size } = orbitStore.getState();
  if (orbit === null) return;
  const at = projectorOf(orbit, size)(place.x, place.y, 0);
  const isSeen =
    at !== null &&
    at.x > REVEAL_PX &&
    at.y > REVEAL_PX &&
    at.x < size.width - REVEAL_PX &&
    at.y < size.height - REVEAL_PX;
  if (!isSeen) centreOrbit(place);
}

/** Turns the camera to a chart; the same region keeps its view, whatever was discovered. */
export function aimOrbit(region: string, shape: ChartShape, size: Size, home: Point | null): void {
  const before = orbitStore.getState();
  const isNew = before.region !== region || before.orbit === null;
  orbitStore.setState({ region, shape, size });
  if (!isNew || size.width === 0) return;
  stopOrbit();
  const all = overview(shape, size);
  const halfView = Math.tan(((FIELD_OF_VIEW / 2) * Math.PI) / 180);
  const near = (shape.spacing * size.height) / (2 * halfView * FIRST_LANE_PX);
  orbitStore.setState({ orbit: all.distance <= near ? all : { ...all, ...(home ?? {}), distance: near } });
}
