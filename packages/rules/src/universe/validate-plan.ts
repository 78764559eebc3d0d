import {
  checkDegrees,
  checkFederation,
  checkMainNetwork,
  checkOneWayLanes,
  checkPockets,
  checkReach,
  checkTunnels,
} from './check-connectivity.ts';
import { checkHazards, checkOccupancy, checkTypes } from './check-contents.ts';
import { checkCounts } from './check-counts.ts';
import { checkGuarantees } from './check-guarantees.ts';
import {
  checkDistances,
  checkNumbers,
  checkSectorCount,
  checkWarpRows,
  checkZonesAndClusters,
} from './check-structure.ts';
import type { Examined, InvariantCheck, InvariantFailure, PlanInvariant } from './invariants.ts';
import { PLAN_INVARIANTS } from './invariants.ts';
import { planGraph } from './plan-graph.ts';
import type { RegionPlan } from './types.ts';

const CHECKS: Readonly<Record<PlanInvariant, InvariantCheck>> = {
  G1: checkSectorCount,
  G2: checkNumbers,
  G3: checkZonesAndClusters,
  G4: checkMainNetwork,
  G5: checkPockets,
  G6: checkFederation,
  G7: checkWarpRows,
  G8: checkOneWayLanes,
  G9: checkDegrees,
  G10: checkTunnels,
  G11: checkDistances,
  G12: checkPlacement,
  G13: checkOccupancy,
  G14: checkHazards,
  G15: checkReach,
  G17: checkTypes,
};

/** Every violation of the invariants G1–G15 and G17 (rule book, world 13); empty for a sound plan. */
export function validatePlan(plan: RegionPlan): InvariantFailure[] {
  const examined: Examined = { plan, graph: planGraph(plan) };
  return PLAN_INVARIANTS.flatMap((invariant) =>
    [...CHECKS[invariant](examined)].map((detail) => ({ invariant, detail })),
  );
}

function* checkPlacement(examined: Examined): Generator<string> {
  yield* checkCounts(examined);
  yield* checkGuarantees(examined);
}
