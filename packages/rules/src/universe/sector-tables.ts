import type { Weighted } from './draw.ts';
import type { BaseSectorType, NebulaKind, ZoneKind } from './types.ts';

/** The order in which types are dealt out; `standard` is what remains. */
export const SPECIAL_TYPES = [
  'black_hole',
  'star_cluster',
  'radiation_zone',
  'void',
  'asteroid_field',
] as const;

/** Percent of the sectors of a zone (rule book, world 3.2), before nebulae. */
export const TYPE_PERCENT: Readonly<Record<ZoneKind, Readonly<Record<BaseSectorType, number>>>> = {
  federation: {
    standard: 92,
    asteroid_field: 5,
    radiation_zone: 0,
    black_hole: 0,
    star_cluster: 2,
    void: 1,
  },
  border: { standard: 82, asteroid_field: 9, radiation_zone: 2, black_hole: 1, star_cluster: 3, void: 3 },
  frontier: { standard: 70, asteroid_field: 12, radiation_zone: 5, black_hole: 2, star_cluster: 5, void: 6 },
  expanse: { standard: 78, asteroid_field: 8, radiation_zone: 3, black_hole: 1, star_cluster: 2, void: 8 },
};

/** Hazard range of a type, both ends included (rule book, world 3.1). */
export const TYPE_HAZARD: Readonly<Record<BaseSectorType, readonly [lo: number, hi: number]>> = {
  standard: [0, 2],
  asteroid_field: [2, 4],
  radiation_zone: [6, 8],
  black_hole: [8, 10],
  star_cluster: [1, 4],
  void: [0, 1],
};
export const NEBULA_EDGE_HAZARD = [1, 3] as const;
export const NEBULA_CORE_HAZARD = [3, 5] as const;

export const NEBULA = {
  clusterPercent: 20,
  /** From this size on a region has at least one nebula. */
  guaranteedFrom: 200,
  corePercent: 40,
  coreDensity: 100,
  edgeDensity: [30, 70],
} as const;

/** Percent of a cluster that a nebula covers, with its weight. */
export const NEBULA_COVERAGE: Weighted<number> = [
  [30, 50],
  [50, 30],
  [70, 15],
  [100, 5],
];

/** Kind of a nebula by the zone of its core (rule book, world 3.2). */
export const NEBULA_KINDS: Readonly<Record<ZoneKind, Weighted<NebulaKind>>> = {
  federation: [
    ['azure', 50],
    ['obsidian', 20],
    ['emerald', 30],
  ],
  border: [
    ['crimson', 30],
    ['violet', 30],
    ['azure', 20],
    ['amber', 20],
  ],
  frontier: [
    ['crimson', 40],
    ['violet', 30],
    ['obsidian', 10],
    ['amber', 20],
  ],
  expanse: [
    ['crimson', 30],
    ['violet', 30],
    ['azure', 20],
    ['amber', 20],
  ],
};

export const NEBULA_FIELD: Readonly<Record<NebulaKind, readonly [lo: number, hi: number]>> = {
  crimson: [80, 100],
  violet: [70, 90],
  azure: [60, 80],
  obsidian: [50, 70],
  emerald: [40, 60],
  amber: [20, 40],
};
