import { describe, expect, it } from 'vitest';
import {
  checkCallsign,
  FACTIONS,
  foldName,
  hasProfanity,
  isNewcomer,
  isReservedName,
  newcomerUntil,
  profitRankPoints,
  promotedLevel,
  RANKS,
  REPUTATION_TIERS,
  rankOf,
  reputationTierOf,
  STANDING_TIERS,
  standingTierOf,
  TRACK_THRESHOLDS,
  tracksAt,
} from './index.ts';

describe('ranks', () => {
  it('agree with README 7.1', () => {
    expect(RANKS).toHaveLength(18);
    expect(RANKS.map(({ rankPoints }) => rankPoints)).toEqual([
      0, 50, 150, 300, 500, 800, 1_200, 1_800, 2_500, 3_500, 5_000, 7_000, 10_000, 14_000, 20_000, 28_000,
      40_000, 60_000,
    ]);
    expect(RANKS.map(({ turnCapBonus }) => turnCapBonus)).toEqual([
      0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, 100, 120,
    ]);
    expect(RANKS.map(({ damageBp }) => damageBp)).toEqual([
      0, 0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 800, 1_000,
    ]);
    expect(RANKS.map(({ tracks }) => tracks)).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(RANKS.map(({ advantageBp }) => advantageBp)).toEqual(RANKS.map(({ level }) => 15 * level));
  });

  it('have keys', () => {
    expect(rankOf(7)).toMatchObject({ key: 'chief_warrant_officer', tier: 'warrant' });
    expect(() => rankOf(-1)).toThrow(RangeError);
  });
});

describe('promotion', () => {
  const none = { trade: 0n, combat: 0n, exploration: 0n, building: 0n };

  it('grows the tracks exactly, floored', () => {
    expect(TRACK_THRESHOLDS.trade.slice(2, 6)).toEqual([0n, 20_000n, 32_000n, 51_200n]);
    expect(TRACK_THRESHOLDS.combat.slice(3, 6)).toEqual([15n, 20n, 27n]);
    expect(TRACK_THRESHOLDS.exploration.slice(3, 6)).toEqual([40n, 50n, 62n]);
    expect(TRACK_THRESHOLDS.building.slice(3, 6)).toEqual([10n, 13n, 16n]);
    expect(TRACK_THRESHOLDS.trade[17]).toBe(14_411_518n);
  });

  it.each([
    ['points alone up to Corporal', 0, 299, none, 2],
    ['no Sergeant without a track', 0, 300, none, 2],
    ['a Sergeant with one', 0, 300, { ...none, exploration: 40n }, 3],
    ['several ranks at once', 0, 1_200, { ...none, trade: 10_000_000n }, 6],
    ['two tracks from rank 7', 6, 60_000, { ...none, trade: 10_000_000_000n }, 6],
    [
      'to the top',
      0,
      60_000,
      { trade: 10n ** 9n, combat: 10n ** 9n, exploration: 10n ** 9n, building: 0n },
      17,
    ],
    ['never down', 5, 0, none, 5],
  ])('%s', (...[, level, points, values, expected]) => {
    expect(promotedLevel(level, points, values)).toBe(expected);
  });

  it('counts the tracks that stand', () => {
    expect(tracksAt(3, { ...none, trade: 20_000n, combat: 14n })).toBe(1);
  });
});

describe('profitRankPoints', () => {
  it.each([
    ['a loss', 0, 0, -5_000n, 0, 0],
    ['less than a point', 300, 0, 699n, 0, 999],
    ['the carry completes one', 300, 0, 700n, 1, 0],
    ['many', 999, 0, 12_345n, 13, 344],
    ['a quarter beyond the day', 0, 200, 8_000n, 2, 0],
    ['a quarter of a small profit', 0, 200, 403n, 0, 100],
    ['across the line', 0, 199, 5_000n, 2, 0],
    ['across the line with a carry', 500, 199, 2_500n, 1, 500],
    ['a carry past a full day is not lost', 900, 200, 400n, 1, 0],
  ])('%s', (...[, carry, rankPointsToday, profit, rankPoints, rest]) => {
    expect(profitRankPoints({ carry, rankPointsToday }, profit)).toEqual({ rankPoints, carry: rest });
  });
});

