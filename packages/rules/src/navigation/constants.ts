/** Turns a warp takes (rule book, world 8.2). */
export const TRUNK_EXTRA_TURNS = 6;
export const GATE_TURNS = 1;
export const NEXUS_LINK_TURNS = 5;
export const ENGINE_LEVELS_PER_TURN = 2;
/** An escape pod during Dockhand's Favour. */
export const FAVOURED_POD_TURNS = 2;

/** Hazard up to this is harmless; each point above costs so much of the maximum hull. */
export const HARMLESS_HAZARD = 4;
export const HULL_PERCENT_PER_HAZARD = 1;
/** Hulls with at least this many base turns suffer one hazard more in asteroid fields. */
export const CLUMSY_HULL_TURNS = 4;

/** No move for this long after an engagement. */
export const MOVE_AFTER_COMBAT_MS = 5_000;

/** Density of a nebula core; below it is edge. */
export const CORE_DENSITY = 100;

export const MAX_COURSE_HOPS = 200;
export const MAX_PLOT_AVOID = 50;

/** What `safe` courses add for known hostile forces. */
export const HOSTILE_FORCES_WEIGHT = 20;
export const HAZARD_WEIGHT = 2;

/** Warp kinds in the order of preference at equal cost (rule book, world 8.2); the index is the stored code. */
export const WARP_KINDS = ['lane', 'tunnel', 'trunk', 'nexus_link', 'gate'] as const;

/** Sector types by stored code. */
export const SECTOR_TYPES = [
  'standard',
  'nebula',
  'asteroid_field',
  'radiation_zone',
  'black_hole',
  'star_cluster',
  'void',
] as const;

/** Turns that entering a type adds (rule book, world 3.1); a nebula adds one in its core only. */
export const ENTRY_SURCHARGES = {
  standard: 0,
  nebula: 1,
  asteroid_field: 1,
  radiation_zone: 0,
  black_hole: 2,
  star_cluster: 0,
  void: -1,
} as const;

/** What a region answers that does not let somebody in. */
export const INGRESS_REFUSALS = {
  closed: 'region_closed',
  banned: 'region_banned',
  unavailable: 'region_unavailable',
} as const;
