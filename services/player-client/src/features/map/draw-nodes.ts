import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import type { Point } from './map-view.ts';
import { toScreen } from './map-view.ts';

const ROUND = Math.PI * 2;
const LEVEL_CHARTED = 1;
const LEVEL_VISITED = 3;
/** Types on the chart whose ground is dangerous: radiation zone and black hole. */
const DANGEROUS = new Set([3, 4]);
/** Below this many pixels a lane, a sector is a single dot. */
const SIGNS_PX = 14;

/** Radius of a station on the chart; larger where it pays more. */
export const stationRadius = (share: number | undefined): number =>
  share === undefined ? 3.75 : 3.2 + share * 3.2;

function dot(context: CanvasRenderingContext2D, at: Point, radius: number): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, ROUND);
  context.fill();
}

function drawPrice(layer: Layer, at: Point, share: number, freshness: number): void {
  const { context, palette } = layer;
  const radius = stationRadius(share);
  context.fillStyle = palette['bg-0'];
  dot(context, at, radius + 1.5);
  context.fillStyle = palette.amber;
  if (!palette.isFlat) {
    const glow = context.createRadialGradient(at.x, at.y, radius, at.x, at.y, radius * 3.2);
    glow.addColorStop(0, `${palette.amber}55`);
    glow.addColorStop(1, `${palette.amber}00`);
    context.globalAlpha = freshness * (0.25 + share * 0.75);
    context.fillStyle = glow;
    dot(context, at, radius * 3.2);
  }
  context.globalAlpha = freshness;
  context.fillStyle = palette.amber;
  dot(context, at, radius);
  context.globalAlpha = 1;
}

function drawStation(layer: Layer, at: Point, isVisited: boolean): void {
  const { context, palette } = layer;
  context.fillStyle = palette['bg-0'];
  context.strokeStyle = palette['node-known'];
  context.lineWidth = palette.isFlat ? 2 : 1.5;
  context.globalAlpha = isVisited ? 1 : 0.6;
  dot(context, at, stationRadius(undefined));
  context.stroke();
  if (isVisited) {
    context.fillStyle = palette['node-known'];
    dot(context, at, 1.4);
  }
  context.globalAlpha = 1;
}

function drawDanger({ context, palette }: Layer, { x, y }: Point): void {
  context.strokeStyle = palette.amber;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(x, y - 6.5);
  context.lineTo(x + 6.5, y + 4.5);
  context.lineTo(x - 6.5, y + 4.5);
  context.closePath();
  context.stroke();
}

interface NodeLook {
  /** Far out every sector is a single dot. */
  readonly hasSigns: boolean;
  readonly isVisitedShown: boolean;
}

function drawSector(layer: Layer, at: Point, level: number, { hasSigns, isVisitedShown }: NodeLook): void {
  const { context, palette } = layer;
  if (level <= LEVEL_CHARTED && hasSigns) {
    context.fillStyle = isVisitedShown ? palette.accent : palette['node-stub'];
    context.fillText('?', at.x, at.y + 0.5);
    return;
  }
  const isVisited = level === LEVEL_VISITED;
  context.fillStyle = isVisitedShown && isVisited ? palette.green : palette['node-known'];
  context.globalAlpha = isVisited ? 0.95 : 0.5;
  dot(context, at, isVisited ? 2.1 : 1.7);
  context.globalAlpha = 1;
}

function drawNode(
  layer: Layer,
  { model }: ChartShape,
  marks: ChartMarks,
  { row, at }: { readonly row: number; readonly at: Point },
  look: NodeLook,
): void {
  const level = model.levelAt(row);
  const price = marks.prices?.marks.get(model.numberAt(row));
  if (price !== undefined) drawPrice(layer, at, price.share, price.freshness);
  else if (model.hasStation(row) && (look.hasSigns || level === LEVEL_VISITED))
    drawStation(layer, at, level === LEVEL_VISITED);
  else drawSector(layer, at, level, look);
  if (!look.hasSigns) return;
  if (DANGEROUS.has(model.typeAt(row) ?? -1)) drawDanger(layer, at);
  if (marks.overlay !== 'security' || !model.isProtected(row)) return;
  layer.context.strokeStyle = layer.palette.green;
  layer.context.lineWidth = 1;
  layer.context.strokeRect(at.x - 6.5, at.y - 6.5, 13, 13);
}

/** Sectors by what is known of them: visited, scanned, only charted; stations, danger, prices. */
export function drawNodes(layer: Layer, shape: ChartShape, marks: ChartMarks): void {
  const { context, view, size, palette } = layer;
  const { model } = shape;
  const look = {
    hasSigns: shape.spacing * view.scale >= SIGNS_PX,
    isVisitedShown: marks.overlay === 'visited',
  };
  context.save();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `500 10px ${palette['font-num']}`;
  for (let row = 0; row < model.count; row += 1) {
    const at = toScreen(view, size, { x: model.x[row] ?? 0, y: model.y[row] ?? 0 });
    if (at.x < -20 || at.y < -20 || at.x > size.width + 20 || at.y > size.height + 20) continue;
    drawNode(layer, shape, marks, { row, at }, look);
  }
  context.restore();
}
