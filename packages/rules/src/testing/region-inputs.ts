import { GENERATOR_VERSION, NEXUS_SECTORS, TERRAN_SECTORS } from '../universe/constants.ts';
import { generateRegion } from '../universe/generate-region.ts';
import type { RegionInput, RegionPlan } from '../universe/types.ts';
import { validatePlan } from '../universe/validate-plan.ts';

/** The input of Terran Space for a seed. */
export function terranInput(seed: string): RegionInput {
  return {
    generatorVersion: GENERATOR_VERSION,
    seed,
    regionKind: 'terran_space',
    regionCode: 'TER',
    sectorCount: TERRAN_SECTORS,
  };
}

/** The input of the Nexus for a seed. */
export function nexusInput(seed: string): RegionInput {
  return { ...terranInput(seed), regionKind: 'central_nexus', regionCode: 'NEX', sectorCount: NEXUS_SECTORS };
}

/** The input of a player-owned region. */
export function playerInput(seed: string, sectorCount: number): RegionInput {
  return { ...terranInput(seed), regionKind: 'player_owned', regionCode: 'K7Q', sectorCount };
}

const plans = new Map<string, RegionPlan>();

/** The plan of an input, made once per test process. */
export function planFor(input: RegionInput): RegionPlan {
  const key = JSON.stringify(input);
  const plan = plans.get(key) ?? generateRegion(input);
  plans.set(key, plan);
  return plan;
}

/** What is wrong with the region of an input: an empty list is the property every input must have. */
export function regionProblems(input: RegionInput): string[] {
  const plan = generateRegion(input);
  const problems = validatePlan(plan).map(({ invariant, detail }) => `${invariant}: ${detail}`);
  if (plan.attempt > 1) {
    problems.push(`${plan.attempt} drafts were thrown away`);
  }
  return problems;
}
