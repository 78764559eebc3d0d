import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import { checkPeace } from './desk.ts';
import type { FleetShip } from './fleet-types.ts';
import { refuseKind } from './sale.ts';

/** What a player types to give up a ship: its name, exactly. */
export interface TypedConfirmation {
  readonly typed: string;
  readonly name: string;
}

/**
 * Refuses to abandon a ship (rule book, ships-combat 6): `ship_not_active`, `must_undock`, `must_lift_off`,
 * `ship_is_pod`, `bound_ship`, `loaner_ship`, `recent_combat` `{until}`, and 400 when its name was not typed.
 */
export function checkAbandon(
  ship: FleetShip,
  confirmation: TypedConfirmation | null,
  nowMs: number,
): Refusal | null {
  return refusePlace(ship) ?? refuseKind(ship) ?? checkPeace(ship, nowMs) ?? refuseTyped(confirmation);
}

/**
 * Refuses to destroy one's ship: like abandoning, but bound ships and loaners may be blown up; nobody sits in a pod
 * that is. `confirmation` null: only described.
 */
export function checkSelfDestruct(
  ship: FleetShip,
  confirmation: TypedConfirmation | null,
  nowMs: number,
): Refusal | null {
  const pod = ship.build.type === 'escape_pod' ? refuse('ship_is_pod') : null;
  return refusePlace(ship) ?? pod ?? checkPeace(ship, nowMs) ?? refuseTyped(confirmation);
}

function refusePlace({ isActive, status }: FleetShip): Refusal | null {
  if (!isActive) {
    return refuse('ship_not_active');
  }
  if (status === 'docked') {
    return refuse('must_undock');
  }
  return status === 'landed' ? refuse('must_lift_off') : null;
}

function refuseTyped(confirmation: TypedConfirmation | null): Refusal | null {
  return confirmation === null || confirmation.typed === confirmation.name
    ? null
    : refuseField('/confirm', 'mismatch');
}
