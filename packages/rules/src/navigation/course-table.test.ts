import { expect, test } from 'vitest';
import { generateRegion } from '../universe/index.ts';
import { buildRegionGraph } from './build-region-graph.ts';
import { courseTable } from './course-table.ts';
import { plotCourse } from './plot-course.ts';

const plan = generateRegion({
  generatorVersion: 1,
  seed: 'table',
  regionKind: 'terran_space',
  regionCode: 'TER',
  sectorCount: 300,
});
const graph = buildRegionGraph(
  plan.sectors.map((sector) => ({ ...sector, id: sector.number, regionId: 'r', danger: 1 })),
  plan.warps.map((warp, index) => ({ ...warp, id: index + 1, linkId: warp.linkIndex })),
);
const ship = { type: 'light_freighter', upgrades: {}, conditionMilli: 100_000, fault: 'none' } as const;

test('the table agrees with a plotted course to every sector', () => {
  const table = courseTable(graph, { from: 1, ship, levelOf: () => 3 });
  for (const { number } of plan.sectors.slice(1)) {
    const course = plotCourse(graph, { from: 1, to: number, objective: 'turns', ship, levelOf: () => 3 });
    const entry = table(number);
    if ('code' in course) expect(entry).toBeNull();
    else expect(entry).toMatchObject({ turns: course.totalTurns, hops: course.totalHops });
  }
});

test('the table goes round what is to be avoided, and ends there', () => {
  const avoid = new Set(plan.sectors.filter(({ number }) => number % 7 === 3).map(({ number }) => number));
  const table = courseTable(graph, { from: 1, ship, avoid, levelOf: () => 3 });
  for (const { number } of plan.sectors.slice(1)) {
    const course = plotCourse(graph, {
      from: 1,
      to: number,
      objective: 'turns',
      ship,
      avoid,
      levelOf: () => 3,
    });
    const isPassed = 'hops' in course && course.hops.slice(0, -1).some(({ to }) => avoid.has(to));
    expect(isPassed).toBe(false);
    expect(table(number)?.turns ?? null).toBe('code' in course ? null : course.totalTurns);
  }
});

test('an unknown start knows no ways', () => {
  const table = courseTable(graph, { from: 1, ship, levelOf: () => 0 });
  expect(table(2)).toBeNull();
});
