import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import { cycleWarp, joinedRows, rowTowards } from './step-selection.ts';
import { testChart } from './testing/chart.ts';

const model = buildChartModel(
  testChart(
    [{ at: [0, 0] }, { at: [0, 40] }, { at: [40, 5] }, { at: [300, 0] }, { at: [-40, 0] }, { at: [0, -40] }],
    // The lane to the left only leads here; a tunnel spans far to the right; below lies no warp.
    [1, 2, 0, 0, 1, 3, 0, 0, 1, 4, 1, 0, 5, 1, 0, 1],
  ),
);

describe('moving the selection along warps', () => {
  it('goes the way the arrow points, by the near warp', () => {
    expect(rowTowards(model, 0, 'up')).toBe(1);
    expect(rowTowards(model, 0, 'right')).toBe(2);
    expect(rowTowards(model, 0, 'left')).toBe(4);
    expect(rowTowards(model, 0, 'down')).toBeNull();
  });

  it('cycles the warps clockwise, both ways round', () => {
    expect(joinedRows(model, 0)).toEqual([1, 2, 3, 4]);
    expect(cycleWarp(model, 0, null, 1)).toBe(1);
    expect(cycleWarp(model, 0, 4, 1)).toBe(1);
    expect(cycleWarp(model, 0, 1, -1)).toBe(4);
    expect(cycleWarp(model, 5, null, 1)).toBeNull();
  });
});
