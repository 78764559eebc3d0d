import { FORMATION_KINDS } from '../catalogue/formations.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import type { FormationKind } from '../universe/types.ts';
import {
  EXPLORATION_RANK_POINTS_PER_DAY,
  FIRST_DISCOVERY_CREDITS,
  FIRST_DISCOVERY_RANK_POINTS,
  FIRST_VISIT_RANK_POINTS,
  FORMATIONS_PAID_PER_DAY,
  NEBULA_CREDITS,
} from './constants.ts';

/** What is new about an arrival. */
export interface Discovery {
  readonly isFirstOwnVisit: boolean;
  /** Nobody in the galaxy has been there before. */
  readonly isFirstInGalaxy: boolean;
  /** Rank points from exploration in this UTC day so far. */
  readonly rankPointsToday: number;
  /** Landmarks this arrival completes for the player. */
  readonly formations: readonly FormationKind[];
  /** Landmarks he found in this UTC day so far. */
  readonly formationsToday: number;
  /** He is the first of all to have been in every sector of a nebula. */
  readonly completesNebula: boolean;
}

/** Why an arrival gives rank points. */
export type DiscoverySource = 'first_visit' | 'first_discovery';

export interface DiscoveryReward {
  readonly rankPoints: number;
  /** The same points by source, without the ones of nothing. */
  readonly awards: readonly { readonly source: DiscoverySource; readonly points: number }[];
  readonly credits: bigint;
  /** What each landmark pays, in the order asked. */
  readonly formationCredits: readonly bigint[];
  readonly legs: readonly LedgerLeg[];
}

const FORMATION_CREDITS = new Map(
  FORMATION_KINDS.map(({ key, rewardCredits }) => [key, BigInt(rewardCredits)]),
);

/**
 * Reward of entering a sector (rule book, world 7.3 and 4.6): 1 rank point for the first own visit, 2 more and 20 cr
 * for the first in the galaxy; landmarks by their rarity, the first 100 a UTC day; 1,000 cr for the first to complete
 * a nebula. Rank points stop at 100 a UTC day, credits of sectors and nebulae do not.
 */
export function discoveryReward(discovery: Discovery): DiscoveryReward {
  const isFirst = discovery.isFirstOwnVisit && discovery.isFirstInGalaxy;
  const left = Math.max(0, EXPLORATION_RANK_POINTS_PER_DAY - discovery.rankPointsToday);
  const visit = Math.min(discovery.isFirstOwnVisit ? FIRST_VISIT_RANK_POINTS : 0, left);
  const first = Math.min(isFirst ? FIRST_DISCOVERY_RANK_POINTS : 0, left - visit);
  const formationCredits = discovery.formations.map((kind, index) =>
    discovery.formationsToday + index < FORMATIONS_PAID_PER_DAY ? (FORMATION_CREDITS.get(kind) ?? 0n) : 0n,
  );
  const amounts = [
    isFirst ? FIRST_DISCOVERY_CREDITS : 0n,
    ...formationCredits,
    discovery.completesNebula ? NEBULA_CREDITS : 0n,
  ];
  return {
    rankPoints: visit + first,
    awards: [
      { source: 'first_visit' as const, points: visit },
      { source: 'first_discovery' as const, points: first },
    ].filter(({ points }) => points > 0),
    credits: amounts.reduce((sum, amount) => sum + amount, 0n),
    formationCredits,
    legs: amounts.flatMap((amount) => leg('MINT', 'wallet', amount, 'discovery')),
  };
}
