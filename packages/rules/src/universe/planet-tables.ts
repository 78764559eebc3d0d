import type { Weighted } from './draw.ts';
import type { PlanetType, ZoneKind } from './types.ts';

/** How many planets a planet-sector has, with its weight. */
export const PLANETS_PER_SECTOR: Weighted<number> = [
  [1, 80],
  [2, 15],
  [3, 5],
];

/** Type weights per zone (rule book, world 4.4). */
export const PLANET_WEIGHTS: Readonly<Record<ZoneKind, Weighted<PlanetType>>> = {
  federation: [
    ['terran', 40],
    ['oceanic', 30],
    ['mountainous', 15],
    ['desert', 7],
    ['ice', 5],
    ['barren', 3],
  ],
  border: [
    ['terran', 21],
    ['oceanic', 14],
    ['mountainous', 15],
    ['desert', 15],
    ['ice', 10],
    ['volcanic', 10],
    ['barren', 10],
    ['gas_giant', 5],
  ],
  frontier: [
    ['terran', 10],
    ['oceanic', 5],
    ['mountainous', 10],
    ['desert', 12],
    ['ice', 18],
    ['volcanic', 15],
    ['barren', 20],
    ['gas_giant', 10],
  ],
  expanse: [
    ['terran', 15],
    ['oceanic', 13],
    ['mountainous', 12],
    ['desert', 15],
    ['ice', 15],
    ['volcanic', 8],
    ['barren', 17],
    ['gas_giant', 5],
  ],
};

export const NEBULA_PLANET_TYPES: Weighted<PlanetType> = [
  ['gas_giant', 50],
  ['barren', 50],
];

/** Types a population center favours, and how its weights are scaled against other types. */
export const HABITABLE_TYPES: readonly PlanetType[] = ['terran', 'oceanic', 'mountainous'];
export const HABITABLE_FAVOUR = { favoured: 3, other: 2 } as const;

/** A star cluster is this many times as likely to hold planets. */
export const STAR_CLUSTER_PLANET_FACTOR = 2;

/** Habitability range of a natural planet (rule book, planets 1). */
export const HABITABILITY: Readonly<Record<PlanetType, readonly [lo: number, hi: number]>> = {
  terran: [85, 100],
  oceanic: [60, 80],
  mountainous: [50, 70],
  desert: [30, 50],
  ice: [20, 40],
  volcanic: [12, 28],
  barren: [5, 15],
  gas_giant: [0, 0],
};

export const NATURAL_RICHNESS = [60, 140] as const;
export const PLANET_SIZE = [1, 10] as const;
export const GAS_GIANT_SIZE = [7, 10] as const;

export const HOME_WORLD = { type: 'terran', size: 6, habitability: 100, richness: 100 } as const;
