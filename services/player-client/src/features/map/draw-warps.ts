import type { ChartModel, EdgeKind } from '../../sectors/chart-model.ts';
import { EDGE_KINDS } from '../../sectors/chart-model.ts';
import type { ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import { edgesWithin } from './edge-index.ts';
import type { Point } from './map-view.ts';
import { chartBounds, toScreen } from './map-view.ts';
import { bendOf, sideOf } from './warp-bend.ts';

const ARROW_PX = 5;
const STUB_PX = 22;
/** Below this many pixels a lane, lanes are only a texture. */
const TEXTURE_PX = 9;
const LEVEL_CHARTED = 1;

interface Drawn {
  readonly a: Point;
  readonly b: Point;
  /** Middle of the curve's control; the middle itself for a straight warp. */
  readonly bend: Point;
}

const kindOf = ({ edges }: ChartModel, edge: number): EdgeKind => EDGE_KINDS[edges.kind[edge] ?? 0] ?? 'lane';

function endsOf({ view, size }: Layer, { model }: ChartShape, edge: number): Drawn | null {
  const [from, to] = [model.edges.from[edge] ?? 0, model.edges.to[edge] ?? 0];
  const kind = kindOf(model, edge);
  const a = toScreen(view, size, { x: model.x[from] ?? 0, y: model.y[from] ?? 0 });
  const b = toScreen(view, size, { x: model.x[to] ?? 0, y: model.y[to] ?? 0 });
  const bend = bendOf(a, b, sideOf(kind));
  const isOff =
    Math.max(a.x, b.x, bend.x) < 0 ||
    Math.max(a.y, b.y, bend.y) < 0 ||
    Math.min(a.x, b.x, bend.x) > size.width ||
    Math.min(a.y, b.y, bend.y) > size.height;
  if (isOff) return null;
  return { a, b, bend };
}

function trace(context: CanvasRenderingContext2D, { a, b, bend }: Drawn): void {
  context.moveTo(a.x, a.y);
  context.quadraticCurveTo(bend.x, bend.y, b.x, b.y);
}

/** The point a little past the middle of a warp and the way it leads there: an arrow head. */
function arrow(context: CanvasRenderingContext2D, { a, b, bend }: Drawn): void {
  const share = 0.58;
  const rest = 1 - share;
  const x = rest * rest * a.x + 2 * rest * share * bend.x + share * share * b.x;
  const y = rest * rest * a.y + 2 * rest * share * bend.y + share * share * b.y;
  const angle = Math.atan2(
    rest * (bend.y - a.y) + share * (b.y - bend.y),
    rest * (bend.x - a.x) + share * (b.x - bend.x),
  );
  for (const side of [2.6, -2.6]) {
    context.moveTo(x, y);
    context.lineTo(x + Math.cos(angle + side) * ARROW_PX, y + Math.sin(angle + side) * ARROW_PX);
  }
}

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

function strokeAll(context: CanvasRenderingContext2D, drawn: readonly Drawn[], stroke: Stroke): void {
  if (drawn.length === 0) return;
  context.save();
  context.strokeStyle = stroke.colour;
  context.lineWidth = stroke.width;
  context.globalAlpha = stroke.alpha;
  context.setLineDash([...stroke.dash]);
  context.beginPath();
  for (const line of drawn) trace(context, line);
  context.stroke();
  context.restore();
}

/** Warps whose other end is not even charted: a short dotted line that leads nowhere yet. */
function drawStubs(layer: Layer, { model }: ChartShape): void {
  const { context, view, size, palette } = layer;
  context.save();
  context.strokeStyle = palette['node-stub'];
  context.setLineDash([2, 3]);
  context.beginPath();
  for (const { from } of model.stubs) {
    const at = toScreen(view, size, { x: model.x[from] ?? 0, y: model.y[from] ?? 0 });
    if (at.x < -STUB_PX || at.y < -STUB_PX || at.x > size.width || at.y > size.height + STUB_PX) continue;
    context.moveTo(at.x, at.y);
    context.lineTo(at.x + STUB_PX, at.y - STUB_PX / 2);
  }
  context.stroke();
  context.restore();
}

/** Every warp on screen: lanes, lanes into the unvisited, tunnels, trunks, links, one-way arrows. */
export function drawWarps(layer: Layer, shape: ChartShape): void {
  const { context, view, palette } = layer;
  const { model } = shape;
  const isTexture = shape.spacing * view.scale < TEXTURE_PX;
  const known: Drawn[] = [];
  const dim: Drawn[] = [];
  const tunnels: Drawn[] = [];
  const trunks: Drawn[] = [];
  const gates: Drawn[] = [];
  const oneWay: Drawn[] = [];
  edgesWithin(shape.warps, shape.tree, chartBounds(view, layer.size, 0), (edge) => {
    const drawn = endsOf(layer, shape, edge);
    if (drawn === null) return;
    const kind = kindOf(model, edge);
    const isDim =
      model.levelAt(model.edges.from[edge] ?? 0) <= LEVEL_CHARTED ||
      model.levelAt(model.edges.to[edge] ?? 0) <= LEVEL_CHARTED;
    if (kind === 'tunnel') tunnels.push(drawn);
    else if (kind === 'trunk') trunks.push(drawn);
    else if (kind === 'gate' || kind === 'nexus_link') gates.push(drawn);
    else (isDim ? dim : known).push(drawn);
    if (model.edges.oneWay[edge] === 1) oneWay.push(drawn);
  });
  const alpha = isTexture ? 0.45 : 1;
  strokeAll(context, dim, { colour: palette['node-stub'], width: 1, dash: [2, 3], alpha: alpha * 0.8 });
  strokeAll(context, known, { colour: palette.lane, width: palette.isFlat ? 1.5 : 1, dash: [], alpha });
  strokeAll(context, trunks, { colour: palette['text-lo'], width: 4, dash: [], alpha: alpha * 0.75 });
  strokeAll(context, trunks, { colour: palette['bg-1'], width: 2, dash: [], alpha });
  strokeAll(context, tunnels, { colour: palette.violet, width: 1.25, dash: [5, 4], alpha: alpha * 0.55 });
  strokeAll(context, gates, { colour: palette.violet, width: 1.25, dash: [1, 3], alpha });
  if (isTexture) return;
  drawStubs(layer, shape);
  context.save();
  context.strokeStyle = palette['text-mid'];
  context.lineWidth = 1.25;
  context.beginPath();
  for (const drawn of oneWay) arrow(context, drawn);
  context.stroke();
  context.restore();
}
