import type { Course } from '../../courses/course-store.ts';
import { turnsAlong } from '../../courses/course-store.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { sectorNumberOf } from '../../sectors/chart-model.ts';

export interface CourseRow {
  readonly row: number;
  /** Turns spent on arriving there; 0 where the course begins. */
  readonly turns: number;
}

/** The part of a course that lies on a chart, its start first where that is on it too. */
export function courseRows(model: ChartModel, course: Course | null): readonly CourseRow[] {
  if (course === null) return [];
  const spent = turnsAlong(course.hops);
  const start = model.rowOf(sectorNumberOf(model.chart, course.from));
  const hops = course.hops.flatMap(({ number, regionName }, index) => {
    const row = regionName === model.chart.region.name ? model.rowOf(number) : null;
    return row === null ? [] : [{ row, turns: spent[index] ?? 0 }];
  });
  return start === null ? hops : [{ row: start, turns: 0 }, ...hops];
}
