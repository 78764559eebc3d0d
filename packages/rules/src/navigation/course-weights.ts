import {
  HARMLESS_HAZARD,
  HAZARD_WEIGHT,
  HOSTILE_FORCES_WEIGHT,
  SECTOR_TYPES,
  WARP_KINDS,
} from './constants.ts';
import type { HullPace } from './move-cost.ts';
import { hullPace, warpCost, withEvent } from './move-cost.ts';
import type { PlotRequest, RegionGraph } from './types.ts';

const WHOLE_BP = 10_000;
const MAX_TERRAIN = 2;
const MAX_EXTRA = 6;
const MAX_HAZARD = 10;
const MAX_DANGER = 10;
/** From this level on the player knows a sector's type. */
const TYPE_KNOWN = 2;

/** Prices edges for one request: turns as charged, and the weight the search minimises. */
export interface CourseWeights {
  /** Turns of an edge as far as the player can know them. */
  turnsOf(edge: number, fromNode: number): number;
  weightOf(edge: number, fromNode: number): number;
  /** No edge weighs more. */
  readonly maxWeight: number;
}

/**
 * Weights of a plot (rule book, world 8.7). The terrain of a sector the player has only charted counts as standard:
 * a course must tell nothing he does not know. Only next to himself does he see the true cost (world 8.6).
 */
export function courseWeights(graph: RegionGraph, request: PlotRequest, levels: Uint8Array): CourseWeights {
  const pace = hullPace(request.ship);
  const bp = request.moveCostBp ?? WHOLE_BP;
  const hereNode = request.here === undefined ? -1 : request.here - graph.baseId;
  const knowsType = (node: number, fromNode: number): boolean =>
    (levels[node] as number) >= TYPE_KNOWN || fromNode === hereNode;

  const turnsOf = (edge: number, fromNode: number): number => {
    const to = graph.targets[edge] as number;
    const kind = WARP_KINDS[graph.kinds[edge] as number] ?? 'lane';
    const surcharge = knowsType(to, fromNode) ? (graph.surcharges[to] as number) : 0;
    const isKnownOrigin = (levels[fromNode] as number) >= TYPE_KNOWN || fromNode === hereNode;
    const originType = isKnownOrigin
      ? (SECTOR_TYPES[graph.types[fromNode] as number] ?? 'standard')
      : 'standard';
    const cost = warpCost(pace, { kind, extraCost: graph.extraCosts[edge] as number }, surcharge, originType);
    return withEvent(cost, kind, bp);
  };

  const dangerOf = (node: number, fromNode: number): number => {
    const hazard = knowsType(node, fromNode) ? (graph.hazards[node] as number) : 0;
    const forces = request.hostileSectors?.has(node + graph.baseId) === true ? HOSTILE_FORCES_WEIGHT : 0;
    return HAZARD_WEIGHT * Math.max(0, hazard - HARMLESS_HAZARD) + (graph.dangers[node] as number) + forces;
  };

  switch (request.objective) {
    case 'hops':
      return { turnsOf, weightOf: () => 1, maxWeight: 1 };
    case 'turns':
      return { turnsOf, weightOf: turnsOf, maxWeight: maxTurns(pace, bp) };
    case 'safe':
      return {
        turnsOf,
        weightOf: (edge, fromNode) =>
          turnsOf(edge, fromNode) + dangerOf(graph.targets[edge] as number, fromNode),
        maxWeight:
          maxTurns(pace, bp) +
          HAZARD_WEIGHT * (MAX_HAZARD - HARMLESS_HAZARD) +
          MAX_DANGER +
          HOSTILE_FORCES_WEIGHT,
      };
  }
}

function maxTurns(pace: HullPace, moveCostBp: number): number {
  const dearest = pace.hull + pace.worn + Math.max(MAX_TERRAIN, MAX_EXTRA);
  return Math.ceil((dearest * Math.max(WHOLE_BP, moveCostBp)) / WHOLE_BP);
}
