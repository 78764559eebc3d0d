import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import { edgesWithin, indexEdges } from './edge-index.ts';
import { createKdTree } from './kd-tree.ts';
import { testChart } from './testing/chart.ts';

describe('warps by place', () => {
  // A line of sectors 10 apart; a tunnel joins its ends.
  const sectors = Array.from({ length: 40 }, (_, index) => ({ at: [index * 10, 0] as const }));
  const lanes = Array.from({ length: 39 }, (_, index) => [index + 1, index + 2, 0, 0]).flat();
  const model = buildChartModel(testChart(sectors, [...lanes, 1, 40, 1, 0]));
  const tree = createKdTree(model.x, model.y);
  const index = indexEdges(model, 10);
  const found = (minX: number, maxX: number): number[] => {
    const edges: number[] = [];
    edgesWithin(index, tree, { minX, minY: -5, maxX, maxY: 5 }, (edge) => edges.push(edge));
    return edges;
  };

  it('keep the few long ones apart', () => {
    expect([...index.long]).toEqual([39]);
    expect(index.short).toHaveLength(39);
  });

  it('are all found where they pass, each once', () => {
    const edges = found(95, 125);
    expect(new Set(edges).size).toBe(edges.length);
    for (const edge of [9, 10, 11, 12]) expect(edges).toContain(edge);
    expect(edges).toContain(39);
  });

  it('are not looked at where they are far', () => {
    expect(found(95, 125).length).toBeLessThan(14);
  });
});
