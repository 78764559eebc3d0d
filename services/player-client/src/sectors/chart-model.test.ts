import { describe, expect, it } from 'vitest';
import { buildChartModel, nearestRow, nearestRows } from './chart-model.ts';
import type { RegionChart } from './merge-chart.ts';

const chart: RegionChart = {
  version: '1',
  region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
  n: [1, 2, 3, 4],
  id0: 0,
  x: [0, 10, 20, 30],
  y: [0, 5, -5, 0],
  z: [0, 0, 0, 0],
  level: [3, 3, 1, 2],
  type: [0, 0, 255, 2],
  zone: [0, 0, 0, 1],
  cluster: [0, 0, 0, 0],
  flags: [1, 0, 0, 1],
  seenAt: [0, 0, 0, 0],
  tradeCode: [-1, -1, -1, -1],
  names: { '1': 'Sol' },
  edges: [1, 2, 0, 0, 2, 3, 0, 1, 3, 4, 1, 0, 2, 99, 0, 0],
  clusters: [],
  nebulae: [],
};

describe('chart model', () => {
  const model = buildChartModel(chart);

  it('finds rows by number and says what the chart knows', () => {
    expect(model.rowOf(3)).toBe(2);
    expect(model.rowOf(9)).toBeNull();
    expect(model.nameAt(0)).toBe('Sol');
    expect(model.typeAt(2)).toBeNull();
    expect(model.hasStation(3)).toBe(true);
    expect(model.bounds).toEqual({ minX: 0, minY: -5, maxX: 30, maxY: 5 });
  });

  it('keeps warps into the unknown as stubs', () => {
    expect(model.stubs).toEqual([{ from: 1, toNumber: 99 }]);
    expect(model.edges.count).toBe(3);
    expect([...model.edges.oneWay.subarray(0, 3)]).toEqual([0, 1, 0]);
  });

  it('goes through one-way warps only in their direction', () => {
    expect([...model.neighbours(1)]).toEqual([0, 2]);
    expect([...model.neighbours(2)]).toEqual([3]);
    expect(nearestRow(model, 3, (row) => row === 0)).toBeNull();
  });

  it('finds the nearest of a kind, never the start', () => {
    expect(nearestRow(model, 0, (row) => model.hasStation(row))).toEqual({ row: 3, hops: 3 });
    expect(nearestRow(model, 0, (row) => !model.isVisited(row))).toEqual({ row: 2, hops: 2 });
    expect(nearestRows(model, 0, 2)).toEqual([1, 2]);
  });
});
