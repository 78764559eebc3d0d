import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { FirstShipChain } from './types.ts';

/** Refuses to skip a step that is not part of the chain, or that is done or skipped already: `invalid_state` `{state}`. */
export function checkSkipStep(chain: FirstShipChain, step: number): Refusal | null {
  if (!chain.steps.includes(step)) {
    return refuse('invalid_state', { state: 'no_such_step' });
  }
  if (chain.done.includes(step)) {
    return refuse('invalid_state', { state: 'done' });
  }
  return chain.skipped.includes(step) ? refuse('invalid_state', { state: 'skipped' }) : null;
}
