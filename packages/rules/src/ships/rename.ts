import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkCredits } from './desk.ts';
import type { FleetOwner, FleetShip } from './fleet-types.ts';

/** Credits for painting another name on a ship (rule book, ships-combat 6). */
export const RENAME_COST = 500n;

/**
 * Refuses to rename a ship: `ship_is_pod` (no registry knows pods), `not_docked`, `insufficient_credits` `{need, have}`.
 * The name itself: `checkShipName`.
 */
export function checkRename(ship: FleetShip, { credits }: Pick<FleetOwner, 'credits'>): Refusal | null {
  if (ship.build.type === 'escape_pod') {
    return refuse('ship_is_pod');
  }
  return ship.status === 'docked' ? checkCredits(RENAME_COST, credits) : refuse('not_docked');
}
