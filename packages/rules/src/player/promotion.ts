import { RANKS } from './ranks.ts';

export const CAREER_TRACKS = ['trade', 'combat', 'exploration', 'building'] as const;

export type CareerTrack = (typeof CAREER_TRACKS)[number];

/** What a career has reached on each track (rule book, society 2.1); profit may exceed 2^53. */
export type TrackValues = Readonly<Record<CareerTrack, bigint>>;

const FIRST_TRACK_LEVEL = 3;

/** Start value and growth factor (numerator over 100) from level 3 on. */
const TRACKS: Readonly<Record<CareerTrack, readonly [start: bigint, growthPercent: bigint]>> = {
  trade: [20_000n, 160n],
  combat: [15n, 135n],
  exploration: [40n, 125n],
  building: [10n, 130n],
};

/** What a track needs by level, floored; 0 below level 3. Exact, so that every engine asks the same. */
export const TRACK_THRESHOLDS: Readonly<Record<CareerTrack, readonly bigint[]>> = {
  trade: thresholds('trade'),
  combat: thresholds('combat'),
  exploration: thresholds('exploration'),
  building: thresholds('building'),
};

/** The level a player holds after a change: promoted as long as the next rank's points and tracks are reached. */
export function promotedLevel(level: number, rankPoints: number, values: TrackValues): number {
  const next = RANKS[level + 1];
  if (next === undefined || rankPoints < next.rankPoints || tracksAt(next.level, values) < next.tracks) {
    return level;
  }
  return promotedLevel(next.level, rankPoints, values);
}

/** How many tracks stand at a level. */
export function tracksAt(level: number, values: TrackValues): number {
  return CAREER_TRACKS.filter((track) => values[track] >= (TRACK_THRESHOLDS[track][level] ?? 0n)).length;
}

function thresholds(track: CareerTrack): bigint[] {
  const [start, growthPercent] = TRACKS[track];
  return RANKS.map(({ level }) => {
    const steps = BigInt(Math.max(0, level - FIRST_TRACK_LEVEL));
    return level < FIRST_TRACK_LEVEL ? 0n : (start * growthPercent ** steps) / 100n ** steps;
  });
}
