import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { cameraStore, panCamera, zoomCamera } from './chart-camera.ts';
import type { Point } from './map-view.ts';
import { toChart } from './map-view.ts';

export interface ChartGestures {
  readonly onSelect: (row: number | null) => void;
  /** A long press of a finger, or a double click. */
  readonly onPlot: (row: number) => void;
  readonly onHover: (row: number | null) => void;
}

const TAP_PX = 6;
const LONG_PRESS_MS = 550;
const WHEEL_STEP = 0.0016;
const PICK_MOUSE_PX = 12;
const PICK_FINGER_PX = 26;

/** The row under a pixel, within reach of a mouse or a finger. */
function rowAt(pixel: Point, isFinger: boolean): number | null {
  const { shape, view, size } = cameraStore.getState();
  if (shape === null || view === null) return null;
  const reach = (isFinger ? PICK_FINGER_PX : PICK_MOUSE_PX) / view.scale;
  return shape.tree.nearest(toChart(view, size, pixel), Math.min(reach, shape.spacing));
}

/** Drag, pinch, wheel, tap, double click and long press on the chart. */
export function useChartGestures(element: RefObject<HTMLElement | null>, gestures: ChartGestures): void {
  const current = useRef(gestures);
  useEffect(() => {
    current.current = gestures;
  });
  useEffect(() => {
    const node = element.current;
    if (node === null) return;
    const pointers = new Map<number, Point>();
    let start: Point | null = null;
    let press: ReturnType<typeof setTimeout> | undefined;
    const pixelOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
      const { left, top } = node.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const forget = () => {
      clearTimeout(press);
      start = null;
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      const pixel = pixelOf(event);
      node.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, pixel);
      forget();
      if (pointers.size > 1) return;
      start = pixel;
      if (event.pointerType === 'mouse') return;
      press = setTimeout(() => {
        const row = rowAt(pixel, true);
        start = null;
        if (row !== null) current.current.onPlot(row);
      }, LONG_PRESS_MS);
    };
    const move = (event: PointerEvent) => {
      const pixel = pixelOf(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType === 'mouse') current.current.onHover(rowAt(pixel, false));
        return;
      }
      if (start !== null && Math.hypot(pixel.x - start.x, pixel.y - start.y) < TAP_PX) return;
      forget();
      pointers.set(event.pointerId, pixel);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) {
        panCamera(pixel.x - before.x, pixel.y - before.y);
        return;
      }
      // Two fingers: each moves half of the middle, and the distance between them is the zoom.
      panCamera((pixel.x - before.x) / 2, (pixel.y - before.y) / 2);
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(pixel.x - other.x, pixel.y - other.y);
      if (was > 0) zoomCamera(is / was, { x: (pixel.x + other.x) / 2, y: (pixel.y + other.y) / 2 });
    };
    const up = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (start !== null && event.type === 'pointerup')
        current.current.onSelect(rowAt(start, event.pointerType !== 'mouse'));
      forget();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY;
      zoomCamera(Math.exp(-pixels * WHEEL_STEP), pixelOf(event));
    };
    const twice = (event: MouseEvent) => {
      const row = rowAt(pixelOf(event), false);
      if (row !== null) current.current.onPlot(row);
    };
    const leave = () => current.current.onHover(null);
    const stop = new AbortController();
    const { signal } = stop;
    node.addEventListener('pointerdown', down, { signal });
    node.addEventListener('pointermove', move, { signal });
    node.addEventListener('pointerup', up, { signal });
    node.addEventListener('pointercancel', up, { signal });
    node.addEventListener('pointerleave', leave, { signal });
    node.addEventListener('dblclick', twice, { signal });
    node.addEventListener('wheel', wheel, { signal, passive: false });
    return () => {
      clearTimeout(press);
      stop.abort();
    };
  }, [element]);
}
