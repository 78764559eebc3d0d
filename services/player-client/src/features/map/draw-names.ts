import type { ChartGround, ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import type { Point } from './map-view.ts';
import { toScreen } from './map-view.ts';
import type { Box } from './place-labels.ts';

/** From this many pixels a lane on, clusters are named instead of zones. */
const CLUSTERS_PX = 64;

interface NameLook {
  readonly px: number;
  readonly spacing: number;
  /** How much of the chart shows through where colours are mixed. */
  readonly alpha: number;
}

const ZONE: NameLook = { px: 17, spacing: 8, alpha: 0.5 };
const CLUSTER: NameLook = { px: 13, spacing: 4, alpha: 0.6 };

interface Named {
  readonly look: NameLook;
  readonly names: readonly (Point & { readonly name: string })[];
}

function namesOf(
  view: Layer['view'],
  { spacing, model }: ChartShape,
  ground: ChartGround,
  { zoneNames, overlay }: ChartMarks,
): Named {
  const hasZones = spacing * view.scale < CLUSTERS_PX && overlay !== 'territory';
  return hasZones
    ? { look: ZONE, names: ground.names.map(({ zone, x, y }) => ({ name: zoneNames[zone], x, y })) }
    : { look: CLUSTER, names: model.chart.clusters };
}

function write({ context, palette }: Layer, { px, spacing }: NameLook): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.letterSpacing = `${spacing}px`;
  context.font = `500 ${px}px ${palette['font-ui']}`;
}

/** Names lie on zones and clusters as on a sea chart, under everything that was explored. */
export function drawNames(
  layer: Layer,
  shape: ChartShape,
  ground: ChartGround | null,
  marks: ChartMarks,
): void {
  if (ground === null) return;
  const { context, view, size, palette } = layer;
  const { look, names } = namesOf(view, shape, ground, marks);
  context.save();
  write(layer, look);
  context.fillStyle = palette['text-lo'];
  context.globalAlpha = palette.isFlat ? 1 : look.alpha;
  for (const { name, x, y } of names) {
    const at = toScreen(view, size, { x, y });
    context.fillText(name, at.x, at.y);
  }
  context.restore();
}

/** The room those names take on screen: a label that finds another place leaves it free. */
export function roomOfNames(
  layer: Layer,
  shape: ChartShape,
  ground: ChartGround | null,
  marks: ChartMarks,
): readonly Box[] {
  if (ground === null) return [];
  const { context, view, size } = layer;
  const { look, names } = namesOf(view, shape, ground, marks);
  context.save();
  write(layer, look);
  const room = names.map(({ name, x, y }) => {
    const at = toScreen(view, size, { x, y });
    const width = context.measureText(name).width;
    return { x: at.x - width / 2, y: at.y - look.px / 2, width, height: look.px };
  });
  context.restore();
  return room;
}
