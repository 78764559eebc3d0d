import type { RegionPlan } from '@sw/rules';
import { GENERATOR_VERSION, generateRegion, NEXUS_SECTORS, TERRAN_SECTORS } from '@sw/rules';
import { median } from '../load/statistics.ts';

/** A plan and how long a region like it takes to generate. */
export interface Generated {
  readonly plan: RegionPlan;
  readonly medianMs: number;
}

const REGIONS = {
  nexus: { regionKind: 'central_nexus', regionCode: 'NEX', sectorCount: NEXUS_SECTORS },
  terran: { regionKind: 'terran_space', regionCode: 'TER', sectorCount: TERRAN_SECTORS },
} as const;

/** Generates a region from some seeds; the median counts, because a draft may have to be drawn again. */
export const generateRegions = (which: keyof typeof REGIONS, seeds: number): Generated => {
  const times: number[] = [];
  let plan: RegionPlan | undefined;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const beganMs = performance.now();
    plan = generateRegion({ generatorVersion: GENERATOR_VERSION, seed: `bench-${seed}`, ...REGIONS[which] });
    times.push(performance.now() - beganMs);
  }
  if (plan === undefined) throw new Error('no seed was asked for');
  return { plan, medianMs: median(times) };
};
