/** Harvest (rule book, world 3.3). */
export const RESERVE_REGAIN_PERCENT = 2;
export const NEBULA_FEE = 1_000n;
export const NEBULA_COOLDOWN_MS = 2 * 3_600_000;
export const NEBULA_CRITICAL_PERCENT = 2;
export const CRYSTAL_PERCENT = 10;
export const PRISMATIC_PERCENT = 2;

/** Things of a person, not of a hold: they weigh nothing and stay when a ship is lost. */
export const PERSONAL_ITEMS = ['quantum_shard', 'prismatic_ore', 'photonic_crystals'] as const;

export type PersonalItem = (typeof PERSONAL_ITEMS)[number];

/** Quantum shards of a harvest by kind of nebula, both ends included, and what a critical one multiplies by. */
export const NEBULA_SHARDS: Readonly<Record<string, { min: number; max: number; critical: number }>> = {
  crimson: { min: 2, max: 3, critical: 2 },
  violet: { min: 1, max: 3, critical: 2 },
  azure: { min: 1, max: 2, critical: 2 },
  obsidian: { min: 0, max: 1, critical: 5 },
  emerald: { min: 1, max: 1, critical: 2 },
  amber: { min: 0, max: 1, critical: 2 },
};