describe('scales', () => {
  it.each([REPUTATION_TIERS, STANDING_TIERS])('tile −1000..1000 without gap (%#)', (...tiers) => {
    expect(tiers[0]?.from).toBe(-1_000);
    expect(tiers.at(-1)?.to).toBe(1_000);
    for (const [index, tier] of tiers.slice(1).entries()) {
      expect(tier.from).toBe((tiers[index]?.to ?? 0) + 1);
    }
  });

  it('names the tiers', () => {
    expect([-1_000, -750, -749, -50, -49, 49, 50, 500].map((value) => reputationTierOf(value).key)).toEqual([
      'villain',
      'villain',
      'criminal',
      'suspicious',
      'neutral',
      'neutral',
      'lawful',
      'legendary',
    ]);
    expect(standingTierOf(-700).key).toBe('public_enemy');
    expect(standingTierOf(5_000).key).toBe('exalted');
  });
});

describe('names', () => {
  it.each([
    ['Ada_Lovelace-7', 'adalovelacet'],
    ['0134578', 'oleast8'],
    ['__--', ''],
  ])('folds %s to %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each([
    'admin',
    'ADMIN',
    'Adm_in',
    '4dm1n'.replace('1', 'i'),
    'N3xus',
    'Terran_Federation',
    'galactic-concord',
    'pirates',
    'Pilot-1234',
    'DELETED_abc',
    'g-m',
  ])('reserves %s', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each(['administrator2', 'Pilot1234', 'terrans', 'nexusfan', 'allen'])('leaves %s free', (name) => {
    expect(isReservedName(name)).toBe(false);
  });

  it.each(['shit', 'Sh1t', 'big_shit', 'F-u-c-k', 'fu_ck', 'b1tch'])('finds the word in %s', (name) => {
    expect(hasProfanity(name)).toBe(true);
  });

  it.each(['Scunthorpe', 'Cassandra', 'cockpit', 'shitake', 'Dickens'])('lets %s pass', (name) => {
    expect(hasProfanity(name)).toBe(false);
  });

  it('lists nine factions', () => {
    expect(new Set(FACTIONS.map(({ code }) => code)).size).toBe(9);
  });
});

describe('checkCallsign', () => {
  it.each(['Ada', 'x'.repeat(20), 'Star_Fox-9', '888'])('allows %s', (callsign) => {
    expect(checkCallsign(callsign)).toBeNull();
  });

  it.each([
    ['ab', 'too_short'],
    ['x'.repeat(21), 'too_long'],
    ['Ada Love', 'charset'],
    ['Ádám', 'charset'],
    ['___', 'charset'],
  ])('refuses %s as %s', (callsign, code) => {
    expect(checkCallsign(callsign)).toEqual({
      code: 'validation_failed',
      details: { errors: [{ path: '/callsign', code }] },
    });
  });

  it.each(['Admin', 'nexus', 'pilot-77', 'Wh0re'])('blocks %s', (callsign) => {
    expect(checkCallsign(callsign)?.code).toBe('callsign_blocked');
  });
});

describe('newcomer protection', () => {
  const HOUR = 3_600_000;

  it('ends by clock, by turns or by a hostile act', () => {
    const until = newcomerUntil(0);
    expect(until).toBe(120 * HOUR);
    expect(isNewcomer(until, 0, until - 1)).toBe(true);
    expect(isNewcomer(until, 0, until)).toBe(false);
    expect(isNewcomer(until, 2_999, 0)).toBe(true);
    expect(isNewcomer(until, 3_000, 0)).toBe(false);
    expect(isNewcomer(null, 0, 0)).toBe(false);
  });
});
