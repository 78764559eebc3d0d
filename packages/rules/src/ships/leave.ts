import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import { checkPeace } from './desk.ts';
import type { FleetShip } from './fleet-types.ts';
import { refuseKind } from './sale.ts';

/** A self-destruction can be called off for so long. */
export const FUSE_MS = 30_000;

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
 * Refuses to light the fuse of one's ship: like abandoning, but bound ships and loaners may be blown up; nobody sits in a
 * pod that is; `fuse_burning` `{until}`. `confirmation` null: only described.
 */
export function checkSelfDestruct(
  ship: FleetShip,
  confirmation: TypedConfirmation | null,
  nowMs: number,
): Refusal | null {
  const pod = ship.build.type === 'escape_pod' ? refuse('ship_is_pod') : null;
  const lit = ship.fuseAtMs === null ? null : refuse('fuse_burning', { until: ship.fuseAtMs });
  return refusePlace(ship) ?? pod ?? lit ?? checkPeace(ship, nowMs) ?? refuseTyped(confirmation);
}

/** Refuses to stop a fuse where none burns: `fuse_not_burning`. */
export function checkDefuse({ fuseAtMs }: FleetShip): Refusal | null {
  return fuseAtMs === null ? refuse('fuse_not_burning') : null;
}

/** Whether a ship blows up now: its fuse has burnt down while its owner flies it in space; any other fuse went out. */
export function burnsDown({ fuseAtMs, isActive, status }: FleetShip, nowMs: number): boolean {
  return fuseAtMs !== null && fuseAtMs <= nowMs && isActive && status === 'in_space';
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
