import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import { sectorRows, sortRows } from './sector-rows.ts';
import { testChart } from './testing/chart.ts';

const model = buildChartModel(
  testChart(
    [
      { at: [0, 0], seenAt: 10 },
      { at: [40, 0], level: 2, name: 'Zenith Yard', zone: 2 },
      { at: [80, 0], level: 1, name: 'Aster Hub', seenAt: 20 },
      { at: [0, 90], level: 1 },
    ],
    [1, 2, 0, 0, 2, 3, 0, 0, 4, 1, 0, 1],
  ),
);
const rows = sectorRows(model, 0);
const numbers = (column: Parameters<typeof sortRows>[1], isDescending = false) =>
  sortRows(rows, column, isDescending).map(({ number }) => number);

describe('the chart as a list', () => {
  it('counts hops over known warps only', () => {
    expect(rows.map(({ hops }) => hops)).toEqual([0, 1, 2, null]);
    expect(rows[1]).toMatchObject({ zone: 'frontier', level: 2, warps: 2, seenAtMs: null });
  });

  it('sorts either way and keeps the unknown last', () => {
    expect(numbers('hops')).toEqual([1, 2, 3, 4]);
    expect(numbers('hops', true)).toEqual([3, 2, 1, 4]);
    expect(numbers('name')).toEqual([3, 2, 1, 4]);
    expect(numbers('seen')).toEqual([3, 1, 2, 4]);
    expect(numbers('level')).toEqual([1, 2, 3, 4]);
  });
});
