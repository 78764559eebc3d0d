import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { ShipTypeKey } from '../ships/types.ts';
import { checkTurns } from '../turns/check.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { settleTurns } from '../turns/settle.ts';
import type { TurnState } from '../turns/types.ts';
import type { DepartureState } from './check-departure.ts';
import { checkDeparture } from './check-departure.ts';

/** Between two recalls of a player; a pod need not wait. */
export const RECALL_COOLDOWN_MS = 24 * 3_600_000;

/** What an emergency recall is decided on; turns may be unsettled. */
export interface RecallState extends DepartureState {
  readonly shipType: ShipTypeKey;
  readonly isAtHome: boolean;
  readonly isInPocket: boolean;
  readonly cargoUsed: number;
  readonly wantedUntilMs: number | null;
  readonly cooldownUntilMs: number | null;
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
}

/**
 * Refuses an emergency recall to the capital or the nearest hub (rule book, world 8.9), always without charge: what
 * keeps a ship from moving, `already_there`, `wanted` `{until}`, `hold_not_empty` outside pockets, `cooldown` `{until}`
 * except in a pod, `insufficient_turns`.
 */
export function checkRecall(state: RecallState, nowMs: number): Refusal | null {
  const { wantedUntilMs: wanted, cooldownUntilMs: cooldown, turnCap, turnMultiplierBp } = state;
  const stuck = checkDeparture(state, nowMs);
  if (stuck !== null) {
    return stuck;
  }
  if (state.isAtHome) {
    return refuse('already_there');
  }
  if (wanted !== null && wanted > nowMs) {
    return refuse('wanted', { until: wanted });
  }
  if (state.cargoUsed > 0 && !state.isInPocket) {
    return refuse('hold_not_empty');
  }
  if (cooldown !== null && cooldown > nowMs && state.shipType !== 'escape_pod') {
    return refuse('cooldown', { until: cooldown });
  }
  const turns = settleTurns(state.turns, nowMs, turnCap, turnMultiplierBp);
  return checkTurns(turns, TURN_COSTS.emergency_recall, turnCap, turnMultiplierBp);
}
