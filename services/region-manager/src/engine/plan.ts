import type { OperationRow } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import type { RegionPatch } from '../store/regions.repository.ts';

/** What a step works on; both rows are read anew before each step. */
export interface StepContext {
  readonly operation: OperationRow;
  readonly region: RegionRow;
  /** Aborted when the manager stops or lost the operation to another. */
  readonly signal: AbortSignal;
}

/**
 * One step of an operation. It may be run again after it was done, or half done: a manager can die at any moment.
 * The same holds for undoing it, also when it was never done.
 */
export interface Step {
  readonly name: string;
  readonly run: (context: StepContext) => Promise<void>;
  readonly undo?: (context: StepContext) => Promise<void>;
}

/** How operations of one kind go. Outcomes are written in the transaction that ends the operation. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly whenDone: (context: Omit<StepContext, 'signal'>) => RegionPatch;
  readonly whenFailed: (context: Omit<StepContext, 'signal'>) => RegionPatch;
}

/** Steps may depend on what the operation was asked for. */
export type PlanOf = (operation: OperationRow) => Plan;
