import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkTurns } from '../turns/check.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { settleTurns } from '../turns/settle.ts';
import { DOCK_COOLDOWN_AFTER_ATTACK_MS, DOCK_IN_COMBAT_MS } from './constants.ts';
import { dockingFeeDue } from './dock-fee.ts';
import type { DockingShip, DockState } from './docking-types.ts';

/**
 * Refuses a docking that may not happen now, in the order of the table in economy 2.5: `no_active_ship`,
 * `in_transit`, `must_lift_off`, `not_in_sector`, `already_docked` `{stationId}`, `in_combat` `{until}`,
 * `station_disabled` `{until}`, `station_locked`, `insufficient_turns`, `insufficient_credits` `{need, have}`,
 * `standing_too_low` `{why, need, have}`, `denied_by_owner`, `cooldown` `{until}`. Escape pods are always admitted.
 */
export function checkDock(state: DockState, nowMs: number): Refusal | null {
  const { ship } = state;
  if (ship === null) {
    return refuse('no_active_ship');
  }
  return (
    refusePosition(state, ship, nowMs) ??
    refuseStation(state) ??
    refuseTurns(state, nowMs) ??
    refuseCredits(state, ship, nowMs) ??
    refuseGuest(state, ship) ??
    refuseCooldown(state, nowMs)
  );
}

/** Refuses an undocking: `no_active_ship`, `in_transit`, `not_docked`. It costs no turns; mooring is always payable. */
export function checkUndock(state: DockState): Refusal | null {
  if (state.ship === null) {
    return refuse('no_active_ship');
  }
  if (state.isInTransit) {
    return refuse('in_transit');
  }
  return state.ship.status === 'docked' && state.ship.stationId === state.station.id
    ? null
    : refuse('not_docked');
}

function refusePosition(state: DockState, ship: DockingShip, nowMs: number): Refusal | null {
  if (state.isInTransit) {
    return refuse('in_transit');
  }
  if (ship.status === 'landed') {
    return refuse('must_lift_off');
  }
  if (ship.sectorId !== state.station.sectorId) {
    return refuse('not_in_sector');
  }
  if (ship.status === 'docked') {
    return refuse('already_docked', { stationId: ship.stationId });
  }
  return recently('in_combat', state.lastEngagementAtMs, DOCK_IN_COMBAT_MS, nowMs);
}

function refuseStation({ station }: DockState): Refusal | null {
  if (station.status === 'disabled') {
    return refuse('station_disabled', { until: station.disabledUntilMs });
  }
  return station.status === 'locked_down' ? refuse('station_locked') : null;
}

function refuseTurns({ turns, turnCap, turnMultiplierBp }: DockState, nowMs: number): Refusal | null {
  const settled = settleTurns(turns, nowMs, turnCap, turnMultiplierBp);
  return checkTurns(settled, TURN_COSTS.dock, turnCap, turnMultiplierBp);
}

function refuseCredits(state: DockState, ship: DockingShip, nowMs: number): Refusal | null {
  const { amount } = dockingFeeDue(state, ship.type, nowMs);
  return state.credits < amount
    ? refuse('insufficient_credits', { need: amount, have: state.credits })
    : null;
}

function refuseGuest({ station, standing, isDenied }: DockState, ship: DockingShip): Refusal | null {
  if (ship.type === 'escape_pod') {
    return null;
  }
  if (standing !== null && standing < station.minStanding) {
    return refuse('standing_too_low', { why: 'dock', need: station.minStanding, have: standing });
  }
  return isDenied ? refuse('denied_by_owner') : null;
}

function refuseCooldown({ lastAttackAtMs }: DockState, nowMs: number): Refusal | null {
  return recently('cooldown', lastAttackAtMs, DOCK_COOLDOWN_AFTER_ATTACK_MS, nowMs);
}

function recently(code: string, atMs: number | null, durationMs: number, nowMs: number): Refusal | null {
  return atMs !== null && nowMs < atMs + durationMs ? refuse(code, { until: atMs + durationMs }) : null;
}
