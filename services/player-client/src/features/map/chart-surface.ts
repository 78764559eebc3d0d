import { cameraStore, panCamera, zoomCamera } from './chart-camera.ts';
import type { Point } from './map-view.ts';
import { toChart } from './map-view.ts';
import { dragChart, releaseChart, stopOrbit, turnChart, zoomChart } from './orbit-store.ts';

/** What gestures move: the flat chart, or the one in space. Distances are pixels. */
export interface ChartSurface {
  /** The row under a pixel, within reach of a mouse or a finger. */
  rowAt(pixel: Point, isFinger: boolean): number | null;
  drag(dx: number, dy: number): void;
  zoom(factor: number, around: Point): void;
  /** Only where it can be turned. */
  readonly turn?: (dx: number, dy: number) => void;
  /** Somebody takes hold of it, or it goes away. */
  readonly hold?: () => void;
  /** Somebody lets go of it, at so many pixels a millisecond. */
  readonly release?: (vx: number, vy: number) => void;
}

const PICK_MOUSE_PX = 12;
const PICK_FINGER_PX = 26;

/** The flat chart. */
export const FLAT_SURFACE: ChartSurface = {
  rowAt: (pixel, isFinger) => {
    const { shape, view, size } = cameraStore.getState();
    if (shape === null || view === null) return null;
    const reach = (isFinger ? PICK_FINGER_PX : PICK_MOUSE_PX) / view.scale;
    return shape.tree.nearest(toChart(view, size, pixel), Math.min(reach, shape.spacing));
  },
  drag: panCamera,
  zoom: zoomCamera,
};

/** The chart in space; `pick` finds the row within so many pixels of one. */
export const spaceSurface = (pick: (pixel: Point, reachPx: number) => number | null): ChartSurface => ({
  rowAt: (pixel, isFinger) => pick(pixel, isFinger ? PICK_FINGER_PX : PICK_MOUSE_PX),
  drag: dragChart,
  zoom: zoomChart,
  turn: turnChart,
  hold: stopOrbit,
  release: releaseChart,
});
