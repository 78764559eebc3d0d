import { describe, expect, it } from 'vitest';
import type { RandomStream } from '../random/index.ts';
import { createStream } from '../random/index.ts';
import {
  checkShipName,
  conditionBandOf,
  effectiveStats,
  MAX_UPGRADE_LEVELS,
  normaliseShipName,
  registrationFrom,
  rollFault,
  SHIP_TYPE_KEYS,
  SHIP_TYPES,
  scannerRangeOf,
  settleCondition,
  settleShields,
  shipTypeOf,
  UPGRADE_COSTS,
  UPGRADE_KINDS,
} from './index.ts';

const DAY = 86_400_000;

describe('catalogue', () => {
  it('agrees with README 7.6', () => {
    expect(
      SHIP_TYPE_KEYS.map((key) => {
        const { priceCredits, baseTurns, agility, cargo, droneBays, genesis, scanner, attackTurns } =
          SHIP_TYPES[key];
        return [key, priceCredits, baseTurns, agility, cargo, droneBays, genesis, scanner, attackTurns];
      }),
    ).toEqual([
      ['escape_pod', null, 4, 0, 5, 0, 0, 1, null],
      ['light_freighter', 10_000n, 3, 0, 50, 2, 0, 2, 12],
      ['scout_ship', 25_000n, 2, 2, 10, 1, 0, 5, 5],
      ['fast_courier', 30_000n, 2, 1, 20, 0, 0, 3, 8],
      ['cargo_hauler', 50_000n, 4, 0, 100, 2, 2, 2, 20],
      ['defender', 70_000n, 3, 0, 40, 6, 3, 3, 18],
      ['colony_ship', 100_000n, 6, 0, 100, 2, 5, 2, 35],
      ['carrier', 150_000n, 4, 0, 80, 12, 5, 4, 45],
      ['warp_jumper', 500_000n, 3, 0, 20, 0, 1, 6, 100],
    ]);
  });

  it('sells everything but pods and Warp Jumpers', () => {
    expect(SHIP_TYPE_KEYS.filter((key) => !shipTypeOf(key).isSold)).toEqual(['escape_pod', 'warp_jumper']);
  });

  it('prices every level that some ship can reach', () => {
    for (const kind of UPGRADE_KINDS) {
      const highest = Math.max(...SHIP_TYPE_KEYS.map((key) => MAX_UPGRADE_LEVELS[key][kind]));
      expect(UPGRADE_COSTS[kind]).toHaveLength(highest);
    }
  });

  it('lets genesis containment grow on compatible types only', () => {
    for (const key of SHIP_TYPE_KEYS.filter((type) => MAX_UPGRADE_LEVELS[type].genesis_containment > 0)) {
      expect(SHIP_TYPES[key].genesis).toBeGreaterThan(0);
    }
  });
});

describe('effectiveStats', () => {
  it('is the catalogue row without upgrades', () => {
    expect(effectiveStats({ type: 'light_freighter', upgrades: {} })).toEqual({
      maxShields: 300,
      maxHull: 400,
      cargoCapacity: 50,
      evasion: 15,
      scannerRange: 2,
      droneBays: 2,
      genesisCapacity: 0,
    });
  });

  it('adds upgrades and equipment, floored', () => {
    const upgrades = { shield: 1, hull: 2, cargo_hold: 1, sensor: 5, drone_bay: 1, genesis_containment: 2 };
    expect(effectiveStats({ type: 'scout_ship', upgrades, equipment: ['stealth_module'] })).toEqual({
      maxShields: 172,
      maxHull: 260,
      cargoCapacity: 11,
      evasion: 65,
      scannerRange: 10,
      droneBays: 2,
      genesisCapacity: 0,
    });
    expect(effectiveStats({ type: 'cargo_hauler', upgrades }).genesisCapacity).toBe(4);
  });

  it('is blind with a scanner fault', () => {
    const build = { type: 'scout_ship', upgrades: { sensor: 1 } } as const;
    expect(scannerRangeOf(build, 'scanner')).toBe(0);
    expect(scannerRangeOf(build, 'engine')).toBe(6);
  });
});

describe('settleShields', () => {
  const context = { maxShields: 300, regenPerMin: 10, lastCombatAtMs: null, regenerates: true };
  const state = { shields: 100, shieldsAtMs: 0, shieldsAcc: 0 };

  it('regains ten points a minute and keeps the remainder', () => {
    expect(settleShields(state, 60_000, context)).toEqual({
      shields: 110,
      shieldsAtMs: 60_000,
      shieldsAcc: 0,
    });
    expect(settleShields(state, 7_000, context)).toEqual({
      shields: 101,
      shieldsAtMs: 7_000,
      shieldsAcc: 10_000,
    });
  });

  it('stops at the maximum', () => {
    expect(settleShields(state, DAY, context).shields).toBe(300);
  });

  it('waits a minute after combat', () => {
    const fought = { ...context, lastCombatAtMs: 0 };
    expect(settleShields(state, 60_000, fought).shields).toBe(100);
    expect(settleShields(state, 66_000, fought).shields).toBe(101);
  });

  it('gains nothing in a radiation zone, nor later for the time spent there', () => {
    const after = settleShields(state, 60_000, { ...context, regenerates: false });
    expect(after).toEqual({ shields: 100, shieldsAtMs: 60_000, shieldsAcc: 0 });
  });

  it('never counts time twice when the clock runs backwards', () => {
    const later = settleShields(state, 60_000, context);
    expect(settleShields(settleShields(later, 30_000, context), 60_000, context)).toEqual(later);
  });
});

