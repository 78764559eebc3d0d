import type { ChartModel } from '../../sectors/chart-model.ts';
import type { Contour } from './contour.ts';
import type { Overlay } from './map-store.ts';
import type { Bounds } from './map-view.ts';
import type { NodeGrid } from './node-grid.ts';
import { createNodeGrid } from './node-grid.ts';
import type { PriceMarks } from './price-marks.ts';
import type { Zone } from './zone-field.ts';
import { shapeLand, usualLane, ZONES } from './zone-field.ts';

/** A chart with everything about it that does not change while it is looked at, in chart units. */
export interface ChartShape {
  readonly model: ChartModel;
  readonly spacing: number;
  readonly bounds: Bounds;
  readonly grid: NodeGrid;
  readonly coast: Path2D;
  readonly zones: readonly { readonly index: number; readonly zone: Zone; readonly area: Path2D }[];
  readonly borders: readonly { readonly index: number; readonly lines: Path2D }[];
  /** Where the name of each zone stands. */
  readonly names: readonly { readonly zone: Zone; readonly x: number; readonly y: number }[];
}

/** What is drawn on it besides: changes with the player's choices. */
export interface ChartMarks {
  readonly overlay: Overlay;
  readonly prices: PriceMarks | null;
  /** Row of the ship, null when it is elsewhere. */
  readonly me: number | null;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly avoided: readonly number[];
  /** Rows of the course in this region with the turns spent on arrival; the first is the start. */
  readonly course: readonly { readonly row: number; readonly turns: number }[];
  readonly zoneNames: Readonly<Record<Zone, string>>;
}

/** Contours as one path, corners rounded through the middles of their sides. */
function smoothPath(contours: readonly Contour[]): Path2D {
  const path = new Path2D();
  for (const { points, isClosed } of contours) {
    const count = points.length / 2;
    const x = (index: number): number => points[(index % count) * 2] ?? 0;
    const y = (index: number): number => points[(index % count) * 2 + 1] ?? 0;
    const last = isClosed ? count : count - 1;
    if (isClosed) path.moveTo((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
    else path.moveTo(x(0), y(0));
    for (let index = 1; index < last; index += 1)
      path.quadraticCurveTo(x(index), y(index), (x(index) + x(index + 1)) / 2, (y(index) + y(index + 1)) / 2);
    if (isClosed) {
      path.quadraticCurveTo(x(0), y(0), (x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
      path.closePath();
    } else path.lineTo(x(count - 1), y(count - 1));
  }
  return path;
}

/**
 * A place for the name of each zone: the sector that lies furthest from every other zone, from stations,
 * which have names of their own, and from the names already placed.
 */
function namePlaces(model: ChartModel, zones: readonly { index: number; zone: Zone }[]): ChartShape['names'] {
  const placed: { zone: Zone; x: number; y: number }[] = [];
  const others = (index: number): number[] =>
    Array.from({ length: model.count }, (_, row) => row).filter(
      (row) => model.chart.zone[row] !== index || model.hasStation(row),
    );
  for (const { index, zone } of zones) {
    const rivals = [
      ...sampled(others(index)).map((row) => ({ x: model.x[row] ?? 0, y: model.y[row] ?? 0 })),
      ...placed,
    ];
    let best: { zone: Zone; x: number; y: number } | null = null;
    let bestRoom = -1;
    for (let row = 0; row < model.count; row += 1) {
      if (model.chart.zone[row] !== index) continue;
      const [x, y] = [model.x[row] ?? 0, model.y[row] ?? 0];
      // Names are wide and low: room to the sides counts less than room above and below.
      const room = rivals.reduce(
        (least, rival) => Math.min(least, Math.hypot((rival.x - x) / 2, rival.y - y)),
        1e9,
      );
      if (room <= bestRoom) continue;
      bestRoom = room;
      best = { zone, x, y };
    }
    if (best !== null) placed.push(best);
  }
  return placed;
}

const MOST_RIVALS = 400;

/** Enough of many rows to know where they lie. */
function sampled(rows: readonly number[]): readonly number[] {
  const step = Math.ceil(rows.length / MOST_RIVALS);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}

function shape(model: ChartModel): ChartShape {
  const spacing = usualLane(model);
  const land = shapeLand(model, spacing);
  const { minX, minY, maxX, maxY } = model.bounds;
  const zones = land.zones.map(({ zone, area }) => ({
    index: ZONES.indexOf(zone),
    zone,
    area: smoothPath(area),
  }));
  return {
    model,
    spacing,
    bounds: { minX: minX - spacing, minY: minY - spacing, maxX: maxX + spacing, maxY: maxY + spacing },
    grid: createNodeGrid(model.x, model.y, spacing),
    coast: smoothPath(land.coast),
    zones,
    borders: land.borders.map(({ zone, lines }) => ({
      index: ZONES.indexOf(zone),
      lines: smoothPath(lines),
    })),
    names: namePlaces(model, zones),
  };
}

const shapes = new WeakMap<ChartModel, ChartShape>();

/** The shape of a chart, made once for each version of it. */
export function chartShapeOf(model: ChartModel): ChartShape {
  let made = shapes.get(model);
  if (made === undefined) {
    made = shape(model);
    shapes.set(model, made);
  }
  return made;
}
