import { spendTurns } from '../turns/apply.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { settleTurns } from '../turns/settle.ts';
import { dockingFeeDue, mooringOf, stationFeeLegs } from './dock-fee.ts';
import type { DockingShip, DockOutcome, DockState, UndockOutcome } from './docking-types.ts';
import { shelterEndsAt } from './shelter.ts';

/** Docks the active ship: one turn, the fee with its routing, the end of shelter. Assumes `checkDock` passed. */
export function applyDock(state: DockState, nowMs: number): DockOutcome {
  const ship = activeShip(state);
  const { station } = state;
  const fee = dockingFeeDue(state, ship.type, nowMs);
  const settled = settleTurns(state.turns, nowMs, state.turnCap, state.turnMultiplierBp);
  const guest = {
    isNewcomer: state.isNewcomer,
    isPod: ship.type === 'escape_pod',
    isInTransit: state.isInTransit,
  };
  return {
    turns: spendTurns(settled, TURN_COSTS.dock),
    credits: state.credits - fee.amount,
    fee,
    legs: stationFeeLegs(fee.amount, station.isOwned, 'dock_fee'),
    stationId: station.id,
    dockedAtMs: nowMs,
    shelterEndsAtMs: shelterEndsAt(station, guest, nowMs),
  };
}

/** Undocks the active ship into the station's sector and settles the mooring. Assumes `checkUndock` passed. */
export function applyUndock(state: DockState, nowMs: number): UndockOutcome {
  const ship = activeShip(state);
  const mooring = mooringOf(state, nowMs);
  return {
    credits: state.credits - mooring,
    mooring,
    legs: stationFeeLegs(mooring, state.station.isOwned, 'mooring'),
    sectorId: ship.sectorId,
  };
}

function activeShip({ ship }: DockState): DockingShip {
  if (ship === null) {
    throw new Error('docking without an active ship');
  }
  return ship;
}
