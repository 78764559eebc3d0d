import type { ChartPicture } from './chart-picture.ts';
import { drawClusters } from './draw-clusters.ts';
import type { Layer } from './draw-ground.ts';
import { drawLabels } from './draw-labels.ts';
import { drawCourseLine, drawMarks } from './draw-marks.ts';
import { roomOfNames } from './draw-names.ts';
import { createGroundTiles } from './ground-tiles.ts';
import { toScreen } from './map-view.ts';

export interface ChartRenderer {
  /** Shows a picture with the next frame; an unchanged one costs nothing. */
  show(picture: Omit<ChartPicture, 'density'>): void;
  stop(): void;
}

export interface RendererOptions {
  /** Told of every frame what its drawing took of the page, in milliseconds. */
  readonly onFrame?: (spentMs: number) => void;
}

const MOST_DENSITY = 2;
/** What a frame may spend on painting squares; marks and labels come on top. */
const TILE_BUDGET_MS = 2.5;
/** The corner where the buttons stand: no label under them. */
const TOOLS = { y: 0, width: 64, height: 200 };

/** Draws the chart on demand: no picture, no frame. */
export function createChartRenderer(
  canvas: HTMLCanvasElement,
  { onFrame }: RendererOptions = {},
): ChartRenderer {
  const context = canvas.getContext('2d', { alpha: false });
  let wanted: Omit<ChartPicture, 'density'> | null = null;
  let frame = 0;

  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const tiles = createGroundTiles(request);

  const draw = () => {
    frame = 0;
    // A window that is hidden or still being laid out has no size, and nothing can be drawn from it.
    if (wanted === null || context === null || wanted.size.width < 1 || wanted.size.height < 1) return;
    const startMs = performance.now();
    const density = Math.min(MOST_DENSITY, devicePixelRatio || 1);
    const picture: ChartPicture = { ...wanted, density };
    const { size, shape, marks, palette, view } = picture;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const isMissing = tiles.paint(context, picture, TILE_BUDGET_MS);
    context.setTransform(density, 0, 0, density, 0, 0);
    const layer: Layer = { context, view, size, palette, density };
    const place = (row: number) =>
      toScreen(view, size, { x: shape.model.x[row] ?? 0, y: shape.model.y[row] ?? 0 });
    drawCourseLine(layer, marks, place);
    const tools = { ...TOOLS, x: size.width - TOOLS.width };
    const lanePx = shape.spacing * view.scale;
    const taken = [
      tools,
      ...drawMarks(layer, marks, place),
      ...drawClusters(layer, shape.model, lanePx, place),
    ];
    const spared = roomOfNames(layer, shape, picture.ground, marks);
    drawLabels(layer, shape, marks, { place, lanePx, taken, spared });
    onFrame?.(performance.now() - startMs);
    if (isMissing) request();
  };

  return {
    show: (picture) => {
      wanted = picture;
      request();
    },
    stop: () => {
      wanted = null;
      tiles.stop();
      cancelAnimationFrame(frame);
    },
  };
}
