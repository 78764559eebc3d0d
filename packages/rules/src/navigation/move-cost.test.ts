import { describe, expect, it } from 'vitest';
import type { ShipTypeKey } from '../ships/index.ts';
import type { SectorType } from '../universe/types.ts';
import { hazardDamage, takeHazard } from './hazard.ts';
import { entrySurcharge, hullPace, moveCost } from './move-cost.ts';
import type { MovingHull } from './types.ts';

function hull(type: ShipTypeKey, overrides: Partial<MovingHull> = {}): MovingHull {
  return { type, upgrades: {}, conditionMilli: 100_000, fault: 'none', ...overrides };
}

const lane = { kind: 'lane', extraCost: 0 } as const;
const near = { kind: 'tunnel', extraCost: 3 } as const;
const far = { kind: 'tunnel', extraCost: 6 } as const;
const trunk = { kind: 'trunk', extraCost: 0 } as const;
const plain = { type: 'standard', nebulaDensity: 0 } as const;
const sector = (type: SectorType, nebulaDensity = 0) => ({ type, nebulaDensity });

describe('moveCost: the vectors of world 8.2', () => {
  it.each([
    ['light freighter into an asteroid field', hull('light_freighter'), sector('asteroid_field'), 4],
    ['light freighter into the void', hull('light_freighter'), sector('void'), 2],
    ['scout into a nebula core', hull('scout_ship'), sector('nebula', 100), 2],
    ['scout into a black hole', hull('scout_ship'), sector('black_hole'), 2],
    ['courier into a black hole', hull('fast_courier'), sector('black_hole'), 3],
    ['hauler with engine 2', hull('cargo_hauler', { upgrades: { engine: 2 } }), plain, 3],
    ['courier with engine 4', hull('fast_courier', { upgrades: { engine: 4 } }), plain, 1],
    ['colony ship with engine 1', hull('colony_ship', { upgrades: { engine: 1 } }), plain, 6],
    ['light freighter along a nebula edge', hull('light_freighter'), sector('nebula', 70), 3],
    [
      'courier with engine 4 into the void',
      hull('fast_courier', { upgrades: { engine: 4 } }),
      sector('void'),
      1,
    ],
  ])('%s', (_name, ship, destination, expected) => {
    expect(moveCost(ship, lane, destination, plain)).toBe(expected);
  });

  it.each([
    ['scout_ship', 5, 8, 8],
    ['light_freighter', 6, 9, 9],
    ['cargo_hauler', 7, 10, 10],
    ['colony_ship', 9, 12, 12],
  ] as const)('%s: tunnels %d and %d, trunk %d', (type, short, long, express) => {
    const costs = [near, far, trunk].map((warp) => moveCost(hull(type), warp, sector('black_hole'), plain));
    expect(costs).toEqual([short, long, express]);
  });

  it.each(['scout_ship', 'colony_ship', 'escape_pod'] as const)('gates and links cost %s 1 and 5', (type) => {
    const worn = hull(type, { conditionMilli: 0, fault: 'engine', towSize: 'large' });
    const destination = sector('black_hole');
    expect(moveCost(worn, { kind: 'gate', extraCost: 0 }, destination, plain, 20_000)).toBe(1);
    expect(moveCost(worn, { kind: 'nexus_link', extraCost: 0 }, destination, plain, 20_000)).toBe(5);
  });

  it('slings any hull out of a black hole by lane for one turn and its tow', () => {
    const hole = sector('black_hole');
    const worn = hull('colony_ship', { conditionMilli: 0, fault: 'engine' });
    expect(moveCost(worn, lane, sector('asteroid_field'), hole)).toBe(1);
    expect(moveCost({ ...worn, towSize: 'small' }, lane, plain, hole)).toBe(5);
    expect(moveCost(hull('light_freighter'), near, plain, hole)).toBe(6);
  });

  it('adds wear, engine fault and tow', () => {
    expect(moveCost(hull('light_freighter', { conditionMilli: 24_999 }), lane, plain, plain)).toBe(4);
    expect(moveCost(hull('light_freighter', { conditionMilli: 25_000 }), lane, plain, plain)).toBe(3);
    expect(moveCost(hull('light_freighter', { fault: 'engine' }), lane, plain, plain)).toBe(4);
    expect(moveCost(hull('light_freighter', { fault: 'scanner' }), lane, plain, plain)).toBe(3);
    expect(moveCost(hull('light_freighter', { towSize: 'medium' }), trunk, plain, plain)).toBe(15);
  });

  it('knows pods: four turns, two as a favour, never worn', () => {
    expect(moveCost(hull('escape_pod', { conditionMilli: 0 }), lane, plain, plain)).toBe(4);
    expect(moveCost(hull('escape_pod', { isFavouredPod: true }), lane, plain, plain)).toBe(2);
  });

  it('multiplies by the event, ceiled, at least one', () => {
    expect(moveCost(hull('light_freighter'), lane, plain, plain, 15_000)).toBe(5);
    expect(moveCost(hull('light_freighter'), lane, plain, plain, 5_000)).toBe(2);
    expect(moveCost(hull('fast_courier', { upgrades: { engine: 4 } }), lane, plain, plain, 100)).toBe(1);
  });

  it('gives an engine no agility', () => {
    expect(hullPace(hull('light_freighter', { upgrades: { engine: 3 } }))).toEqual({
      hull: 2,
      worn: 0,
      tow: 0,
      agility: 0,
    });
  });

  it.each([
    ['standard', 0, 0],
    ['nebula', 100, 1],
    ['nebula', 70, 0],
    ['asteroid_field', 0, 1],
    ['radiation_zone', 0, 0],
    ['black_hole', 0, 2],
    ['star_cluster', 0, 0],
    ['void', 0, -1],
  ] as const)('entering %s (%d) adds %d', (type, density, expected) => {
    expect(entrySurcharge(sector(type, density))).toBe(expected);
  });
});

describe('hazard', () => {
  it.each([
    ['light_freighter', 'standard', 4, 0],
    ['light_freighter', 'radiation_zone', 5, 4],
    ['light_freighter', 'black_hole', 10, 24],
    ['light_freighter', 'asteroid_field', 4, 0],
    ['cargo_hauler', 'asteroid_field', 4, 4],
    ['cargo_hauler', 'radiation_zone', 7, 12],
    ['escape_pod', 'black_hole', 10, 0],
  ] as const)('%s in %s of hazard %d takes %d', (type, sectorType, hazard, expected) => {
    expect(hazardDamage({ type }, 400, { type: sectorType, hazard, nebulaDensity: 0 })).toBe(expected);
  });

  it('is ceiled', () => {
    expect(
      hazardDamage({ type: 'light_freighter' }, 401, { type: 'standard', hazard: 5, nebulaDensity: 0 }),
    ).toBe(5);
  });

  it('is halved by shielding, floored, and never below nothing', () => {
    const shielded = { type: 'light_freighter', equipment: ['hazard_shielding'] } as const;
    const at = (hazard: number) =>
      hazardDamage(shielded, 401, { type: 'standard', hazard, nebulaDensity: 0 });
    expect([4, 5, 6, 10].map(at)).toEqual([0, 2, 4, 12]);
  });

  it('takes shields first and leaves the hull at least one point', () => {
    expect(takeHazard({ shields: 30, hull: 10 }, 20)).toEqual({ shields: 10, hull: 10 });
    expect(takeHazard({ shields: 5, hull: 10 }, 8)).toEqual({ shields: 0, hull: 7 });
    expect(takeHazard({ shields: 0, hull: 10 }, 99)).toEqual({ shields: 0, hull: 1 });
  });
});
