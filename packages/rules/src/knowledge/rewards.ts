import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import {
  EXPLORATION_RANK_POINTS_PER_DAY,
  FIRST_DISCOVERY_CREDITS,
  FIRST_DISCOVERY_RANK_POINTS,
  FIRST_VISIT_RANK_POINTS,
} from './constants.ts';

/** What is new about an arrival. */
export interface Discovery {
  readonly isFirstOwnVisit: boolean;
  /** Nobody in the galaxy has been there before. */
  readonly isFirstInGalaxy: boolean;
  /** Rank points from exploration in this UTC day so far. */
  readonly rankPointsToday: number;
}

export interface DiscoveryReward {
  readonly rankPoints: number;
  readonly credits: bigint;
  readonly legs: readonly LedgerLeg[];
}

/**
 * Reward of entering a sector (rule book, world 7.3): 1 rank point for the first own visit, 2 more and 100 cr for the
 * first in the galaxy; rank points stop at 100 a UTC day, credits do not.
 */
export function discoveryReward(discovery: Discovery): DiscoveryReward {
  const earned =
    (discovery.isFirstOwnVisit ? FIRST_VISIT_RANK_POINTS : 0) +
    (discovery.isFirstInGalaxy ? FIRST_DISCOVERY_RANK_POINTS : 0);
  const left = Math.max(0, EXPLORATION_RANK_POINTS_PER_DAY - discovery.rankPointsToday);
  const credits = discovery.isFirstInGalaxy ? FIRST_DISCOVERY_CREDITS : 0n;
  return { rankPoints: Math.min(earned, left), credits, legs: leg('MINT', 'wallet', credits, 'discovery') };
}
