import { describe, expect, it } from 'vitest';
import { nexusInput, planFor, playerInput, terranInput } from '../testing/region-inputs.ts';
import type { PlanStatistics } from './plan-statistics.ts';
import { planStatistics } from './plan-statistics.ts';
import type { RegionInput } from './types.ts';

type Figure = Exclude<keyof PlanStatistics, 'sectorsByExits'>;
type Band = readonly [figure: Figure, lo: number, hi: number];

/** Rule book, world 5: the range of the table, widened by 10 % on both sides for the mean over the seeds. */
const BANDS: readonly (readonly [string, readonly RegionInput[], readonly Band[]])[] = [
  [
    'Nexus 5000',
    inputs(3, nexusInput),
    [
      ['lanes', 7_500, 7_500],
      ['oneWayLanes', 180, 210],
      ['tunnels', 120, 120],
      ['oneWayTunnels', 16, 18],
      ['trunks', 31, 31],
      ['pocketSectors', 148, 150],
      ['pockets', 27, 28],
      ['directedWarps', 15_110, 15_110],
      ['meanOutDegreeHundredths', 302, 302],
      ['deadEnds', 100, 125],
      ['meanHopsHundredths', 1_100, 1_100],
      ['maxHops', 20, 25],
      ['laneLengthMedian', 26, 26],
      ['laneLengthP95', 42, 42],
      ['laneBridges', 144, 144],
    ],
  ],
  [
    'Terran 300',
    inputs(40, terranInput),
    [
      ['lanes', 525, 528],
      ['oneWayLanes', 11, 16],
      ['tunnels', 24, 24],
      ['oneWayTunnels', 3, 9],
      ['trunks', 0, 0],
      ['pocketSectors', 8, 9],
      ['pockets', 1, 3],
      ['directedWarps', 1_085, 1_085],
      ['meanOutDegreeHundredths', 360, 360],
      ['deadEnds', 0, 4],
      ['meanHopsHundredths', 700, 700],
      ['maxHops', 11, 13],
      ['laneLengthMedian', 26, 26],
      ['laneLengthP95', 58, 58],
      ['laneBridges', 3, 4],
    ],
  ],
  [
    'Player 100',
    inputs(20, (seed) => playerInput(seed, 100)),
    [
      ['lanes', 175, 176],
      ['oneWayLanes', 2, 4],
      ['tunnels', 8, 8],
      ['oneWayTunnels', 0, 1],
      ['pockets', 0, 0],
      ['directedWarps', 362, 362],
      ['meanOutDegreeHundredths', 360, 360],
      ['deadEnds', 0, 2],
      ['meanHopsHundredths', 500, 500],
      ['maxHops', 8, 9],
      ['laneLengthMedian', 26, 26],
      ['laneLengthP95', 50, 50],
    ],
  ],
  [
    'Player 500',
    inputs(8, (seed) => playerInput(seed, 500)),
    [
      ['lanes', 875, 877],
      ['oneWayLanes', 15, 24],
      ['tunnels', 40, 40],
      ['oneWayTunnels', 4, 6],
      ['pocketSectors', 13, 15],
      ['pockets', 3, 4],
      ['directedWarps', 1_810, 1_810],
      ['meanOutDegreeHundredths', 360, 360],
      ['deadEnds', 0, 7],
      ['meanHopsHundredths', 800, 800],
      ['maxHops', 13, 14],
      ['laneLengthMedian', 25, 25],
      ['laneLengthP95', 54, 54],
    ],
  ],
  [
    'Player 1000',
    inputs(6, (seed) => playerInput(seed, 1_000)),
    [
      ['lanes', 1_750, 1_755],
      ['oneWayLanes', 32, 41],
      ['tunnels', 80, 80],
      ['pocketSectors', 28, 30],
      ['pockets', 5, 6],
      ['directedWarps', 3_620, 3_620],
      ['meanOutDegreeHundredths', 360, 360],
      ['deadEnds', 0, 10],
      ['meanHopsHundredths', 900, 900],
      ['maxHops', 15, 17],
      ['laneLengthMedian', 25, 25],
      ['laneLengthP95', 50, 50],
    ],
  ],
];

function inputs(count: number, inputOf: (seed: string) => RegionInput): RegionInput[] {
  return Array.from({ length: count }, (_, index) => inputOf(`band ${index}`));
}

describe.each(BANDS)('reference statistics of %s', (_name, regions, bands) => {
  const measured = regions.map((input) => planStatistics(planFor(input)));

  it.each(bands)('%s has its mean in the band of %i to %i', (figure, lo, hi) => {
    const mean = measured.reduce((sum, statistics) => sum + statistics[figure], 0) / measured.length;
    expect(mean).toBeGreaterThanOrEqual(0.9 * lo);
    expect(mean).toBeLessThanOrEqual(1.1 * hi);
  });
});

describe('shares of sectors by exits', () => {
  it.each([
    ['Nexus 5000', inputs(3, nexusInput), [2, 34, 34, 19, 7, 3]],
    ['Terran 300', inputs(40, terranInput), [1, 17, 33, 25, 16, 8]],
  ] as const)('%s', (_name, regions, percents) => {
    const total = regions.reduce((sum, input) => sum + input.sectorCount, 0);
    const counts = percents.map((_, index) =>
      regions.reduce((sum, input) => sum + planStatistics(planFor(input)).sectorsByExits[index]!, 0),
    );
    // The table gives whole percents, so half a percent belongs to its own rounding.
    for (const [index, percent] of percents.entries()) {
      expect(Math.abs((100 * counts[index]!) / total - percent)).toBeLessThanOrEqual(0.1 * percent + 0.5);
    }
  });
});
