import { centreCamera, fitCamera, panCamera, revealPlace, zoomStep } from './chart-camera.ts';
import { useMapStore } from './map-store.ts';
import type { Point } from './map-view.ts';
import { centreOrbit, fitOrbit, panOrbit, revealOrbit, zoomOrbitStep } from './orbit-store.ts';

const isInSpace = (): boolean => useMapStore.getState().mode === '3d';

/** The camera of the chart on screen, flat or in space; keys and buttons ask no further. */
export const mapCamera = {
  centre: (place: Point): void => (isInSpace() ? centreOrbit(place) : centreCamera(place)),
  reveal: (place: Point): void => (isInSpace() ? revealOrbit(place) : revealPlace(place)),
  pan: (dx: number, dy: number): void => (isInSpace() ? panOrbit(dx, dy) : panCamera(dx, dy)),
  zoom: (direction: 1 | -1): void => (isInSpace() ? zoomOrbitStep(direction) : zoomStep(direction)),
  fit: (): void => (isInSpace() ? fitOrbit() : fitCamera()),
};
