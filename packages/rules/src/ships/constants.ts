/** What may be upgraded on a ship (rule book, ships-combat 3). */
export const UPGRADE_KINDS = [
  'engine',
  'cargo_hold',
  'shield',
  'hull',
  'sensor',
  'drone_bay',
  'genesis_containment',
  'maintenance_system',
] as const;

export type UpgradeKind = (typeof UPGRADE_KINDS)[number];

/** Credits for going to level n (index n − 1). */
export const UPGRADE_COSTS: Readonly<Record<UpgradeKind, readonly bigint[]>> = {
  engine: [5_000n, 10_000n, 20_000n, 40_000n],
  cargo_hold: [3_000n, 5_400n, 9_720n, 17_496n],
  shield: [8_000n, 17_600n, 38_720n, 85_184n],
  hull: [7_000n, 14_000n, 28_000n, 56_000n, 112_000n],
  sensor: [6_000n, 15_000n, 37_500n, 93_750n, 234_375n],
  drone_bay: [10_000n, 20_000n, 40_000n, 80_000n],
  genesis_containment: [15_000n, 45_000n, 135_000n, 405_000n],
  maintenance_system: [6_000n, 12_000n, 24_000n, 48_000n, 96_000n],
};

/** Modules that take an equipment slot, with their price (rule book, ships-combat 3). */
export const EQUIPMENT_COSTS = {
  quantum_harvester: 50_000n,
  mining_laser: 35_000n,
  planetary_lander: 20_000n,
  tractor_beam: 40_000n,
  ecm_suite: 45_000n,
  stealth_module: 40_000n,
  'weapon_mount:laser': 35_000n,
  'weapon_mount:plasma': 35_000n,
  'weapon_mount:missile': 35_000n,
  'weapon_mount:emp': 35_000n,
  auto_maintenance: 30_000n,
  hazard_shielding: 25_000n,
} as const;

export type EquipmentKey = keyof typeof EQUIPMENT_COSTS;

export const SHIELD_PERCENT_PER_LEVEL = 15;
export const HULL_PERCENT_PER_LEVEL = 15;
export const CARGO_PERCENT_PER_LEVEL = 10;
export const EVASION_PER_SENSOR_LEVEL = 2;
export const STEALTH_EVASION = 10;

/** A ship that tows is easier to hit (rule book, ships-combat 9). */
export const TOW_EVASION = -10;
export const MAINTENANCE_PERCENT_PER_LEVEL = 10;

/** Condition of a ship without a scratch: 100 % in thousandths of a percent. */
export const FULL_CONDITION_MILLI = 100_000;

/** Shields regenerate only after this much peace. */
export const SHIELD_PAUSE_AFTER_COMBAT_MS = 60_000;

/** Ships a player may own besides his pod. */
export const MAX_SHIPS = 5;

export const SHIP_NAME_MIN = 3;
export const SHIP_NAME_MAX = 32;
