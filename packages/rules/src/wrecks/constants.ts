/** Wrecks stay for two days (rule book, ships-combat 8). */
export const WRECK_LIFE_MS = 48 * 3_600_000;

/** So long only the former owner takes from a wreck without becoming a suspect. */
export const WRECK_PRIORITY_MS = 3_600_000;

/** What one illegal salvage adds to the time as a suspect, and the most that can be ahead. */
export const SALVAGE_SUSPECT_MS = 3_600_000;
export const SALVAGE_SUSPECT_MAX_MS = 4 * 3_600_000;

/** Personal reputation for taking from the wreck of somebody else, once for each wreck (society 4.2). */
export const ILLEGAL_SALVAGE_REPUTATION = -25;

/** Units salvaged for one turn; twice as many by bulk handling. */
export const SALVAGE_UNITS_PER_TURN = 10;
export const BULK_UNITS_PER_TURN = 20;

/** Of each good that much survives a hull that broke up, in percent, both ends included. */
export const HAZARD_RECOVERY_PERCENT = { min: 60, max: 80 } as const;

/** So many points of hull leave one unit of ore. */
export const HULL_PER_ORE = 200;
