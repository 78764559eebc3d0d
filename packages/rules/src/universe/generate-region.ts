import { assembleClusters, assembleSectors, assembleWarps } from './assemble-plan.ts';
import { assertRegionInput } from './check-input.ts';
import { MAX_RETRIES } from './constants.ts';
import { draftContext } from './draft.ts';
import { findFormations } from './formations.ts';
import { planPlanets } from './planets.ts';
import { chooseSites } from './sites.ts';
import { planStations } from './stations.ts';
import { dealSurroundings } from './surroundings.ts';
import { draftTopology } from './topology.ts';
import type { RegionInput, RegionPlan } from './types.ts';
import { validatePlan } from './validate-plan.ts';

/**
 * The complete plan of a region (rule book, world 4): the same input gives the same bytes in every engine. Drafts
 * with the seed, then with the suffixes #1 to #4, until a plan breaks no invariant. Refuses an impossible input
 * with a RangeError and throws an Error that names the broken invariants if all five drafts fail.
 */
export function generateRegion(input: RegionInput): RegionPlan {
  assertRegionInput(input);
  const failed: string[] = [];
  for (let attempt = 0; attempt <= MAX_RETRIES; attempt++) {
    const plan = draftPlan(input, attempt);
    const failures = validatePlan(plan);
    if (failures.length === 0) {
      return plan;
    }
    failed.push(failures.map(({ invariant, detail }) => `${invariant} ${detail}`).join(', '));
  }
  throw new Error(`no valid plan for seed ${input.seed}: ${failed.join('; ')}`);
}

/** One draft of the region, not validated. */
export function draftPlan(input: RegionInput, attempt: number): RegionPlan {
  const context = draftContext(input, attempt);
  const topology = draftTopology(context);
  const sites = chooseSites(context, topology);
  const surroundings = dealSurroundings(context, topology, sites);
  return {
    generatorVersion: input.generatorVersion,
    seed: input.seed,
    attempt,
    regionKind: input.regionKind,
    regionCode: input.regionCode,
    sectorCount: input.sectorCount,
    gatewayNumber: topology.gateway === null ? null : topology.gateway + 1,
    zones: topology.zones,
    clusters: assembleClusters(topology, surroundings),
    sectors: assembleSectors(context, topology, surroundings, sites.sanctuaries),
    warps: assembleWarps(topology),
    stations: planStations(context, topology, sites, surroundings),
    planets: planPlanets(context, topology, surroundings),
    formations: findFormations(context, topology),
  };
}
