import type { ChartModel } from '../../sectors/chart-model.ts';
import type { Contour, Lattice } from './contour.ts';
import { traceContours } from './contour.ts';

/** Zones by their number on the chart; the order of the contract's list. */
export const ZONES = ['federation', 'border', 'frontier', 'expanse'] as const;
export type Zone = (typeof ZONES)[number];

/** How known space lies on the sea of the unknown: areas and lines in chart units. */
export interface Land {
  readonly coast: readonly Contour[];
  readonly zones: readonly { readonly zone: Zone; readonly area: readonly Contour[] }[];
  /** Where two zones meet inland. */
  readonly borders: readonly { readonly zone: Zone; readonly lines: readonly Contour[] }[];
}

/** Half the ground a lone sector lights, in usual lanes, and how finely it is computed. */
const REACH_LANES = 1.05;
const CELLS_PER_REACH = 8;
const MOST_CELLS = 420;
/** Sum of light at which ground becomes known, and from where zone borders are drawn. */
const COAST = 0.3;
const INLAND = 0.33;
const FALL = 1.6;

interface Field extends Omit<Lattice, 'values'> {
  readonly minX: number;
  readonly minY: number;
  readonly cell: number;
  readonly light: readonly Float32Array[];
}

/** Every known sector lights the ground around it in the colour of its zone. */
function lightField(model: ChartModel, spacing: number): Field {
  const reach = spacing * REACH_LANES;
  const { minX, minY, maxX, maxY } = model.bounds;
  const extent = Math.max(maxX - minX, maxY - minY) + 4 * reach;
  const cell = Math.max(reach / CELLS_PER_REACH, extent / MOST_CELLS);
  const [left, low] = [minX - 2.1 * reach, minY - 2.1 * reach];
  const columns = Math.ceil((maxX + 2.1 * reach - left) / cell) + 2;
  const rows = Math.ceil((maxY + 2.1 * reach - low) / cell) + 2;
  const light = ZONES.map(() => new Float32Array(columns * rows));
  const span = Math.floor((2 * reach) / cell);
  for (let row = 0; row < model.count; row += 1) {
    const field = light[model.chart.zone[row] ?? 0] ?? light[0];
    if (field === undefined) continue;
    const [x, y] = [((model.x[row] ?? 0) - left) / cell, ((model.y[row] ?? 0) - low) / cell];
    for (let line = Math.max(1, Math.ceil(y - span)); line <= Math.min(rows - 2, y + span); line += 1)
      for (
        let column = Math.max(1, Math.ceil(x - span));
        column <= Math.min(columns - 2, x + span);
        column += 1
      ) {
        const distance = ((column - x) ** 2 + (line - y) ** 2) * (cell / reach) ** 2;
        const at = line * columns + column;
        field[at] = (field[at] ?? 0) + Math.exp(-distance * FALL);
      }
  }
  return { columns, rows, minX: left, minY: low, cell, light };
}

/** The usual length of a lane: the middle one, so that a few long ones do not count. */
export function usualLane(model: ChartModel): number {
  const lengths = model.edges
    .filter(({ kind }) => kind === 'lane')
    .map(({ from, to }) =>
      Math.hypot((model.x[from] ?? 0) - (model.x[to] ?? 0), (model.y[from] ?? 0) - (model.y[to] ?? 0)),
    )
    .sort((a, b) => a - b);
  return Math.max(1, lengths[Math.floor(lengths.length / 2)] ?? 40);
}

/** Coast, zones and borders of the known sectors. One pass over sectors, then over the lattice. */
export function shapeLand(model: ChartModel, spacing: number): Land {
  const { columns, rows, minX, minY, cell, light } = lightField(model, spacing);
  const size = columns * rows;
  const sum = new Float32Array(size);
  for (const field of light) for (let at = 0; at < size; at += 1) sum[at] = (sum[at] ?? 0) + (field[at] ?? 0);
  const onChart = ({ points, isClosed }: Contour): Contour => ({
    points: points.map((value, index) => (index % 2 === 0 ? minX : minY) + value * cell),
    isClosed,
  });
  const trace = (values: Float32Array, isOpen?: (corner: number) => boolean) =>
    traceContours({ columns, rows, values }, isOpen).map(onChart);
  const ahead = (field: Float32Array, at: number): number => {
    let most = 0;
    for (const other of light) if (other !== field) most = Math.max(most, other[at] ?? 0);
    return (field[at] ?? 0) - most;
  };
  const lit = light.map((field, index) => ({ field, zone: ZONES[index] ?? 'expanse' }));
  const present = lit.filter(({ field }) => field.some((value) => value > 0));
  return {
    coast: trace(sum.map((value) => value - COAST)),
    zones: present.map(({ field, zone }) => ({
      zone,
      area: trace(field.map((_, at) => Math.min((sum[at] ?? 0) - COAST, ahead(field, at)))),
    })),
    borders: present.map(({ field, zone }) => ({
      zone,
      lines: trace(
        field.map((_, at) => ahead(field, at)),
        (corner) => (sum[corner] ?? 0) > INLAND,
      ),
    })),
  };
}
