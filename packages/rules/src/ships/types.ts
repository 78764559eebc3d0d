import type { EquipmentKey, UpgradeKind } from './constants.ts';

export const SHIP_TYPE_KEYS = [
  'escape_pod',
  'light_freighter',
  'scout_ship',
  'fast_courier',
  'cargo_hauler',
  'defender',
  'colony_ship',
  'carrier',
  'warp_jumper',
] as const;

export type ShipTypeKey = (typeof SHIP_TYPE_KEYS)[number];

export type ShipSize = 'tiny' | 'small' | 'medium' | 'large' | 'capital';

/** What may hang on a tractor beam. */
export type TowedSize = Exclude<ShipSize, 'capital'>;

export type WeaponKind = 'none' | 'laser' | 'plasma' | 'missile' | 'emp';

export type ShipFault = 'none' | 'scanner' | 'engine';

export const SHIP_STATUSES = ['docked', 'in_space', 'landed', 'derelict', 'destroyed'] as const;

export type ShipStatus = (typeof SHIP_STATUSES)[number];

/** The catalogue row of a ship type (rule book, ships-combat 1): values before upgrades. */
export interface ShipType {
  readonly key: ShipTypeKey;
  readonly size: ShipSize;
  /** Null: has no price. */
  readonly priceCredits: bigint | null;
  /** Sold by ship dealers; the Warp Jumper is built in slips only. */
  readonly isSold: boolean;
  readonly cargo: number;
  readonly droneBays: number;
  readonly mines: number;
  readonly genesis: number;
  readonly scanner: number;
  readonly attack: number;
  readonly defence: number;
  readonly shields: number;
  readonly shieldRegenPerMin: number;
  readonly hull: number;
  readonly evasion: number;
  readonly weapon: WeaponKind;
  readonly equipmentSlots: number;
  /** Condition lost a day in percent, before the maintenance system. */
  readonly decayPercent: number;
  /** Turns to attack it; null: cannot be attacked. */
  readonly attackTurns: number | null;
  readonly pursuitPermille: number;
  /** Turns a lane before engine upgrades (world 8.2). */
  readonly baseTurns: number;
  /** Lowers terrain surcharges (world 8.2). */
  readonly agility: number;
  /** Colonists that travel in one cargo unit. */
  readonly colonistsPerUnit: number;
}

/** Upgrade levels of a ship; a missing kind is level 0. */
export type UpgradeLevels = Readonly<Partial<Record<UpgradeKind, number>>>;

/** What a ship has after upgrades and equipment (rule book, ships-combat 2); all values floored. */
export interface EffectiveStats {
  readonly maxShields: number;
  readonly maxHull: number;
  readonly cargoCapacity: number;
  readonly evasion: number;
  readonly scannerRange: number;
  readonly droneBays: number;
  readonly genesisCapacity: number;
}

/** A hull with its modules: what determines effective stats and move costs. */
export interface ShipBuild {
  readonly type: ShipTypeKey;
  readonly upgrades: UpgradeLevels;
  readonly equipment?: readonly EquipmentKey[];
  /** Level 0..3 of an installed mining laser. */
  readonly miningLaserLevel?: number;
  /** Size of the hull in tow. */
  readonly towSize?: TowedSize | null;
}

/** Lazily settled shields: `acc` is the exact remainder in 1/60,000 of a point. */
export interface ShieldState {
  readonly shields: number;
  readonly shieldsAtMs: number;
  readonly shieldsAcc: number;
}

/** Lazily settled condition in thousandths of a percent; `acc` is the exact remainder in 1/8,640,000 of that. */
export interface ConditionState {
  readonly conditionMilli: number;
  readonly conditionAtMs: number;
  readonly conditionAcc: number;
}
