/** One rank (rule book, README 7.1 and society 2.1). */
export interface Rank {
  readonly level: number;
  readonly key: string;
  readonly name: string;
  readonly tier: 'enlisted' | 'nco' | 'warrant' | 'officer' | 'flag';
  /** Rank points needed. */
  readonly rankPoints: number;
  /** How many of the four career tracks must stand at this level. */
  readonly tracks: number;
  readonly advantageBp: number;
  readonly damageBp: number;
  readonly turnCapBonus: number;
}

type Row = readonly [
  name: string,
  tier: Rank['tier'],
  points: number,
  tracks: number,
  damageBp: number,
  turns: number,
];

const ROWS: readonly Row[] = [
  ['Recruit', 'enlisted', 0, 0, 0, 0],
  ['Spacer', 'enlisted', 50, 0, 0, 5],
  ['Corporal', 'enlisted', 150, 0, 50, 10],
  ['Sergeant', 'nco', 300, 1, 100, 15],
  ['Staff Sergeant', 'nco', 500, 1, 150, 20],
  ['Master Sergeant', 'nco', 800, 1, 200, 25],
  ['Warrant Officer', 'warrant', 1_200, 1, 250, 30],
  ['Chief Warrant Officer', 'warrant', 1_800, 2, 300, 35],
  ['Ensign', 'officer', 2_500, 2, 350, 40],
  ['Lieutenant', 'officer', 3_500, 2, 400, 45],
  ['Commander', 'officer', 5_000, 2, 450, 50],
  ['Captain', 'officer', 7_000, 2, 500, 55],
  ['Senior Captain', 'officer', 10_000, 2, 550, 60],
  ['Commodore', 'flag', 14_000, 3, 600, 70],
  ['Rear Admiral', 'flag', 20_000, 3, 650, 80],
  ['Vice Admiral', 'flag', 28_000, 3, 700, 90],
  ['Admiral', 'flag', 40_000, 3, 800, 100],
  ['Fleet Admiral', 'flag', 60_000, 3, 1_000, 120],
];

/** Part of the price advantage a rank level gives. */
export const RANK_ADVANTAGE_BP = 15;

/** The 18 ranks, index = level. */
export const RANKS: readonly Rank[] = ROWS.map(
  ([name, tier, rankPoints, tracks, damageBp, turnCapBonus], level) => ({
    level,
    key: name.toLowerCase().replaceAll(' ', '_'),
    name,
    tier,
    rankPoints,
    tracks,
    advantageBp: RANK_ADVANTAGE_BP * level,
    damageBp,
    turnCapBonus,
  }),
);

/** The rank of a level. Refuses a level outside 0..17 with a RangeError. */
export function rankOf(level: number): Rank {
  const rank = RANKS[level];
  if (rank === undefined) {
    throw new RangeError(`no rank ${level}`);
  }
  return rank;
}
