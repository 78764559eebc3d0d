import { describe, expect, it } from 'vitest';
import type { Course, Hop } from '../../courses/course-store.ts';
import { buildChartModel, EDGE_KINDS } from '../../sectors/chart-model.ts';
import { courseRows } from './course-rows.ts';
import { testChart } from './testing/chart.ts';

const hop = (number: number, regionName: string, cost: number): Hop => ({
  to: 10_000 + number,
  number,
  regionName,
  name: null,
  warpId: number,
  kind: 'lane',
  cost,
  toll: 0n,
  hazard: null,
  knownLevel: 3,
});
const course = (hops: readonly Hop[]): Course => ({
  routeId: null,
  objective: 'turns',
  via: [],
  from: 10_001,
  hops,
  routes: null,
});
const model = buildChartModel(testChart([{ at: [0, 0] }, { at: [40, 0] }, { at: [80, 0] }]));

describe('a course on a chart', () => {
  it('begins at the ship and counts the turns spent', () => {
    expect(courseRows(model, course([hop(2, 'terran-space', 3), hop(3, 'terran-space', 4)]))).toEqual([
      { row: 0, turns: 0, side: null },
      { row: 1, turns: 3, side: 0 },
      { row: 2, turns: 7, side: 0 },
    ]);
  });

  it('leaves out what lies in another region, but not its turns', () => {
    const rows = courseRows(model, course([hop(2, 'central-nexus', 5), hop(2, 'terran-space', 1)]));
    expect(rows).toEqual([
      { row: 0, turns: 0, side: null },
      { row: 1, turns: 6, side: null },
    ]);
    expect(courseRows(model, null)).toEqual([]);
  });

  it('bows with the tunnel it takes, whichever way it is flown', () => {
    const tunnel = EDGE_KINDS.indexOf('tunnel');
    const sectors = [{ at: [0, 0] }, { at: [40, 0] }] as const;
    const through = [{ ...hop(2, 'terran-space', 3), kind: 'tunnel' as const }];
    const sides = (edges: readonly number[]) =>
      courseRows(buildChartModel(testChart(sectors, edges)), course(through)).map(({ side }) => side);
    expect(sides([1, 2, tunnel, 0])).toEqual([null, 1]);
    expect(sides([2, 1, tunnel, 0])).toEqual([null, -1]);
  });
});
