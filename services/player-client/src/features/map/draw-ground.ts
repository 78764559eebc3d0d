import type { ChartPalette } from './chart-palette.ts';
import type { ChartGround, ChartMarks, ChartShape } from './chart-scene.ts';
import type { MapView, Size } from './map-view.ts';
import { toScreen } from './map-view.ts';

/** The canvas a layer is drawn on, measured in CSS pixels. */
export interface Layer {
  readonly context: CanvasRenderingContext2D;
  readonly view: MapView;
  readonly size: Size;
  readonly palette: ChartPalette;
  /** Device pixels a CSS pixel. */
  readonly density: number;
}

export const DOT_STEP = 12;
const DOT_PX = 1.5;
const LIGHT_TINT = 0.14;
const NIGHT_TINT = 0.13;
const SECURITY_TINT = 0.3;

/** Runs `draw` in chart units, upwards being up. */
function onChart({ context, view, size, density }: Layer, draw: (pixel: number) => void): void {
  context.save();
  const scale = view.scale * density;
  context.setTransform(
    scale,
    0,
    0,
    -scale,
    (size.width / 2) * density - view.x * scale,
    (size.height / 2) * density + view.y * scale,
  );
  draw(1 / view.scale);
  context.restore();
}

const fogPatterns = new WeakMap<ChartPalette, Map<number, HTMLCanvasElement>>();

/** One dot of the fog with the room around it. */
function fogDot(palette: ChartPalette, density: number): HTMLCanvasElement {
  const made = fogPatterns.get(palette) ?? new Map<number, HTMLCanvasElement>();
  fogPatterns.set(palette, made);
  let square = made.get(density);
  if (square === undefined) {
    square = document.createElement('canvas');
    square.width = Math.round(DOT_STEP * density);
    square.height = square.width;
    const context = square.getContext('2d');
    if (context !== null) {
      context.fillStyle = palette['fog-dot'];
      context.fillRect(0, 0, DOT_PX * density, DOT_PX * density);
    }
    made.set(density, square);
  }
  return square;
}

/** The unknown: a grid of dots that moves with the chart. */
function drawFog({ context, view, size, palette, density }: Layer): void {
  context.fillStyle = palette['bg-0'];
  context.fillRect(0, 0, size.width, size.height);
  const pattern = context.createPattern(fogDot(palette, density), 'repeat');
  if (pattern === null) return;
  const phase = (value: number): number => ((value % DOT_STEP) + DOT_STEP) % DOT_STEP;
  const left = phase(size.width / 2 - view.x * view.scale);
  const top = phase(size.height / 2 + view.y * view.scale);
  context.save();
  context.setTransform(1, 0, 0, 1, Math.round(left * density), Math.round(top * density));
  context.fillStyle = pattern;
  context.fillRect(
    -DOT_STEP * density,
    -DOT_STEP * density,
    (size.width + 2 * DOT_STEP) * density,
    (size.height + 2 * DOT_STEP) * density,
  );
  context.restore();
}

/** Gas lies over the ground as far as scanned sectors prove it. */
function drawNebulae(layer: Layer, shape: ChartShape): void {
  const { context, view, size, palette } = layer;
  if (palette.isFlat) return;
  context.save();
  for (const { kind, x, y, radius } of shape.model.chart.nebulae) {
    const colour = palette[`nebula-${kind}` as keyof ChartPalette];
    if (typeof colour !== 'string' || colour === '') continue;
    const middle = toScreen(view, size, { x, y });
    const reach = (radius + shape.spacing * 1.2) * view.scale;
    if (middle.x + reach < 0 || middle.y + reach < 0) continue;
    if (middle.x - reach > size.width || middle.y - reach > size.height) continue;
    const glow = context.createRadialGradient(middle.x, middle.y, 0, middle.x, middle.y, reach);
    glow.addColorStop(0, colour);
    glow.addColorStop(0.55, colour);
    glow.addColorStop(1, `${colour}00`);
    context.globalAlpha = palette.isLight ? 0.16 : 0.36;
    context.fillStyle = glow;
    context.fillRect(middle.x - reach, middle.y - reach, reach * 2, reach * 2);
  }
  context.restore();
}

/** Fog, lit ground with its coast, zones with their contour, nebulae. */
export function drawGround(
  layer: Layer,
  shape: ChartShape,
  ground: ChartGround | null,
  marks: ChartMarks,
): void {
  const { context, palette } = layer;
  drawFog(layer);
  if (ground === null) return;
  onChart(layer, () => {
    context.fillStyle = palette['bg-1'];
    context.fill(ground.coast, 'evenodd');
    if (palette.isFlat) return;
    const tint = palette.isLight ? LIGHT_TINT : NIGHT_TINT;
    context.globalAlpha = marks.overlay === 'security' ? SECURITY_TINT : tint;
    for (const { index, area } of ground.zones) {
      context.fillStyle = palette.zones[index] ?? palette['bg-1'];
      context.fill(area, 'evenodd');
    }
  });
  if (shape.model.chart.nebulae.length > 0 && !palette.isFlat)
    onChart(layer, () => {
      context.clip(ground.coast, 'evenodd');
      context.setTransform(layer.density, 0, 0, layer.density, 0, 0);
      drawNebulae(layer, shape);
    });
  onChart(layer, (pixel) => {
    context.lineWidth = (palette.isFlat ? 2 : 1) * pixel;
    context.globalAlpha = 0.9;
    for (const { index, lines } of ground.borders) {
      context.strokeStyle = palette.zones[index] ?? palette['line-control'];
      context.stroke(lines);
    }
    context.globalAlpha = palette.isFlat ? 1 : 0.55;
    context.strokeStyle = palette['line-control'];
    context.stroke(ground.coast);
  });
}
