import { COMMODITY_KEYS } from '../economy/commodities.ts';

/** Units one rented block holds, and blocks a player may rent at one station (rule book, economy 2.3). */
export const WAREHOUSE_BLOCK_UNITS = 10;
export const WAREHOUSE_MAX_BLOCKS = 20;

/** List price of a block for a day. */
export const WAREHOUSE_RENT = 10n;

export const RENT_DAY_MS = 86_400_000;

/** Rent unpaid for so long ends the tenancy. */
export const WAREHOUSE_GRACE_MS = 7 * RENT_DAY_MS;

/** The four kinds of contraband (rule book, economy 13): no warehouse takes them. */
export const CONTRABAND_KINDS: ReadonlySet<string> = new Set([
  'stolen_goods',
  'narcotics',
  'restricted_tech',
  'illegal_weapons',
]);

/** What may be stored: the goods of the markets and rare cargo. People, sealed freight and parcels may not. */
export const STORABLE_KINDS: ReadonlySet<string> = new Set([
  ...COMMODITY_KEYS,
  'prismatic_ore',
  'photonic_crystals',
]);
