import type { FormationKind } from '../universe/types.ts';

/** A landmark and what its first visit pays a player (rule book, world 4.6). */
export interface FormationRow {
  readonly key: FormationKind;
  readonly rewardCredits: number;
}

export const FORMATION_KINDS: readonly FormationRow[] = [
  { key: 'dead_end', rewardCredits: 250 },
  { key: 'corridor', rewardCredits: 250 },
  { key: 'crossroads', rewardCredits: 250 },
  { key: 'bubble', rewardCredits: 500 },
  { key: 'backdoor', rewardCredits: 500 },
  { key: 'pocket', rewardCredits: 1_000 },
];
