import { INGRESS_REFUSALS } from '../navigation/constants.ts';
import type { Ingress } from '../navigation/move-types.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { EntryPolicy, RegionStatus } from './constants.ts';

/** What decides whether somebody may enter a region over its link (rule book, platform 8.3 and world 4.5). */
export interface EntryState {
  readonly status: RegionStatus;
  readonly entryPolicy: EntryPolicy;
  /** He owns the region. */
  readonly isOwner: boolean;
  /** He owns something there: a station, or a ship that is parked. */
  readonly hasStake: boolean;
  /** The world of the region cannot be reached from here. */
  readonly isOutOfReach: boolean;
}

/**
 * Whether a region lets somebody in: an active one as its policy says, a suspended one, or one in grace, only its owner
 * and those who own something there. Leaving is nobody's to forbid.
 */
export function ingressOf(state: EntryState): Ingress {
  if (state.isOutOfReach) return 'unavailable';
  const isMember = state.isOwner || state.hasStake;
  switch (state.status) {
    case 'active':
      return isMember || state.entryPolicy === 'open' ? 'open' : 'closed';
    case 'suspended':
    case 'grace':
      return isMember ? 'open' : 'closed';
    default:
      return 'unavailable';
  }
}

/** Why a region does not let somebody in, or null: `region_closed`, `region_banned`, `region_unavailable`. */
export function checkIngress(ingress: Ingress): Refusal | null {
  return ingress === 'open' ? null : refuse(INGRESS_REFUSALS[ingress]);
}

/** What entering costs: the toll of the region, nothing for its owner. */
export function entryToll(linkToll: number, isOwner: boolean): bigint {
  return isOwner ? 0n : BigInt(linkToll);
}
