/** Limits of one autopilot call (rule book, world 8.8). */
export const AUTOPILOT_MAX_HOPS = 25;
export const AUTOPILOT_TIME_BOX_MS = 2_000;
export const AUTOPILOT_LEASE_MS = 5_000;
export const AUTOPILOT_DEFAULT_MIN_HULL_PCT = 50;
export const AUTOPILOT_HAZARD_STOP = 5;
