import type { TurnState } from './types.ts';

/** Takes `cost` turns from a settled pool; assumes `checkTurns` passed. */
export function spendTurns(state: TurnState, cost: number): TurnState {
  return { ...state, turns: state.turns - cost };
}

/** Adds turns that may exceed the cap (welcome back, admin). Settle first. */
export function grantTurns(state: TurnState, granted: number): TurnState {
  return { ...state, turns: state.turns + granted };
}
