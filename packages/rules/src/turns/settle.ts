import { rankOf } from '../player/ranks.ts';
import {
  BASE_TURN_CAP,
  TURN_UNIT,
  WELCOME_BACK_AFTER_MS,
  WELCOME_BACK_MAX,
  WELCOME_BACK_PER_DAY,
} from './constants.ts';
import type { TurnState } from './types.ts';

const DAY_MS = 86_400_000;

/**
 * Brings the pool to `nowMs` (rule book, world 6.1): exact under any splitting of time and any change of the
 * multiplier, as long as the caller settles before he changes multiplier or cap. Nothing banks at the cap, grants
 * above it are kept, and a clock running backwards never removes turns.
 */
export function settleTurns(state: TurnState, nowMs: number, cap: number, multiplierBp: number): TurnState {
  if (state.turns >= cap) {
    return { turns: state.turns, anchorMs: nowMs, frac: 0 };
  }
  const elapsed = Math.max(0, nowMs - state.anchorMs);
  // A pool left alone for decades passes 2^53 in this unit.
  const total = BigInt(state.frac) + BigInt(elapsed) * BigInt(multiplierBp);
  const unit = BigInt(TURN_UNIT);
  const added = total / unit;
  if (added >= BigInt(cap - state.turns)) {
    return { turns: cap, anchorMs: nowMs, frac: 0 };
  }
  return { turns: state.turns + Number(added), anchorMs: nowMs, frac: Number(total % unit) };
}

/** The cap of a player: 1000 and the bonus of his rank 0..17 (rule book, README 7.1); nothing else raises it. */
export function turnCap(rankLevel: number): number {
  return BASE_TURN_CAP + rankOf(rankLevel).turnCapBonus;
}

/** Milliseconds from the anchor until the next turn is there; null when the pool is full. Settle first. */
export function nextTurnInMs(state: TurnState, cap: number, multiplierBp: number): number | null {
  return state.turns >= cap ? null : Math.ceil((TURN_UNIT - state.frac) / multiplierBp);
}

/** The moment the pool is full; null when it is full already. Settle first. */
export function fullAt(state: TurnState, cap: number, multiplierBp: number): number | null {
  return state.turns >= cap ? null : momentOf(state, cap, multiplierBp);
}

/**
 * The moment `need` turns are there: the anchor when they are there now, null when regeneration never reaches them
 * because they exceed the cap. Settle first.
 */
export function availableAt(
  state: TurnState,
  need: number,
  cap: number,
  multiplierBp: number,
): number | null {
  if (state.turns >= need) {
    return state.anchorMs;
  }
  return need > cap ? null : momentOf(state, need, multiplierBp);
}

/** Turns an hour in hundredths, for display: 4167 at 10,000 bp, rounded to nearest. */
export function ratePerHourX100(multiplierBp: number): number {
  return Math.round((multiplierBp * 100 * 3_600_000) / TURN_UNIT);
}

/** Welcome back: 50 turns a full day of absence above 7 days, at most 500; may exceed the cap (world 6.1). */
export function welcomeBackGrant(lastActiveMs: number, nowMs: number): number {
  const absence = nowMs - lastActiveMs;
  if (absence <= WELCOME_BACK_AFTER_MS) {
    return 0;
  }
  return Math.min(WELCOME_BACK_MAX, WELCOME_BACK_PER_DAY * Math.floor(absence / DAY_MS));
}

function momentOf(state: TurnState, target: number, multiplierBp: number): number {
  return state.anchorMs + Math.ceil(((target - state.turns) * TURN_UNIT - state.frac) / multiplierBp);
}
