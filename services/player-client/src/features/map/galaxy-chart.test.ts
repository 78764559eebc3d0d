import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import type { ChartPalette } from './chart-palette.ts';
import { chartShapeOf } from './chart-scene.ts';
import { galaxyChartOf } from './galaxy-chart.ts';
import { testChart } from './testing/chart.ts';

const palette = { 'nebula-azure': '#123456' } as unknown as ChartPalette;
const at = (x: number) => ({ at: [x, 0] as const });

describe('a chart in space', () => {
  const chart = {
    ...testChart([at(0), at(40), at(80)], [1, 2, 0, 0, 2, 3, 1, 1, 1, 99, 0, 0]),
    z: [5, -3, 0],
    nebulae: [
      { cluster: 0, kind: 'azure', x: 1, y: 2, radius: 30 },
      { cluster: 1, kind: 'unheard of', x: 1, y: 2, radius: 30 },
    ],
  };
  const { z, lanes, tunnels, nebulae } = galaxyChartOf(chartShapeOf(buildChartModel(chart)), palette);

  it('is twice as high as it is', () => {
    expect([...z]).toEqual([10, -6, 0]);
  });

  it('has lanes in one batch and every other warp in another; stubs in none', () => {
    expect([...lanes]).toEqual([0, 1]);
    expect([...tunnels]).toEqual([1, 2]);
  });

  it('has clouds of the kinds the theme knows', () => {
    expect(nebulae).toEqual([{ x: 1, y: 2, radius: 30, colour: '#123456' }]);
  });
});
