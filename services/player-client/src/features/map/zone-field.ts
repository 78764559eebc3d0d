import type { ChartModel } from '../../sectors/chart-model.ts';
import { EDGE_KINDS } from '../../sectors/chart-model.ts';
import type { Contour, Lattice } from './contour.ts';
import { traceContours } from './contour.ts';
import type { NamedSectors } from './name-places.ts';
import { namePlaces } from './name-places.ts';

/** Zones by their number on the chart; the order of the contract's list. */
export const ZONES = ['federation', 'border', 'frontier', 'expanse'] as const;
export type Zone = (typeof ZONES)[number];

/** What the land is made from: columns that a worker can be given. */
export interface LandInput extends NamedSectors {
  readonly bounds: ChartModel['bounds'];
  readonly spacing: number;
}

/** The light of the zones as a picture: one byte for each of four zones, rows from the lowest y up. */
export interface LandField {
  readonly columns: number;
  readonly rows: number;
  readonly minX: number;
  readonly minY: number;
  /** Chart units from one place of the picture to the next. */
  readonly cell: number;
  readonly light: Uint8Array;
}

/** How known space lies on the sea of the unknown: areas and lines in chart units. */
export interface Land {
  readonly coast: readonly Contour[];
  readonly zones: readonly { readonly zone: Zone; readonly area: readonly Contour[] }[];
  /** Where two zones meet inland. */
  readonly borders: readonly { readonly zone: Zone; readonly lines: readonly Contour[] }[];
  readonly field: LandField;
  /** Where the name of each zone stands. */
  readonly names: readonly { readonly zone: Zone; readonly x: number; readonly y: number }[];
}

/** Half the ground a lone sector lights, in usual lanes, and how finely it is computed. */
const REACH_LANES = 1.05;
const CELLS_PER_REACH = 8;
const MOST_CELLS = 420;
/** Sum of light at which ground becomes known, and from where zone borders are drawn. */
export const COAST = 0.3;
const INLAND = 0.33;
const FALL = 1.6;
/** Bytes a unit of light in the picture of the field. */
export const LIGHT_STEPS = 120;

interface Field extends Omit<Lattice, 'values'> {
  readonly minX: number;
  readonly minY: number;
  readonly cell: number;
  readonly light: readonly Float32Array[];
}

/** Every known sector lights the ground around it in the colour of its zone. */
function lightField(input: LandInput): Field {
  const { spacing } = input;
  const reach = spacing * REACH_LANES;
  const { minX, minY, maxX, maxY } = input.bounds;
  const extent = Math.max(maxX - minX, maxY - minY) + 4 * reach;
  const cell = Math.max(reach / CELLS_PER_REACH, extent / MOST_CELLS);
  const [left, low] = [minX - 2.1 * reach, minY - 2.1 * reach];
  const columns = Math.ceil((maxX + 2.1 * reach - left) / cell) + 2;
  const rows = Math.ceil((maxY + 2.1 * reach - low) / cell) + 2;
  const light = ZONES.map(() => new Float32Array(columns * rows));
  const span = Math.floor((2 * reach) / cell);
  for (let row = 0; row < input.count; row += 1) {
    const field = light[input.zone[row] ?? 0] ?? light[0];
    if (field === undefined) continue;
    const [x, y] = [((input.x[row] ?? 0) - left) / cell, ((input.y[row] ?? 0) - low) / cell];
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
export function usualLane({ x, y, edges }: Pick<ChartModel, 'x' | 'y' | 'edges'>): number {
  const lengths: number[] = [];
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (EDGE_KINDS[edges.kind[edge] ?? 0] !== 'lane') continue;
    const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
    lengths.push(Math.hypot((x[from] ?? 0) - (x[to] ?? 0), (y[from] ?? 0) - (y[to] ?? 0)));
  }
  lengths.sort((a, b) => a - b);
  return Math.max(1, lengths[Math.floor(lengths.length / 2)] ?? 40);
}

/** The columns the land of a chart is made from. */
export function landInputOf(model: ChartModel, spacing: number): LandInput {
  return {
    count: model.count,
    x: model.x,
    y: model.y,
    zone: Uint8Array.from(model.chart.zone),
    isNamed: Uint8Array.from(model.chart.n, (_, row) => (model.hasStation(row) ? 1 : 0)),
    bounds: model.bounds,
    spacing,
  };
}

/** One byte a zone: light above twice the coast's is all the same. */
function pictureOf({ columns, rows, minX, minY, cell, light }: Field): LandField {
  const picture = new Uint8Array(columns * rows * 4);
  light.forEach((field, zone) => {
    for (let at = 0; at < field.length; at += 1)
      picture[at * 4 + zone] = Math.min(255, Math.round((field[at] ?? 0) * LIGHT_STEPS));
  });
  return { columns, rows, minX, minY, cell, light: picture };
}

/** Coast, zones and borders of the known sectors. One pass over sectors, then over the lattice. */
export function shapeLand(input: LandInput): Land {
  const lit = lightField(input);
  const { columns, rows, minX, minY, cell, light } = lit;
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
  const zones = light.map((field, index) => ({ field, zone: ZONES[index] ?? 'expanse' }));
  const present = zones.filter(({ field }) => field.some((value) => value > 0));
  return {
    field: pictureOf(lit),
    names: namePlaces(
      input,
      present.map(({ zone }) => ZONES.indexOf(zone)),
    ).map(({ zone, x, y }) => ({ zone: ZONES[zone] ?? 'expanse', x, y })),
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
