import type { Course, Hop } from '../../courses/course-store.ts';
import { turnsAlong } from '../../courses/course-store.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { EDGE_KINDS, sectorNumberOf } from '../../sectors/chart-model.ts';
import type { Side } from './warp-bend.ts';
import { sideOf } from './warp-bend.ts';

export interface CourseRow {
  readonly row: number;
  /** Turns spent on arriving there; 0 where the course begins. */
  readonly turns: number;
  /** How the warp that leads there bows; null where the course comes from beyond the chart. */
  readonly side: Side | null;
}

/** How the warp of a hop bows for somebody who flies it from one row to another. */
function sideOfHop({ edges }: ChartModel, from: number, to: number, kind: Hop['kind']): Side {
  if (sideOf(kind) === 0) return 0;
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (EDGE_KINDS[edges.kind[edge] ?? 0] !== kind) continue;
    if (edges.from[edge] === from && edges.to[edge] === to) return 1;
    if (edges.from[edge] === to && edges.to[edge] === from) return -1;
  }
  return 0;
}

/** The part of a course that lies on a chart, its start first where that is on it too. */
export function courseRows(model: ChartModel, course: Course | null): readonly CourseRow[] {
  if (course === null) return [];
  const spent = turnsAlong(course.hops);
  const start = model.rowOf(sectorNumberOf(model.chart, course.from));
  const rows: CourseRow[] = start === null ? [] : [{ row: start, turns: 0, side: null }];
  let from = start;
  for (const [index, { number, regionName, kind }] of course.hops.entries()) {
    const row = regionName === model.chart.region.name ? model.rowOf(number) : null;
    if (row !== null)
      rows.push({
        row,
        turns: spent[index] ?? 0,
        side: from === null ? null : sideOfHop(model, from, row, kind),
      });
    from = row;
  }
  return rows;
}
