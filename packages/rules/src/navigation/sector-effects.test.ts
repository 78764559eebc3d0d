import { describe, expect, it } from 'vitest';
import { checkScan, rangeIn } from '../knowledge/index.ts';
import { createStream } from '../random/index.ts';
import { SHIP_TYPES } from '../ships/catalogue.ts';
import { rollFault } from '../ships/condition.ts';
import type { ShipTypeKey } from '../ships/types.ts';
import { buildMoveContext, buildMoveState, buildMovingShip, buildTarget } from '../testing/build-move.ts';
import { NOON } from '../testing/build-trade.ts';
import { planFor, terranInput } from '../testing/region-inputs.ts';
import type { SectorType } from '../universe/types.ts';
import { applyMove } from './apply.ts';
import { hazardDamage } from './hazard.ts';
import { moveCost } from './move-cost.ts';
import { sectorEffects } from './sector-effects.ts';
import type { Terrain } from './types.ts';

const lane = { kind: 'lane', extraCost: 0 } as const;
const terrain = (type: SectorType, hazard = 0, nebulaDensity = 0): Terrain => ({
  type,
  hazard,
  nebulaDensity,
});
const sound = (type: ShipTypeKey) =>
  ({ type, upgrades: {}, conditionMilli: 100_000, fault: 'none' }) as const;

/** A row of the table of world 3.1 for a hull: turns in and out of open space, damage, shields, range, blind. */
type Row = readonly [
  terrain: Terrain,
  hull: ShipTypeKey,
  turnsIn: number,
  turnsOut: number,
  damage: number,
  shieldsRegenerate: boolean,
  rangeOf4: number,
  isBlind: boolean,
];

const ROWS: readonly Row[] = [
  [terrain('standard', 2), 'light_freighter', 3, 3, 0, true, 4, false],
  [terrain('nebula', 3, 50), 'light_freighter', 3, 3, 0, true, 2, false],
  [terrain('nebula', 5, 100), 'light_freighter', 4, 3, 4, true, 2, true],
  [terrain('nebula', 5, 100), 'scout_ship', 2, 2, 4, true, 2, true],
  [terrain('asteroid_field', 4), 'light_freighter', 4, 3, 0, true, 4, false],
  [terrain('asteroid_field', 4), 'cargo_hauler', 5, 4, 4, true, 4, false],
  [terrain('asteroid_field', 4), 'colony_ship', 7, 6, 4, true, 4, false],
  [terrain('radiation_zone', 6), 'light_freighter', 3, 3, 8, false, 4, false],
  [terrain('radiation_zone', 8), 'light_freighter', 3, 3, 16, false, 4, false],
  [terrain('black_hole', 10), 'light_freighter', 5, 1, 24, true, 4, false],
  [terrain('black_hole', 10), 'colony_ship', 8, 1, 24, true, 4, false],
  [terrain('star_cluster', 4), 'light_freighter', 3, 3, 0, true, 5, false],
  [terrain('void', 1), 'light_freighter', 2, 3, 0, true, 4, false],
  [terrain('void', 1), 'fast_courier', 1, 2, 0, true, 4, false],
];

