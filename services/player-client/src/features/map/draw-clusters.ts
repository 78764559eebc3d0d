import type { ChartModel } from '../../sectors/chart-model.ts';
import { clusterHulls } from './cluster-hulls.ts';
import type { Layer } from './draw-ground.ts';
import type { PlaceOf } from './draw-marks.ts';
import type { Box } from './place-labels.ts';

/** Below this many pixels a lane sectors are a texture, and clusters are what one reads. */
const CLUSTERS_PX = 9;
const LINE_PX = 18;

/** From afar: the outline of each cluster, its name and how many of its sectors are known. Returns their room. */
export function drawClusters(
  { context, palette, size }: Layer,
  model: ChartModel,
  lanePx: number,
  place: PlaceOf,
): readonly Box[] {
  if (lanePx >= CLUSTERS_PX) return [];
  const taken: Box[] = [];
  context.save();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { name, count, corners } of clusterHulls(model)) {
    const points = corners.map(place);
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (right < 0 || bottom < 0 || left > size.width || top > size.height) continue;
    context.beginPath();
    for (const [index, { x, y }] of points.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    context.strokeStyle = palette['line-control'];
    context.globalAlpha = palette.isFlat ? 1 : 0.5;
    context.lineWidth = 1;
    context.setLineDash([4, 5]);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const lines = [
      { words: name, font: `560 12px ${palette['font-ui']}`, colour: palette['text-hi'], y: y - 7 },
      { words: String(count), font: `600 11px ${palette['font-num']}`, colour: palette['text-lo'], y: y + 8 },
    ];
    for (const { words, font, colour, y: line } of lines) {
      context.font = font;
      context.strokeStyle = palette['bg-0'];
      context.lineWidth = 4;
      context.strokeText(words, x, line);
      context.fillStyle = colour;
      context.fillText(words, x, line);
    }
    const width = name.length * 8;
    taken.push({ x: x - width / 2, y: y - LINE_PX, width, height: LINE_PX * 2 });
  }
  context.restore();
  return taken;
}
