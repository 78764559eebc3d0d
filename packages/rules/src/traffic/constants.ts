import type { ShipTypeKey } from '../ships/types.ts';

/* Ships without players (rule book, economy 6.1 and ships-combat 14): traders and patrols. */

export type NpcKind = 'trader' | 'patrol';

/** One trader for so many sectors of a region, at most so many. */
export const SECTORS_PER_TRADER = 12;
export const MAX_TRADERS = 40;
/** One patrol for so many sectors with policing of 4 or more, at most so many. */
export const SECTORS_PER_PATROL = 20;
export const MAX_PATROLS = 20;
export const PATROLLED_FROM_POLICING = 4;

export const TRADER_HULLS: readonly ShipTypeKey[] = ['light_freighter', 'light_freighter', 'cargo_hauler'];
export const PATROL_HULL: ShipTypeKey = 'defender';

/** Working capital of a trader: what he begins with, is filled up to when he is nearly broke, and keeps at most twice. */
export const NPC_CAPITAL = 20_000n;
export const NPC_CAPITAL_LOW = 5_000n;

/** A haul goes from a seller above to a buyer below these shares of capacity, over few hops. */
export const SURPLUS_PERCENT = 60;
export const DEFICIT_PERCENT = 40;
export const HAUL_MAX_HOPS = 8;
/** The most of a seller's stock in one haul. */
export const HAUL_STOCK_PERCENT = 10;
/** The most of a market's flow that ships without players may move, over any day. */
export const NPC_FLOW_PERCENT = 25;
export const NPC_VOLUME_WINDOW_MS = 24 * 3_600_000;

/** Time between two acts; with hulls of 3 to 4 turns a lane it stays below what regenerates. */
export const NPC_PACE_MS: readonly [min: number, max: number] = [4 * 60_000, 8 * 60_000];
