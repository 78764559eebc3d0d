import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { ChartSurface } from './chart-surface.ts';
import type { Point } from './map-view.ts';

export interface ChartGestures {
  readonly surface: ChartSurface;
  readonly onSelect: (row: number | null) => void;
  /** A long press of a finger, or a double click. */
  readonly onPlot: (row: number) => void;
  readonly onHover: (row: number | null) => void;
}

const TAP_PX = 6;
const LONG_PRESS_MS = 550;
const WHEEL_STEP = 0.0016;
/** Speed is measured over so long before a finger lets go. */
const SPEED_MS = 60;
/** Two fingers around each other turn like a drag of so many pixels a radian. */
const TURN_PX = 166;

const MAIN_BUTTON = 0;
const RIGHT_BUTTON = 2;

/**
 * Drag to move, wheel or pinch to zoom, tap to select, double click or long press to plot. Where the chart can be
 * turned: drag with Shift or the right button, or two fingers around each other.
 */
export function useChartGestures(element: RefObject<HTMLElement | null>, gestures: ChartGestures): void {
  const current = useRef(gestures);
  useEffect(() => {
    current.current = gestures;
  });
  useEffect(() => {
    const node = element.current;
    if (node === null) return;
    const chart = (): ChartSurface => current.current.surface;
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
      const canTurn = chart().turn !== undefined;
      if (event.button !== MAIN_BUTTON && !(canTurn && event.button === RIGHT_BUTTON)) return;
      const pixel = pixelOf(event);
      node.setPointerCapture(event.pointerId);
      chart().hold?.();
      pointers.set(event.pointerId, pixel);
      isTurning = canTurn && (event.button === RIGHT_BUTTON || event.shiftKey);
      trail = [];
      forget();
      if (pointers.size > 1) return;
      start = pixel;
      if (event.pointerType === 'mouse') return;
      press = setTimeout(() => {
        const row = chart().rowAt(pixel, true);
        start = null;
        if (row !== null) current.current.onPlot(row);
      }, LONG_PRESS_MS);
    };
    /** Two fingers: each moves half of the middle, and the distance between them is the zoom. */
    const two = (pixel: Point, before: Point, other: Point) => {
      const { drag, zoom, turn } = chart();
      drag((pixel.x - before.x) / 2, (pixel.y - before.y) / 2);
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(pixel.x - other.x, pixel.y - other.y);
      if (was > 0) zoom(is / was, { x: (pixel.x + other.x) / 2, y: (pixel.y + other.y) / 2 });
      const turned =
        Math.atan2(pixel.y - other.y, pixel.x - other.x) - Math.atan2(before.y - other.y, before.x - other.x);
      if (Math.abs(turned) < 1) turn?.(turned * TURN_PX, 0);
    };
    const move = (event: PointerEvent) => {
      const pixel = pixelOf(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType === 'mouse') current.current.onHover(chart().rowAt(pixel, false));
        return;
      }
      if (start !== null && Math.hypot(pixel.x - start.x, pixel.y - start.y) < TAP_PX) return;
      forget();
      pointers.set(event.pointerId, pixel);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other !== undefined) two(pixel, before, other);
      else if (isTurning) chart().turn?.(pixel.x - before.x, pixel.y - before.y);
      else {
        chart().drag(pixel.x - before.x, pixel.y - before.y);
        const recent = trail.filter(({ atMs }) => event.timeStamp - atMs < SPEED_MS);
        trail = [...recent, { ...pixel, atMs: event.timeStamp }];
      }
    };
    const up = (event: PointerEvent) => {
      const last = pointers.get(event.pointerId);
      pointers.delete(event.pointerId);
      const [first] = trail;
      if (start !== null && event.type === 'pointerup' && event.button === MAIN_BUTTON)
        current.current.onSelect(chart().rowAt(start, event.pointerType !== 'mouse'));
      else if (first !== undefined && last !== undefined && pointers.size === 0) {
        const passed = Math.max(1, event.timeStamp - first.atMs);
        chart().release?.((last.x - first.x) / passed, (last.y - first.y) / passed);
      }
      trail = [];
      forget();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY;
      chart().zoom(Math.exp(-pixels * WHEEL_STEP), pixelOf(event));
    };
    const twice = (event: MouseEvent) => {
      const row = chart().rowAt(pixelOf(event), false);
      if (row !== null) current.current.onPlot(row);
    };
    const menu = (event: MouseEvent) => {
      if (chart().turn !== undefined) event.preventDefault();
    };
    const stop = new AbortController();
    const { signal } = stop;
    node.addEventListener('pointerdown', down, { signal });
    node.addEventListener('pointermove', move, { signal });
    node.addEventListener('pointerup', up, { signal });
    node.addEventListener('pointercancel', up, { signal });
    node.addEventListener('pointerleave', () => current.current.onHover(null), { signal });
    node.addEventListener('contextmenu', menu, { signal });
    node.addEventListener('dblclick', twice, { signal });
    node.addEventListener('wheel', wheel, { signal, passive: false });
    return () => {
      clearTimeout(press);
      chart().hold?.();
      stop.abort();
    };
  }, [element]);
}
