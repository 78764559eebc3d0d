import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { Point } from './map-view.ts';
import { dragChart, releaseChart, stopOrbit, turnChart, zoomChart } from './orbit-store.ts';
import type { ChartGestures } from './use-chart-gestures.ts';

export interface OrbitGestures extends ChartGestures {
  /** The row under a pixel, within reach of a mouse or a finger. */
  readonly rowAt: (pixel: Point, isFinger: boolean) => number | null;
}

const TAP_PX = 6;
const LONG_PRESS_MS = 550;
const WHEEL_STEP = 0.0016;
/** Speed is measured over so long before a finger lets go. */
const SPEED_MS = 60;

/**
 * Drag to move, with Shift or the right button to turn; wheel or pinch to zoom, two fingers around each other
 * to turn; tap, double click and long press as on the flat chart.
 */
export function useOrbitGestures(element: RefObject<HTMLElement | null>, gestures: OrbitGestures): void {
  const current = useRef(gestures);
  useEffect(() => {
    current.current = gestures;
  });
  useEffect(() => {
    const node = element.current;
    if (node === null) return;
    const pointers = new Map<number, Point>();
    let trail: (Point & { readonly atMs: number })[] = [];
    let start: Point | null = null;
    let isTurning = false;
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
      if (event.button !== 0 && event.button !== 2) return;
      const pixel = pixelOf(event);
      node.setPointerCapture(event.pointerId);
      stopOrbit();
      pointers.set(event.pointerId, pixel);
      isTurning = event.button === 2 || event.shiftKey;
      trail = [];
      forget();
      if (pointers.size > 1) return;
      start = pixel;
      if (event.pointerType === 'mouse') return;
      press = setTimeout(() => {
        const row = current.current.rowAt(pixel, true);
        start = null;
        if (row !== null) current.current.onPlot(row);
      }, LONG_PRESS_MS);
    };
    const two = (pixel: Point, before: Point, other: Point) => {
      dragChart((pixel.x - before.x) / 2, (pixel.y - before.y) / 2);
      const middle = { x: (pixel.x + other.x) / 2, y: (pixel.y + other.y) / 2 };
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(pixel.x - other.x, pixel.y - other.y);
      if (was > 0) zoomChart(is / was, middle);
      const turned =
        Math.atan2(pixel.y - other.y, pixel.x - other.x) - Math.atan2(before.y - other.y, before.x - other.x);
      if (Math.abs(turned) < 1) turnChart(turned * 166, 0);
    };
    const move = (event: PointerEvent) => {
      const pixel = pixelOf(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType === 'mouse') current.current.onHover(current.current.rowAt(pixel, false));
        return;
      }
      if (start !== null && Math.hypot(pixel.x - start.x, pixel.y - start.y) < TAP_PX) return;
      forget();
      pointers.set(event.pointerId, pixel);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other !== undefined) two(pixel, before, other);
      else if (isTurning) turnChart(pixel.x - before.x, pixel.y - before.y);
      else {
        dragChart(pixel.x - before.x, pixel.y - before.y);
        trail = [
          ...trail.filter(({ atMs }) => event.timeStamp - atMs < SPEED_MS),
          { ...pixel, atMs: event.timeStamp },
        ];
      }
    };
    const up = (event: PointerEvent) => {
      const last = pointers.get(event.pointerId);
      pointers.delete(event.pointerId);
      const [first] = trail;
      if (start !== null && event.type === 'pointerup' && event.button === 0)
        current.current.onSelect(current.current.rowAt(start, event.pointerType !== 'mouse'));
      else if (first !== undefined && last !== undefined && pointers.size === 0) {
        const passed = Math.max(1, event.timeStamp - first.atMs);
        releaseChart((last.x - first.x) / passed, (last.y - first.y) / passed);
      }
      trail = [];
      forget();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY;
      zoomChart(Math.exp(-pixels * WHEEL_STEP), pixelOf(event));
    };
    const twice = (event: MouseEvent) => {
      const row = current.current.rowAt(pixelOf(event), false);
      if (row !== null) current.current.onPlot(row);
    };
    const stop = new AbortController();
    const { signal } = stop;
    node.addEventListener('pointerdown', down, { signal });
    node.addEventListener('pointermove', move, { signal });
    node.addEventListener('pointerup', up, { signal });
    node.addEventListener('pointercancel', up, { signal });
    node.addEventListener('pointerleave', () => current.current.onHover(null), { signal });
    node.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    node.addEventListener('dblclick', twice, { signal });
    node.addEventListener('wheel', wheel, { signal, passive: false });
    return () => {
      clearTimeout(press);
      stopOrbit();
      stop.abort();
    };
  }, [element]);
}