describe('every type of sector does what the table says (world 3.1)', () => {
  it.each(ROWS)(
    '%j with a %s: %d turns in, %d out, %d damage of 400, shields %s, range 4 → %d, blind %s',
    (...[there, hull, turnsIn, turnsOut, damage, regenerates, range, isBlind]) => {
      const open = terrain('standard');
      expect(moveCost(sound(hull), lane, there, open)).toBe(turnsIn);
      expect(moveCost(sound(hull), lane, open, there)).toBe(turnsOut);
      expect(hazardDamage({ type: hull }, 400, there)).toBe(damage);
      expect(rangeIn(there, 4)).toBe(range);
      const waited = buildMovingShip({ shields: 0, shieldsAtMs: NOON - 3_600_000 });
      const left = applyMove(
        buildMoveState({ ship: waited, here: there, target: buildTarget() }),
        { to: 2 },
        buildMoveContext(),
      );
      expect(left.ship.shields > 0).toBe(regenerates);
      const turns = { turns: 100, anchorMs: NOON, frac: 0 };
      const scan = {
        hasActiveShip: true,
        isInTransit: false,
        here: there,
        turns,
        turnCap: 1_000,
        turnMultiplierBp: 10_000,
      };
      expect(checkScan(scan, 'adjacent', NOON)?.code ?? null).toBe(isBlind ? 'sensors_blind' : null);
      expect(checkScan(scan, 'deep', NOON)).toBeNull();
    },
  );

  it('never makes a lane free, and tames every protected and Federation sector', () => {
    expect(
      moveCost({ ...sound('fast_courier'), upgrades: { engine: 4 } }, lane, terrain('void'), terrain('void')),
    ).toBe(1);
    for (const { zone, isProtected, hazard, type } of planFor(terranInput('effects')).sectors) {
      if (zone === 'federation' || isProtected) {
        expect(hazard).toBeLessThanOrEqual(3);
        expect(['radiation_zone', 'black_hole']).not.toContain(type);
      }
    }
  });
});

describe('wear on the way (ships-combat 4)', () => {
  const rolled = (value: number) => ({ ...createStream('wear', 'fault'), roll: () => value });
  it.each([
    [90_000, 3, 0, null],
    [75_000, 3, 0, null],
    [50_000, 3, 0, null],
    [49_999, 3, 50, 'scanner'],
    [25_000, 3, 50, 'scanner'],
    [24_999, 4, 150, 'engine'],
    [9_999, 4, 300, 'engine'],
  ] as const)(
    'condition %d: %d turns a lane, %d of 1,000 warps break the %s',
    (condition, cost, permille, fault) => {
      const ship = { ...sound('light_freighter'), conditionMilli: condition };
      expect(moveCost(ship, lane, terrain('standard'), terrain('standard'))).toBe(cost);
      expect(rollFault(condition, 'none', 400, rolled(permille - 1)).fault).toBe(fault ?? 'none');
      expect(rollFault(condition, 'none', 400, rolled(permille)).fault).toBe('none');
    },
  );
});

describe('sectorEffects', () => {
  const told = (there: Terrain, type: ShipTypeKey = 'light_freighter', range = 4) =>
    sectorEffects(there, { type, upgrades: {} }, SHIP_TYPES[type].agility, range).map(({ key, amount }) =>
      amount === null ? key : `${key} ${amount}`,
    );

  it.each<[Terrain, string[]]>([
    [terrain('standard', 2), []],
    [terrain('nebula', 3, 50), ['scanner 2']],
    [terrain('nebula', 4, 100), ['entry_dearer 1', 'scanner 2', 'sensors_blind']],
    [terrain('asteroid_field', 4), ['entry_dearer 1']],
    [terrain('radiation_zone', 6), ['hazard 8', 'no_shields']],
    [terrain('black_hole', 10), ['entry_dearer 2', 'hazard 24', 'slingshot 1']],
    [terrain('star_cluster', 4), ['scanner 5']],
    [terrain('void', 1), ['entry_cheaper 1']],
  ])('%j', (there, effects) => {
    expect(told(there)).toEqual(effects);
  });

  it('knows the hull: agility eases, heavy hulls suffer in asteroid fields, pods do not', () => {
    expect(told(terrain('black_hole', 4), 'scout_ship')).toEqual(['slingshot 1']);
    expect(told(terrain('asteroid_field', 4), 'cargo_hauler')).toHaveLength(2);
    expect(told(terrain('radiation_zone', 8), 'escape_pod')).toEqual(['no_shields']);
    expect(told(terrain('star_cluster', 4), 'light_freighter', 0)).toEqual([]);
  });
});
