import type { ChartPalette } from './chart-palette.ts';
import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import { drawGround } from './draw-ground.ts';
import { drawLabels } from './draw-labels.ts';
import { drawMarks } from './draw-marks.ts';
import { drawNodes } from './draw-nodes.ts';
import { drawWarps } from './draw-warps.ts';
import type { MapView, Size } from './map-view.ts';

export interface ChartPicture {
  readonly shape: ChartShape;
  readonly marks: ChartMarks;
  readonly palette: ChartPalette;
  readonly view: MapView;
  readonly size: Size;
}

export interface ChartRenderer {
  /** Shows a picture with the next frame; an unchanged one costs nothing. */
  show(picture: ChartPicture): void;
  stop(): void;
}

/** The drawn ground is this much larger than the screen on every side, so that panning only moves it. */
const MARGIN = 0.3;
const MOST_DENSITY = 2;
/** Larger charts are stretched while the zoom moves and drawn anew when it rests. */
const STRETCHED_FROM = 1_500;
const REST_MS = 110;
/** The corner where the buttons stand: no label under them. */
const TOOLS = { y: 0, width: 64, height: 200 };

interface Ground extends Layer {
  readonly canvas: HTMLCanvasElement;
  readonly picture: ChartPicture;
}

/** What of the marks the ground shows; the rest is drawn over it. */
function isSameGround(ground: Ground, { shape, marks, palette, size }: ChartPicture): boolean {
  const { picture } = ground;
  return (
    picture.shape === shape &&
    picture.palette === palette &&
    picture.size.width === size.width &&
    picture.size.height === size.height &&
    picture.marks.overlay === marks.overlay &&
    picture.marks.prices === marks.prices &&
    picture.marks.zoneNames === marks.zoneNames
  );
}

/** Draws the chart on demand: no picture, no frame. */
export function createChartRenderer(canvas: HTMLCanvasElement): ChartRenderer {
  const context = canvas.getContext('2d', { alpha: false });
  let wanted: ChartPicture | null = null;
  let ground: Ground | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  const drawGroundLayer = (picture: ChartPicture, density: number): Ground | null => {
    const surface = ground?.canvas ?? document.createElement('canvas');
    const size = {
      width: Math.ceil(picture.size.width * (1 + 2 * MARGIN)),
      height: Math.ceil(picture.size.height * (1 + 2 * MARGIN)),
    };
    const drawn = surface.getContext('2d', { alpha: false });
    if (drawn === null) return null;
    surface.width = Math.round(size.width * density);
    surface.height = Math.round(size.height * density);
    drawn.setTransform(density, 0, 0, density, 0, 0);
    const { view, palette, shape, marks } = picture;
    const layer: Ground = { canvas: surface, picture, context: drawn, view, size, palette, density };
    drawGround(layer, shape, marks);
    drawWarps(layer, shape);
    drawNodes(layer, shape, marks);
    return layer;
  };

  /** How far the ground has to be moved for this view, in pixels; null when it does not reach. */
  const offsetOf = ({ view, size }: ChartPicture, drawn: Ground) => {
    const dx = (drawn.view.x - view.x) * view.scale;
    const dy = (view.y - drawn.view.y) * view.scale;
    const stretch = view.scale / drawn.view.scale;
    const reaches =
      Math.abs(dx) * 2 <= drawn.size.width * stretch - size.width &&
      Math.abs(dy) * 2 <= drawn.size.height * stretch - size.height;
    return { dx, dy, stretch, reaches };
  };

  /** Whether the drawn ground serves this picture, moved or for a moment stretched. */
  const standsFor = (picture: ChartPicture, density: number): boolean => {
    if (ground === null || ground.density !== density || !isSameGround(ground, picture)) return false;
    const { stretch, reaches } = offsetOf(picture, ground);
    if (!reaches || (stretch !== 1 && picture.shape.model.count < STRETCHED_FROM)) return false;
    if (stretch !== 1) {
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (ground !== null) ground = { ...ground, density: 0 };
        request();
      }, REST_MS);
    }
    return true;
  };

  const draw = () => {
    frame = 0;
    const picture = wanted;
    // A window that is hidden or still being laid out has no size, and nothing can be drawn from it.
    if (picture === null || context === null || picture.size.width < 1 || picture.size.height < 1) return;
    const density = Math.min(MOST_DENSITY, devicePixelRatio || 1);
    const { size, shape, marks, palette, view } = picture;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    if (!standsFor(picture, density)) ground = drawGroundLayer(picture, density);
    if (ground === null) return;
    const { dx, dy, stretch } = offsetOf(picture, ground);
    const [drawnWidth, drawnHeight] = [ground.canvas.width * stretch, ground.canvas.height * stretch];
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(
      ground.canvas,
      Math.round((width - drawnWidth) / 2 + dx * density),
      Math.round((height - drawnHeight) / 2 + dy * density),
      drawnWidth,
      drawnHeight,
    );
    context.setTransform(density, 0, 0, density, 0, 0);
    const layer: Layer = { context, view, size, palette, density };
    const tools = { ...TOOLS, x: size.width - TOOLS.width };
    drawLabels(layer, shape, marks, [tools, ...drawMarks(layer, shape, marks)]);
  };

  return {
    show: (picture) => {
      wanted = picture;
      request();
    },
    stop: () => {
      wanted = null;
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    },
  };
}
