import type { Refusal } from '../refusal.ts';
import type { ActionCost, ActionDescriptor, ActionId, ActionLimits } from './types.ts';

/** What a descriptor has besides the answer of its check. */
export interface ActionExtras {
  readonly cost?: ActionCost;
  readonly limits?: ActionLimits;
  readonly confirm?: ActionDescriptor['confirm'];
}

/** Turns the answer of a check function into an action descriptor. */
export function describeAction(
  id: ActionId,
  refusal: Refusal | null,
  extras: ActionExtras = {},
): ActionDescriptor {
  return {
    id,
    enabled: refusal === null,
    reason: refusal?.code ?? null,
    reasonParams: refusal?.details ?? {},
    cost: extras.cost ?? {},
    limits: extras.limits ?? null,
    confirm: extras.confirm ?? 'none',
  };
}
