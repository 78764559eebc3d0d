import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkLeftBehind } from './boarding.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { checkCredits } from './desk.ts';
import type { FleetOwner, FleetShip } from './fleet-types.ts';
import { checkSlot } from './purchase.ts';
import type { ShipTypeKey } from './types.ts';

const CLAIM_PERCENT = 30n;

/** For this long a derelict is its owner's alone, or its former owner's. */
export const CLAIM_PRIORITY_MS = 3_600_000;

/** A derelict nobody claimed for this long breaks up. */
export const DERELICT_LIFE_MS = 7 * 86_400_000;

/** A ship adrift: without an owner, or claimed by somebody who left it there. */
export interface Derelict {
  readonly ship: FleetShip;
  readonly sinceMs: number;
  readonly isFormerOwner: boolean;
  /** The pilot has claimed it already. */
  readonly isOwn: boolean;
}

/** Credits for claiming a derelict: 30 % of the price of its type, ceiled; also its value from then on. */
export function claimCost(type: ShipTypeKey): bigint {
  return ((SHIP_TYPES[type].priceCredits ?? 0n) * CLAIM_PERCENT + 99n) / 100n;
}

/**
 * Refuses to claim a derelict (rule book, ships-combat 6): `must_undock`, `must_lift_off`, `not_in_sector`,
 * `already_claimed`, `claim_locked` `{until}`, `ship_limit` `{max}`, `cargo_full` when the load of a pod does not fit,
 * `insufficient_credits`. Turns are the caller's to check.
 */
export function checkClaim(
  derelict: Derelict,
  pilot: FleetShip,
  owner: Pick<FleetOwner, 'credits' | 'shipCount'>,
  nowMs: number,
): Refusal | null {
  const { ship } = derelict;
  if (pilot.status === 'docked') {
    return refuse('must_undock');
  }
  if (pilot.status === 'landed') {
    return refuse('must_lift_off');
  }
  if (pilot.sectorId !== ship.sectorId) {
    return refuse('not_in_sector');
  }
  if (derelict.isOwn) {
    return refuse('already_claimed');
  }
  const openAtMs = derelict.sinceMs + CLAIM_PRIORITY_MS;
  if (!derelict.isFormerOwner && nowMs < openAtMs) {
    return refuse('claim_locked', { until: openAtMs });
  }
  const aboard = pilot.build.type === 'escape_pod' ? checkLeftBehind(pilot, ship) : null;
  return checkSlot(owner.shipCount) ?? aboard ?? checkCredits(claimCost(ship.build.type), owner.credits);
}
