import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import type { RegionChart } from '../../sectors/merge-chart.ts';
import { landInputOf, shapeLand, usualLane } from './zone-field.ts';

const chartOf = (x: readonly number[], zone: readonly number[], edges: readonly number[]): RegionChart => ({
  version: '1',
  region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
  n: x.map((_, row) => row + 1),
  id0: 1,
  x: [...x],
  y: x.map(() => 0),
  z: x.map(() => 0),
  level: x.map(() => 3),
  type: x.map(() => 0),
  zone: [...zone],
  cluster: x.map(() => 0),
  flags: x.map(() => 0),
  seenAt: x.map(() => 0),
  tradeCode: x.map(() => -1),
  names: {},
  edges: [...edges],
  clusters: [],
  nebulae: [],
});

const landOf = (x: readonly number[], zone: readonly number[]) =>
  shapeLand(landInputOf(buildChartModel(chartOf(x, zone, [])), 40));

describe('the land of known space', () => {
  it('lies in one piece around near sectors and in two around far ones', () => {
    expect(landOf([0, 40], [0, 0]).coast).toHaveLength(1);
    expect(landOf([0, 400], [0, 0]).coast).toHaveLength(2);
    expect(landOf([0, 40], [0, 0]).coast[0]?.isClosed).toBe(true);
  });

  it('keeps the sector inside its coast', () => {
    const points = [...(landOf([100], [0]).coast[0]?.points ?? [])];
    const across = points.filter((_, index) => index % 2 === 0);
    expect(Math.min(...across)).toBeLessThan(75);
    expect(Math.max(...across)).toBeGreaterThan(125);
  });

  it('is parted between zones halfway, with a border only inland', () => {
    const land = landOf([0, 40], [0, 2]);
    expect(land.zones.map(({ zone }) => zone)).toEqual(['federation', 'frontier']);
    const [line] = land.borders[0]?.lines ?? [];
    expect(line?.isClosed).toBe(false);
    for (const value of [...(line?.points ?? [])].filter((_, index) => index % 2 === 0))
      expect(value).toBeCloseTo(20, 0);
  });

  it('is a picture of light too, brightest at its sectors', () => {
    const { field } = landOf([0, 400], [0, 2]);
    const lightAt = (x: number, zone: number): number => {
      const column = Math.round((x - field.minX) / field.cell);
      const row = Math.round((0 - field.minY) / field.cell);
      return field.light[(row * field.columns + column) * 4 + zone] ?? 0;
    };
    expect(lightAt(0, 0)).toBeGreaterThan(80);
    expect(lightAt(0, 2)).toBe(0);
    expect(lightAt(400, 2)).toBeGreaterThan(80);
    expect(lightAt(200, 0)).toBe(0);
  });

  it('has a place for the name of each zone in that zone', () => {
    const { names } = landOf([0, 40, 80, 400, 440], [0, 0, 0, 2, 2]);
    expect(names.map(({ zone }) => zone)).toEqual(['federation', 'frontier']);
    expect(names[0]?.x).toBeLessThanOrEqual(80);
    expect(names[1]?.x).toBeGreaterThanOrEqual(400);
  });

  it('measures the usual lane, whatever a tunnel spans', () => {
    const model = buildChartModel(
      chartOf([0, 30, 60, 900], [0, 0, 0, 0], [1, 2, 0, 0, 2, 3, 0, 0, 1, 4, 1, 0]),
    );
    expect(usualLane(model)).toBe(30);
  });
});
