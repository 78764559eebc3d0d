import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import { clusterHulls, hullOf } from './cluster-hulls.ts';
import { testChart } from './testing/chart.ts';

const at = (x: number, y: number) => ({ at: [x, y] as const });

describe('clusters from afar', () => {
  const model = buildChartModel({
    ...testChart([at(0, 0), at(10, 0), at(10, 10), at(0, 10), at(5, 5), at(5, 0), at(90, 90)]),
    cluster: [0, 0, 0, 0, 0, 0, 1],
    clusters: [
      { index: 0, name: 'Lowell', x: 5, y: 5, z: 0 },
      { index: 1, name: 'Farside', x: 90, y: 90, z: 0 },
      { index: 2, name: 'Unheard of', x: 200, y: 0, z: 0 },
    ],
  });

  it('are enclosed by their outermost sectors, in order', () => {
    expect(hullOf(model, [0, 1, 2, 3, 4, 5])).toEqual([0, 1, 2, 3]);
  });

  it('may be as small as one sector or two', () => {
    expect(hullOf(model, [6])).toEqual([6]);
    expect(hullOf(model, [6, 0])).toEqual([0, 6]);
  });

  it('count what is known of them; one without a known sector is not there', () => {
    expect(clusterHulls(model).map(({ name, count }) => [name, count])).toEqual([
      ['Lowell', 6],
      ['Farside', 1],
    ]);
  });
});
