import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import { drawShape } from './draw-shape.ts';
import type { Point } from './map-view.ts';
import { chartBounds, toScreen } from './map-view.ts';
import type { Looks } from './overlay-looks.ts';
import { SHAPES, TONES } from './overlay-looks.ts';

const ROUND = Math.PI * 2;
const LEVEL_CHARTED = 1;
const LEVEL_VISITED = 3;
/** Types on the chart whose ground is dangerous: radiation zone and black hole. */
const DANGEROUS = new Set([3, 4]);
/** Below this many pixels a lane, a sector is a single dot. */
const SIGNS_PX = 14;
/** As far as a sign reaches around its sector. */
const SIGN_REACH_PX = 24;
/** Further out signs shrink with the lanes, so that sectors do not become one mass. */
const FULL_SIZE_PX = 22;
const LEAST_SHARE = 0.42;

/** Radius of a station on the chart; larger where it pays more. */
export const stationRadius = (share: number | undefined): number =>
  share === undefined ? 3.75 : 3.2 + share * 3.2;

function drawPrice(layer: Layer, at: Point, share: number, freshness: number): void {
  const { context, palette } = layer;
  const radius = stationRadius(share);
  const dot = (size: number): void => {
    context.beginPath();
    context.arc(at.x, at.y, size, 0, ROUND);
    context.fill();
  };
  context.fillStyle = palette['bg-0'];
  dot(radius + 1.5);
  context.fillStyle = palette.amber;
  if (!palette.isFlat) {
    const glow = context.createRadialGradient(at.x, at.y, radius, at.x, at.y, radius * 3.2);
    glow.addColorStop(0, `${palette.amber}55`);
    glow.addColorStop(1, `${palette.amber}00`);
    context.globalAlpha = freshness * (0.25 + share * 0.75);
    context.fillStyle = glow;
    dot(radius * 3.2);
  }
  context.globalAlpha = freshness;
  context.fillStyle = palette.amber;
  dot(radius);
  context.globalAlpha = 1;
}

/** Sectors that look alike, drawn with one path. */
type Batches = Map<number, Point[]>;

const batchKey = ({ tone, shape, size, alpha }: Looks, row: number): number =>
  (((tone[row] ?? 0) * 8 + (shape[row] ?? 0)) * 256 + (size[row] ?? 0)) * 256 + (alpha[row] ?? 0);

function drawBatches({ context, palette }: Layer, batches: Batches, share: number): void {
  for (const [key, places] of batches) {
    const alpha = key % 256;
    const radius = (Math.floor(key / 256) % 256) / 10;
    const shape = SHAPES[Math.floor(key / 65_536) % 8] ?? 'dot';
    const colour = palette[TONES[Math.floor(key / 524_288)] ?? 'node-known'];
    context.globalAlpha = alpha / 255;
    drawShape(context, places, {
      shape,
      radius: radius * share,
      colour,
      ground: palette['bg-0'],
      lineWidth: palette.isFlat ? 2 : 1.5,
    });
  }
  context.globalAlpha = 1;
}

function drawDangers({ context, palette }: Layer, places: readonly Point[]): void {
  context.strokeStyle = palette.amber;
  context.lineWidth = 1.25;
  context.beginPath();
  for (const { x, y } of places) {
    context.moveTo(x, y - 6.5);
    context.lineTo(x + 6.5, y + 4.5);
    context.lineTo(x - 6.5, y + 4.5);
    context.closePath();
  }
  context.stroke();
}

function drawQuestions({ context, palette }: Layer, places: readonly Point[], isSought: boolean): void {
  context.fillStyle = isSought ? palette.accent : palette['node-stub'];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `500 10px ${palette['font-num']}`;
  for (const { x, y } of places) context.fillText('?', x, y + 0.5);
}

/** Which overlays leave what nobody has seen yet a question mark. */
const QUESTIONED = new Set(['trade', 'visited', 'pays', 'asks', 'type']);

/** Sectors by what is known of them and by the overlay; stations, danger, prices. */
export function drawNodes(layer: Layer, { model, tree, spacing }: ChartShape, marks: ChartMarks): void {
  const { context, view, size } = layer;
  const { overlay, looks, prices } = marks;
  const lanePx = spacing * view.scale;
  const hasSigns = lanePx >= SIGNS_PX;
  const share = Math.min(1, Math.max(LEAST_SHARE, lanePx / FULL_SIZE_PX));
  const batches: Batches = new Map();
  const [questions, dangers, visited, priced]: [Point[], Point[], Point[], number[]] = [[], [], [], []];
  tree.within(chartBounds(view, size, SIGN_REACH_PX), (row) => {
    const at = toScreen(view, size, { x: model.x[row] ?? 0, y: model.y[row] ?? 0 });
    const level = model.levelAt(row);
    if (prices?.marks.has(model.numberAt(row)) === true) priced.push(row);
    else if (level <= LEVEL_CHARTED && hasSigns && QUESTIONED.has(overlay)) questions.push(at);
    else {
      const key = batchKey(looks, row);
      const batch = batches.get(key);
      if (batch === undefined) batches.set(key, [at]);
      else batch.push(at);
      if (
        hasSigns &&
        level === LEVEL_VISITED &&
        model.hasStation(row) &&
        SHAPES[looks.shape[row] ?? 0] === 'ring'
      )
        visited.push(at);
    }
    if (hasSigns && overlay !== 'danger' && overlay !== 'type' && DANGEROUS.has(model.typeAt(row) ?? -1))
      dangers.push(at);
  });
  context.save();
  drawBatches(layer, batches, share);
  drawShape(context, visited, {
    shape: 'dot',
    radius: 1.4,
    colour: layer.palette['node-known'],
    ground: layer.palette['bg-0'],
    lineWidth: 1,
  });
  drawQuestions(layer, questions, overlay === 'visited');
  if (dangers.length > 0) drawDangers(layer, dangers);
  for (const row of priced) {
    const price = prices?.marks.get(model.numberAt(row));
    const at = toScreen(view, size, { x: model.x[row] ?? 0, y: model.y[row] ?? 0 });
    if (price !== undefined) drawPrice(layer, at, price.share, price.freshness);
  }
  context.restore();
}
