/** A band of a scale from −1000 to 1000, with its part of the price advantage. */
export interface ScaleTier<TKey extends string> {
  readonly key: TKey;
  readonly from: number;
  readonly to: number;
  readonly advantageBp: number;
}

export type ReputationTierKey =
  | 'villain'
  | 'criminal'
  | 'outlaw'
  | 'suspicious'
  | 'neutral'
  | 'lawful'
  | 'heroic'
  | 'legendary';

export type StandingTierKey =
  | 'public_enemy'
  | 'hated'
  | 'hostile'
  | 'unfriendly'
  | 'neutral'
  | 'friendly'
  | 'honored'
  | 'revered'
  | 'exalted';

/** Personal reputation goes so far either way. */
const REPUTATION_LIMIT = 1_000;

/** Personal reputation, worst first (rule book, README 7.2 and society 4.1). */
export const REPUTATION_TIERS: readonly ScaleTier<ReputationTierKey>[] = [
  { key: 'villain', from: -1000, to: -750, advantageBp: -800 },
  { key: 'criminal', from: -749, to: -500, advantageBp: -500 },
  { key: 'outlaw', from: -499, to: -250, advantageBp: -200 },
  { key: 'suspicious', from: -249, to: -50, advantageBp: 0 },
  { key: 'neutral', from: -49, to: 49, advantageBp: 0 },
  { key: 'lawful', from: 50, to: 249, advantageBp: 0 },
  { key: 'heroic', from: 250, to: 499, advantageBp: 50 },
  { key: 'legendary', from: 500, to: 1000, advantageBp: 100 },
];

/** Standing with a faction, worst first (rule book, README 7.2 and economy 3.3). */
export const STANDING_TIERS: readonly ScaleTier<StandingTierKey>[] = [
  { key: 'public_enemy', from: -1000, to: -700, advantageBp: -2000 },
  { key: 'hated', from: -699, to: -500, advantageBp: -1500 },
  { key: 'hostile', from: -499, to: -300, advantageBp: -800 },
  { key: 'unfriendly', from: -299, to: -100, advantageBp: -300 },
  { key: 'neutral', from: -99, to: 99, advantageBp: 0 },
  { key: 'friendly', from: 100, to: 299, advantageBp: 60 },
  { key: 'honored', from: 300, to: 499, advantageBp: 120 },
  { key: 'revered', from: 500, to: 699, advantageBp: 200 },
  { key: 'exalted', from: 700, to: 1000, advantageBp: 300 },
];

/** The tier of a personal reputation; values outside −1000..1000 count as the nearest end. */
export function reputationTierOf(reputation: number): ScaleTier<ReputationTierKey> {
  return tierOf(REPUTATION_TIERS, reputation);
}

/** A personal reputation after a change, kept within −1000..1000 (rule book, society 4.2). */
export function changeReputation(reputation: number, delta: number): number {
  return Math.max(-REPUTATION_LIMIT, Math.min(REPUTATION_LIMIT, reputation + delta));
}

/** The tier of a standing; values outside −1000..1000 count as the nearest end. */
export function standingTierOf(standing: number): ScaleTier<StandingTierKey> {
  return tierOf(STANDING_TIERS, standing);
}

function tierOf<TKey extends string>(tiers: readonly ScaleTier<TKey>[], value: number): ScaleTier<TKey> {
  const tier = tiers.find(({ to }) => value <= to) ?? tiers.at(-1);
  if (tier === undefined) {
    throw new RangeError('a scale needs tiers');
  }
  return tier;
}
