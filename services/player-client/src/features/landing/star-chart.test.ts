import { describe, expect, it } from 'vitest';
import { buildStarChart } from './star-chart.ts';

describe('star chart', () => {
  const chart = buildStarChart();

  it('is the same on every call', () => {
    expect(buildStarChart()).toEqual(chart);
  });

  it('shows the seven hops the sample run speaks of, over lanes that exist', () => {
    expect(chart.route).toHaveLength(8);
    const lanes = new Set(chart.lanes.map(([a, b]) => `${a}-${b}`));
    for (const [index, to] of chart.route.slice(1).entries()) {
      const from = chart.route[index] ?? -1;
      expect(lanes.has(`${Math.min(from, to)}-${Math.max(from, to)}`)).toBe(true);
    }
  });

  it('is small enough to stay decoration', () => {
    expect(chart.points.length).toBeGreaterThan(120);
    expect(chart.lanes.length).toBeLessThan(300);
  });
});
