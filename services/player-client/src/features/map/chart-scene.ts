import type { ChartModel } from '../../sectors/chart-model.ts';
import type { BookmarkMark } from './bookmark-mark.ts';
import type { Contour } from './contour.ts';
import type { CourseRow } from './course-rows.ts';
import type { EdgeIndex } from './edge-index.ts';
import { indexEdges } from './edge-index.ts';
import type { KdTree } from './kd-tree.ts';
import { createKdTree } from './kd-tree.ts';
import type { OverlayId } from './map-store.ts';
import type { Bounds } from './map-view.ts';
import type { Looks } from './overlay-looks.ts';
import type { PriceMarks } from './price-marks.ts';
import type { Land, LandField, Zone } from './zone-field.ts';
import { usualLane, ZONES } from './zone-field.ts';

/** A chart with everything about it that does not change while it is looked at, in chart units. */
export interface ChartShape {
  readonly model: ChartModel;
  readonly spacing: number;
  readonly bounds: Bounds;
  readonly tree: KdTree;
  readonly warps: EdgeIndex;
}

/** The ground under the chart, ready to be painted. It is computed beside the page and comes a little later. */
export interface ChartGround {
  readonly coast: Path2D;
  readonly zones: readonly { readonly index: number; readonly zone: Zone; readonly area: Path2D }[];
  readonly borders: readonly { readonly index: number; readonly lines: Path2D }[];
  readonly names: Land['names'];
  readonly field: LandField;
}

/** What is drawn on it besides: changes with the player's choices. */
export interface ChartMarks {
  readonly overlay: OverlayId;
  readonly looks: Looks;
  readonly prices: PriceMarks | null;
  /** Row of the ship, null when it is elsewhere. */
  readonly me: number | null;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly avoided: readonly number[];
  /** Rows a course has to pass. */
  readonly waypoints: readonly number[];
  readonly bookmarks: ReadonlyMap<number, BookmarkMark>;
  readonly noted: ReadonlySet<number>;
  /** Rows of the course in this region; the first is the start. */
  readonly course: readonly CourseRow[];
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

/** Land as paths to fill and to stroke. */
export function groundOf(land: Land): ChartGround {
  return {
    coast: smoothPath(land.coast),
    zones: land.zones.map(({ zone, area }) => ({ index: ZONES.indexOf(zone), zone, area: smoothPath(area) })),
    borders: land.borders.map(({ zone, lines }) => ({
      index: ZONES.indexOf(zone),
      lines: smoothPath(lines),
    })),
    names: land.names,
    field: land.field,
  };
}

function shape(model: ChartModel): ChartShape {
  const spacing = usualLane(model);
  const { minX, minY, maxX, maxY } = model.bounds;
  return {
    model,
    spacing,
    bounds: { minX: minX - spacing, minY: minY - spacing, maxX: maxX + spacing, maxY: maxY + spacing },
    tree: createKdTree(model.x, model.y),
    warps: indexEdges(model, spacing),
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
