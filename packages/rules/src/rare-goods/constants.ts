import type { PersonalItem } from '../harvest/constants.ts';

/** The class of the stations that buy what no market trades (rule book, economy 1.2 and 2.1: Advanced Tech Hub). */
export const RARE_BUYER_CLASS = 11;

/** What such a station pays for one; no advantage, no drift. */
export const RARE_PRICES: Readonly<Record<PersonalItem, bigint>> = {
  quantum_shard: 500n,
  prismatic_ore: 2_000n,
  photonic_crystals: 1_200n,
};

/** Units of each a station buys a UTC day, of everybody together. */
export const RARE_PER_DAY = 20;
