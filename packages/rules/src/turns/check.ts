import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { availableAt } from './settle.ts';
import type { TurnState } from './types.ts';

/**
 * Refuses when the settled pool holds fewer than `need` turns: `insufficient_turns` `{need, have, availableAt}`,
 * where `availableAt` is null if regeneration can never reach the need.
 */
export function checkTurns(
  state: TurnState,
  need: number,
  cap: number,
  multiplierBp: number,
): Refusal | null {
  if (state.turns >= need) {
    return null;
  }
  return refuse('insufficient_turns', {
    need,
    have: state.turns,
    availableAt: availableAt(state, need, cap, multiplierBp),
  });
}
