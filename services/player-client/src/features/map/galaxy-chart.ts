import type { GalaxyChart } from '../../scene/galaxy/galaxy-types.ts';
import { EDGE_KINDS } from '../../sectors/chart-model.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { ChartShape } from './chart-scene.ts';

/** Heights are drawn at twice their size, for depth (rule book, world 12.3). */
const HEIGHT = 2;

/** A chart as the scene in space takes it. */
export function galaxyChartOf({ model, spacing }: ChartShape, palette: ChartPalette): GalaxyChart {
  const { chart, edges } = model;
  const lanes: number[] = [];
  const tunnels: number[] = [];
  for (let edge = 0; edge < edges.count; edge += 1) {
    const isLane = EDGE_KINDS[edges.kind[edge] ?? 0] === 'lane';
    (isLane ? lanes : tunnels).push(edges.from[edge] ?? 0, edges.to[edge] ?? 0);
  }
  return {
    count: model.count,
    x: Float32Array.from(model.x),
    y: Float32Array.from(model.y),
    z: Float32Array.from(chart.z, (height) => height * HEIGHT),
    lanes: Uint32Array.from(lanes),
    tunnels: Uint32Array.from(tunnels),
    spacing,
    nebulae: chart.nebulae.flatMap(({ kind, x, y, radius }) => {
      const colour = palette[`nebula-${kind}` as keyof ChartPalette];
      return typeof colour === 'string' && colour !== '' ? [{ x, y, radius, colour }] : [];
    }),
  };
}