describe('settleCondition', () => {
  const fresh = { conditionMilli: 100_000, conditionAtMs: 0, conditionAcc: 0 };

  it.each([
    ['one percent a day', { decayPercent: 1, maintenanceLevel: 0, isParked: false }, 99_000],
    ['half when parked', { decayPercent: 1, maintenanceLevel: 0, isParked: true }, 99_500],
    ['less with maintenance', { decayPercent: 3, maintenanceLevel: 5, isParked: false }, 98_500],
    ['odd half rates stay exact', { decayPercent: 1, maintenanceLevel: 1, isParked: true }, 99_550],
    ['pods never', { decayPercent: 0, maintenanceLevel: 0, isParked: false }, 100_000],
  ])('%s', (_name, context, expected) => {
    expect(settleCondition(fresh, DAY, context)).toEqual({
      conditionMilli: expected,
      conditionAtMs: DAY,
      conditionAcc: 0,
    });
  });

  it('ends at zero', () => {
    const context = { decayPercent: 3, maintenanceLevel: 0, isParked: false };
    expect(settleCondition(fresh, DAY * 100, context).conditionMilli).toBe(0);
  });

  it.each([
    [100_000, 'pristine'],
    [90_000, 'pristine'],
    [89_999, 'good'],
    [75_000, 'good'],
    [50_000, 'worn'],
    [49_999, 'degraded'],
    [25_000, 'degraded'],
    [24_999, 'failing'],
    [10_000, 'failing'],
    [9_999, 'critical'],
    [0, 'critical'],
  ])('%d is %s', (milli, key) => {
    expect(conditionBandOf(milli).key).toBe(key);
  });
});

describe('rollFault', () => {
  const rolling = (value: number): RandomStream => ({ ...createStream('fault', 'roll'), roll: () => value });

  it.each([
    [60_000, 0, 'none', { fault: 'none', hullLost: 0 }],
    [30_000, 49, 'none', { fault: 'scanner', hullLost: 0 }],
    [30_000, 50, 'none', { fault: 'none', hullLost: 0 }],
    [30_000, 0, 'engine', { fault: 'engine', hullLost: 0 }],
    [20_000, 149, 'scanner', { fault: 'engine', hullLost: 0 }],
    [5_000, 299, 'none', { fault: 'engine', hullLost: 40 }],
    [5_000, 300, 'none', { fault: 'none', hullLost: 0 }],
  ] as const)('at condition %d and roll %d with fault %s', (milli, roll, present, expected) => {
    expect(rollFault(milli, present, 400, rolling(roll))).toEqual(expected);
  });
});

describe('registrationFrom', () => {
  it('has the shape REG-XXXX-YYYY', () => {
    expect(registrationFrom(new Uint8Array(8))).toBe('REG-0000-0000');
    expect(registrationFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 29, 99))).toBe('REG-Z000-0000');
    const random = createStream('reg', 'bytes');
    for (let i = 0; i < 500; i++) {
      const bytes = Uint8Array.from({ length: 8 }, () => random.roll(256));
      expect(registrationFrom(bytes)).toMatch(/^REG-[0-9BCDFGHJKMNP-TV-Z]{4}-[0-9BCDFGHJKMNP-TV-Z]{4}$/);
    }
  });

  it('needs eight bytes', () => {
    expect(() => registrationFrom(new Uint8Array(7))).toThrow(RangeError);
  });
});

describe('checkShipName', () => {
  it.each(['Ada', '  Wanderer  ', "O'Neill-2", 'Żółw Błękitny', 'x'.repeat(32), 'Scunthorpe'])(
    'allows %j',
    (name) => {
      expect(checkShipName(name)).toBeNull();
    },
  );

  it.each([
    ['ab', 'too_short'],
    ['  a  ', 'too_short'],
    ['x'.repeat(33), 'too_long'],
    ['Ship_1', 'charset'],
    ['<b>bold</b>', 'charset'],
    ['tab\there', 'charset'],
    ['Holy Sh1t', 'profanity'],
    ['fu ck', 'profanity'],
  ])('refuses %j as %s', (name, code) => {
    expect(checkShipName(name)?.details).toEqual({ errors: [{ path: '/shipName', code }] });
  });

  it('stores the trimmed name', () => {
    expect(normaliseShipName('  Ada  ')).toBe('Ada');
  });
});
