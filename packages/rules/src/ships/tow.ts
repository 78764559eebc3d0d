import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { checkPeace } from './desk.ts';
import type { FleetShip } from './fleet-types.ts';
import type { ShipTypeKey, TowedSize } from './types.ts';

/** The size a hull in tow counts as; null for capital hulls, which nothing tows. */
export function towedSizeOf(type: ShipTypeKey): TowedSize | null {
  const { size } = SHIP_TYPES[type];
  return size === 'capital' ? null : size;
}

/**
 * Refuses to take one's own ship in tow (rule book, ships-combat 9): `same_ship`, `ship_not_active` unless the tug is the
 * ship one flies, `must_lift_off`, `no_tractor_beam`, `already_towing`, `cannot_be_towed` `{why}` for capital hulls and
 * pods, `not_colocated` unless both are docked side by side or drift in one sector, `recent_combat` `{until}`.
 */
export function checkTow(tug: FleetShip, target: FleetShip, nowMs: number): Refusal | null {
  if (tug.id === target.id) {
    return refuse('same_ship');
  }
  return refuseTug(tug) ?? refuseTarget(target) ?? refuseDistance(tug, target) ?? checkPeace(tug, nowMs);
}

/** Refuses to cast off where nothing is towed: `not_towing`. */
export function checkCastOff(tug: FleetShip): Refusal | null {
  return tug.towShipId === null ? refuse('not_towing') : null;
}

/**
 * Whether a line still holds: the tug is flown and has its beam, and both are in one place. Where it does not, the tow
 * has ended by other means.
 */
export function holdsTow(tug: FleetShip, towed: FleetShip | undefined): boolean {
  return (
    towed !== undefined &&
    tug.towShipId === towed.id &&
    tug.isActive &&
    hasBeam(tug) &&
    !towed.isActive &&
    tug.status === towed.status &&
    (tug.status === 'docked' ? tug.stationId === towed.stationId : tug.status === 'in_space') &&
    tug.sectorId === towed.sectorId
  );
}

/**
 * Where a ship ends when its tow does: at the `berth` it lies at, `adrift` in space, or, as a bound ship never drifts, at
 * the nearest `station`.
 */
export function towEnd(isDocked: boolean, isBound: boolean): 'berth' | 'station' | 'adrift' {
  if (isDocked) {
    return 'berth';
  }
  return isBound ? 'station' : 'adrift';
}

function refuseTug(tug: FleetShip): Refusal | null {
  if (!tug.isActive) {
    return refuse('ship_not_active');
  }
  if (tug.status === 'landed') {
    return refuse('must_lift_off');
  }
  if (!hasBeam(tug)) {
    return refuse('no_tractor_beam');
  }
  return tug.towShipId === null ? null : refuse('already_towing');
}

function refuseTarget({ build }: FleetShip): Refusal | null {
  if (build.type === 'escape_pod') {
    return refuse('cannot_be_towed', { why: 'pod' });
  }
  return towedSizeOf(build.type) === null ? refuse('cannot_be_towed', { why: 'capital' }) : null;
}

function refuseDistance(tug: FleetShip, target: FleetShip): Refusal | null {
  const isBeside =
    tug.status === 'docked'
      ? target.status === 'docked' && tug.stationId === target.stationId
      : target.status === 'derelict' && tug.sectorId === target.sectorId;
  return isBeside ? null : refuse('not_colocated');
}

function hasBeam({ modules }: FleetShip): boolean {
  return modules.some(({ item }) => item === 'tractor_beam');
}
