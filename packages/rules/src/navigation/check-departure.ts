import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { ShipStatus } from '../ships/types.ts';
import { MOVE_AFTER_COMBAT_MS } from './constants.ts';

/** What decides whether a ship may leave its place at all. */
export interface DepartureState {
  /** Null: the player has no ship. */
  readonly status: ShipStatus | null;
  readonly isTowed?: boolean;
  readonly isBuildingGate?: boolean;
  readonly isInTransit?: boolean;
  readonly lastEngagementAtMs?: number | null;
}

/**
 * The checks of a move that do not depend on where it leads (rule book, world 8.1): `ship_cannot_move` `{why}`,
 * `must_undock`, `must_lift_off`, `in_combat` `{until}`, `in_transit`.
 */
export function checkDeparture(state: DepartureState, nowMs: number): Refusal | null {
  const why = immobility(state);
  if (why !== null) {
    return refuse('ship_cannot_move', { why });
  }
  if (state.status === 'docked') {
    return refuse('must_undock');
  }
  if (state.status === 'landed') {
    return refuse('must_lift_off');
  }
  const { lastEngagementAtMs = null } = state;
  if (lastEngagementAtMs !== null && nowMs < lastEngagementAtMs + MOVE_AFTER_COMBAT_MS) {
    return refuse('in_combat', { until: lastEngagementAtMs + MOVE_AFTER_COMBAT_MS });
  }
  return state.isInTransit === true ? refuse('in_transit') : null;
}

function immobility({ status, isTowed, isBuildingGate }: DepartureState): string | null {
  if (status === null) {
    return 'no_ship';
  }
  if (status === 'destroyed' || status === 'derelict') {
    return status;
  }
  if (isTowed === true) {
    return 'towed';
  }
  return isBuildingGate === true ? 'building_gate' : null;
}
