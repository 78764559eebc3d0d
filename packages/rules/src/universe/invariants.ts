import type { PlanGraph } from './plan-graph.ts';
import type { RegionPlan } from './types.ts';

/** The invariants of world 13 that a single plan can show. G16 compares plans and is a property of the generator. */
export const PLAN_INVARIANTS = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'G10',
  'G11',
  'G12',
  'G13',
  'G14',
  'G15',
  'G17',
] as const;

export type PlanInvariant = (typeof PLAN_INVARIANTS)[number];

/** A broken invariant and what broke it, in words for an operator. */
export interface InvariantFailure {
  readonly invariant: PlanInvariant;
  readonly detail: string;
}

/** A plan under examination with its graphs. */
export interface Examined {
  readonly plan: RegionPlan;
  readonly graph: PlanGraph;
}

/** Yields one text for every violation it finds. */
export type InvariantCheck = (examined: Examined) => Iterable<string>;
