import { describe, expect, it } from 'vitest';
import { chartModelOf } from '../sectors/chart-model.ts';
import { frameTimes } from './frame-times.ts';
import { syntheticChart } from './synthetic-chart.ts';

describe('the lab', () => {
  it('says what the middle, the slow and the slowest frame took', () => {
    const spent = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(frameTimes(spent)).toEqual({ frames: 100, medianMs: 51, p95Ms: 96, mostMs: 100 });
    expect(frameTimes([])).toEqual({ frames: 0, medianMs: 0, p95Ms: 0, mostMs: 0 });
  });

  it('measures a chart as large as the largest region, the same every time', () => {
    const chart = syntheticChart(5_000);
    expect(chart).toEqual(syntheticChart(5_000));
    const model = chartModelOf(chart);
    expect(model.count).toBe(5_000);
    expect(model.edges.count).toBeGreaterThan(7_000);
    expect(model.stubs).toEqual([]);
  });
});
