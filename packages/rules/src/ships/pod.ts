import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { checkDesk } from './desk.ts';
import type { FleetOwner, FleetShip } from './fleet-types.ts';

/** Whoever has less than this in wallet and bank together is lent a ship (rule book, ships-combat 7). */
export const LOANER_BELOW_CREDITS = 10_000n;
export const LOANERS_PER_WINDOW = 3;
export const LOANER_WINDOW_MS = 30 * 86_400_000;
export const LOANER_TYPE = 'light_freighter';

/** Turns of a rescue: 20, or all that are left; none where somebody assisted. */
export function rescueCost(turns: number, isFree: boolean): number {
  return isFree ? 0 : Math.min(TURN_COSTS.pod_rescue, turns);
}

/** Refuses to tow in a pod: `not_in_pod`, `already_docked` `{stationId}` where a dealer is, who needs no tug. */
export function checkRescue(pilot: FleetShip, desk: FleetOwner['desk']): Refusal | null {
  if (pilot.build.type !== 'escape_pod') {
    return refuse('not_in_pod');
  }
  return desk !== null && checkDesk(desk, 'ship_dealer') === null
    ? refuse('already_docked', { stationId: desk.stationId })
    : null;
}

/** What a loan is decided on. */
export interface LoanState {
  readonly pilot: FleetShip;
  readonly desk: FleetOwner['desk'];
  /** Ships besides the pod. */
  readonly shipCount: number;
  readonly wallet: bigint;
  readonly bank: bigint;
  /** When ships were lent to him in the last 30 days. */
  readonly loansAtMs: readonly number[];
}

/**
 * Refuses to lend a ship: `not_in_pod`, what `checkDesk` refuses at a dealer, `not_eligible` `{why}` with a ship or
 * credits of his own, or `{why: 'limit', nextAt}` after three in 30 days.
 */
export function checkLoaner(state: LoanState, nowMs: number): Refusal | null {
  if (state.pilot.build.type !== 'escape_pod') {
    return refuse('not_in_pod');
  }
  const closed = checkDesk(state.desk, 'ship_dealer');
  if (closed !== null) {
    return closed;
  }
  if (state.shipCount > 0) {
    return refuse('not_eligible', { why: 'has_ship' });
  }
  if (state.wallet + state.bank >= LOANER_BELOW_CREDITS) {
    return refuse('not_eligible', { why: 'has_credits' });
  }
  const lately = state.loansAtMs.filter((atMs) => nowMs < atMs + LOANER_WINDOW_MS).toSorted((a, b) => a - b);
  const freedBy = lately.at(-LOANERS_PER_WINDOW);
  return freedBy === undefined
    ? null
    : refuse('not_eligible', { why: 'limit', nextAt: freedBy + LOANER_WINDOW_MS });
}
