import { createStore } from 'zustand/vanilla';
import type { ChartShape } from './chart-scene.ts';
import type { MapView, Point, Size } from './map-view.ts';
import { clampView, fitView, panBy, scaleLimits, toScreen, zoomAt } from './map-view.ts';

interface CameraState {
  /** Name of the region the view is of. */
  readonly region: string | null;
  readonly shape: ChartShape | null;
  readonly view: MapView | null;
  readonly size: Size;
  /** Pixels at the bottom that something else covers. */
  readonly covered: number;
}

/** Where the map looks; outside React, because it changes with every movement of a finger. */
export const cameraStore = createStore<CameraState>(() => ({
  region: null,
  shape: null,
  view: null,
  size: { width: 0, height: 0 },
  covered: 0,
}));

const FIT_MARGIN_PX = 24;
/** The first look never shows lanes smaller than this. */
const FIRST_LANE_PX = 26;
const REVEAL_PX = 70;
const STEP = 1.35;

function moveTo(view: MapView): void {
  const { shape, size } = cameraStore.getState();
  if (shape === null) return;
  const limits = scaleLimits(shape.bounds, size, shape.spacing);
  cameraStore.setState({ view: clampView(view, shape.bounds, limits) });
}

/** The same place, but in the middle of what is not covered. */
function uncovered(view: MapView, covered: number): MapView {
  return { ...view, y: view.y - covered / 2 / view.scale };
}

/** Shows all of the chart. */
export function fitCamera(): void {
  const { shape, size, covered } = cameraStore.getState();
  if (shape === null || size.width === 0) return;
  const room = { width: size.width, height: Math.max(1, size.height - covered) };
  moveTo(uncovered(fitView(shape.bounds, room, FIT_MARGIN_PX), covered));
}

/** Puts a place into the middle. */
export function centreCamera(place: Point): void {
  const { view, covered } = cameraStore.getState();
  if (view !== null) moveTo(uncovered({ ...view, ...place }, covered));
}

/** Looks at a region for the first time: all of it, or around `home` where it is too large for that. */
function firstLook(shape: ChartShape, home: Point | null): void {
  fitCamera();
  const { view } = cameraStore.getState();
  if (view === null || view.scale * shape.spacing >= FIRST_LANE_PX) return;
  const { bounds } = shape;
  const middle = { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 };
  cameraStore.setState({ view: { ...view, scale: FIRST_LANE_PX / shape.spacing } });
  centreCamera(home ?? middle);
}

/** Turns the camera to a chart; the same region keeps its view, whatever was discovered. */
export function aimCamera(
  region: string,
  shape: ChartShape,
  size: Size,
  covered: number,
  home: Point | null,
): void {
  const before = cameraStore.getState();
  const isNew = before.region !== region || before.view === null;
  cameraStore.setState({ region, shape, size, covered });
  if (isNew && size.width > 0) firstLook(shape, home);
}

export function panCamera(dx: number, dy: number): void {
  const { view } = cameraStore.getState();
  if (view !== null) moveTo(panBy(view, dx, dy));
}

/** Zooms by a factor around a pixel, else around the middle. */
export function zoomCamera(factor: number, pixel?: Point): void {
  const { view, size, shape } = cameraStore.getState();
  if (view === null || shape === null) return;
  const limits = scaleLimits(shape.bounds, size, shape.spacing);
  const scale = Math.min(limits.max, Math.max(limits.min, view.scale * factor));
  moveTo(zoomAt(view, size, pixel ?? { x: size.width / 2, y: size.height / 2 }, scale));
}

export const zoomStep = (direction: 1 | -1): void => zoomCamera(direction === 1 ? STEP : 1 / STEP);

/** Moves only as far as needed to have a place well on screen. */
export function revealPlace(place: Point): void {
  const { view, size, covered } = cameraStore.getState();
  if (view === null) return;
  const at = toScreen(view, size, place);
  const past = (value: number, most: number): number => {
    const margin = Math.min(REVEAL_PX, most / 3);
    return value < margin ? margin - value : Math.min(0, most - margin - value);
  };
  panCamera(past(at.x, size.width), past(at.y, size.height - covered));
}
