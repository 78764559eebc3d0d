/** A snapshot is shown as stale after this (rule book, world 7.1). */
export const STALE_AFTER_MS = 24 * 3_600_000;

/** Levels of knowledge (rule book, world 7.1). */
export const UNKNOWN = 0;
export const CHARTED = 1;
export const SCANNED = 2;
export const VISITED = 3;

/** Newest sightings kept for a player. */
export const MAX_SIGHTINGS = 2_000;

/** Chance of revealing a hidden tunnel: 40 % and 10 % a point of scanner range, at most 95 %. */
export const DEEP_SCAN_BASE_PERCENT = 40;
export const DEEP_SCAN_PERCENT_PER_RANGE = 10;
export const DEEP_SCAN_MAX_PERCENT = 95;

/** Exploration (rule book, world 7.3 and society 2.2). */
export const FIRST_VISIT_RANK_POINTS = 1;
export const FIRST_DISCOVERY_RANK_POINTS = 2;
export const FIRST_DISCOVERY_CREDITS = 20n;
export const EXPLORATION_RANK_POINTS_PER_DAY = 100;

/** First of all to have been in every sector of a nebula. */
export const NEBULA_CREDITS = 1_000n;
/** Landmarks that pay a player in one UTC day (rule book, world 4.6). */
export const FORMATIONS_PAID_PER_DAY = 100;
