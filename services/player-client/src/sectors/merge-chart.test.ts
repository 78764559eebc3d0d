import { describe, expect, it } from 'vitest';
import type { RegionChart } from './merge-chart.ts';
import { edgesOf, mergeChart } from './merge-chart.ts';

const chart = (rows: readonly number[], level: number, edges: readonly number[]): RegionChart => ({
  version: `v${level}`,
  region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
  n: [...rows],
  id0: 10_000,
  x: rows.map((n) => n * 10),
  y: rows.map(() => 0),
  z: rows.map(() => 0),
  level: rows.map(() => level),
  type: rows.map(() => 0),
  zone: rows.map(() => 0),
  cluster: rows.map(() => 0),
  flags: rows.map(() => 0),
  seenAt: rows.map(() => 0),
  tradeCode: rows.map(() => -1),
  names: {},
  edges: [...edges],
  clusters: [],
  nebulae: [],
});

describe('merging a chart', () => {
  it('replaces known rows, adds new ones and keeps the rest', () => {
    const merged = mergeChart(chart([1, 2], 1, [1, 2, 0, 0]), chart([2, 3], 3, [2, 1, 0, 0, 2, 3, 0, 0]));
    expect(merged.n).toEqual([1, 2, 3]);
    expect(merged.level).toEqual([1, 3, 3]);
    expect(merged.x).toEqual([10, 20, 30]);
    expect(merged.version).toBe('v3');
  });

  it('knows a two-way warp from both ends but not a one-way warp', () => {
    const twoWay = mergeChart(chart([1, 2], 1, [1, 2, 0, 0]), chart([], 1, [2, 1, 0, 0]));
    expect(edgesOf(twoWay)).toHaveLength(1);
    const oneWay = mergeChart(chart([1, 2], 1, [1, 2, 0, 1]), chart([], 1, [2, 1, 0, 1]));
    expect(edgesOf(oneWay)).toHaveLength(2);
  });

  it('leaves the chart it was given alone', () => {
    const before = chart([1], 1, []);
    mergeChart(before, chart([1, 2], 2, []));
    expect(before.n).toEqual([1]);
    expect(before.level).toEqual([1]);
  });
});
