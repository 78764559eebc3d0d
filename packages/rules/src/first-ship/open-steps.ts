import type { FirstShipChain } from './types.ts';

/** The steps neither done nor skipped, in order; empty when the chain is over. */
export function openSteps({ steps, done, skipped }: FirstShipChain): readonly number[] {
  return steps.filter((step) => !done.includes(step) && !skipped.includes(step));
}
