/** The window onto the chart: its middle in chart units, and pixels a unit. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a place of the chart is on screen; the chart counts upwards, the screen downwards. */
export function toScreen(view: MapView, size: Size, place: Point): Point {
  return {
    x: size.width / 2 + (place.x - view.x) * view.scale,
    y: size.height / 2 - (place.y - view.y) * view.scale,
  };
}

/** The place of the chart under a pixel. */
export function toChart(view: MapView, size: Size, pixel: Point): Point {
  return {
    x: view.x + (pixel.x - size.width / 2) / view.scale,
    y: view.y - (pixel.y - size.height / 2) / view.scale,
  };
}

/** The part of the chart on screen, with `margin` pixels around it. */
export function chartBounds(view: MapView, size: Size, margin: number): Bounds {
  const halfWidth = (size.width / 2 + margin) / view.scale;
  const halfHeight = (size.height / 2 + margin) / view.scale;
  return {
    minX: view.x - halfWidth,
    minY: view.y - halfHeight,
    maxX: view.x + halfWidth,
    maxY: view.y + halfHeight,
  };
}

/** Moves the chart by pixels, as a finger drags it. */
export function panBy(view: MapView, dx: number, dy: number): MapView {
  return { ...view, x: view.x - dx / view.scale, y: view.y + dy / view.scale };
}

/** Zooms so that what lies under `pixel` stays there. */
export function zoomAt(view: MapView, size: Size, pixel: Point, scale: number): MapView {
  const held = toChart(view, size, pixel);
  return {
    x: held.x - (pixel.x - size.width / 2) / scale,
    y: held.y + (pixel.y - size.height / 2) / scale,
    scale,
  };
}

/** The view that shows all of `bounds` with `margin` pixels around it. */
export function fitView(bounds: Bounds, size: Size, margin: number): MapView {
  const width = Math.max(1, bounds.maxX - bounds.minX);
  const height = Math.max(1, bounds.maxY - bounds.minY);
  return {
    x: (bounds.minX + bounds.maxX) / 2,
    y: (bounds.minY + bounds.maxY) / 2,
    scale: Math.min(
      Math.max(1, size.width - 2 * margin) / width,
      Math.max(1, size.height - 2 * margin) / height,
    ),
  };
}

export interface ScaleLimits {
  readonly min: number;
  readonly max: number;
}

/** From all of the chart with room around it to a handful of sectors. `spacing` is a usual lane. */
export function scaleLimits(bounds: Bounds, size: Size, spacing: number): ScaleLimits {
  const max = 220 / spacing;
  return { min: Math.min(max, fitView(bounds, size, 0).scale * 0.6), max };
}

/** The nearest allowed view: within the scale limits, its middle never off the chart. */
export function clampView(view: MapView, bounds: Bounds, limits: ScaleLimits): MapView {
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    x: within(view.x, bounds.minX, bounds.maxX),
    y: within(view.y, bounds.minY, bounds.maxY),
    scale: within(view.scale, limits.min, limits.max),
  };
}
