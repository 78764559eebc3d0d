import { SHIP_TYPES } from './catalogue.ts';
import type { EquipmentKey } from './constants.ts';
import { EQUIPMENT_COSTS } from './constants.ts';
import type { ShipBuild, ShipTypeKey } from './types.ts';

/** Credits for raising a mining laser to level n (index n − 1). */
export const MINING_LASER_COSTS: readonly bigint[] = [50_000n, 100_000n, 200_000n];

/** Asteroid harvest by level of the mining laser, in percent of a bare ship's (rule book, ships-combat 3). */
const MINING_LASER_PERCENT: readonly number[] = [125, 150, 175, 200];

/** What a Light Freighter pays for equipment, in percent of the list price: it is built to be refitted. */
const VERSATILE_PERCENT = 80n;

/** What a removed module brings, in percent of what was paid for it. */
const REFUND_PERCENT = 40n;

/** Modules that fit every hull with a slot. */
const FITS_ALL: ReadonlySet<EquipmentKey> = new Set(['auto_maintenance', 'hazard_shielding']);

/** A weapon mount takes hulls with at least this attack rating. */
const MOUNT_MIN_ATTACK = 8;

const FITS: Readonly<Partial<Record<EquipmentKey, readonly ShipTypeKey[]>>> = {
  quantum_harvester: ['scout_ship', 'fast_courier', 'defender', 'warp_jumper'],
  mining_laser: ['cargo_hauler', 'colony_ship', 'defender'],
  planetary_lander: ['colony_ship', 'light_freighter', 'cargo_hauler'],
  tractor_beam: ['cargo_hauler', 'defender', 'carrier', 'warp_jumper'],
  ecm_suite: ['scout_ship', 'defender', 'carrier', 'warp_jumper'],
  stealth_module: ['scout_ship', 'fast_courier', 'warp_jumper'],
};

/** Every module, in the order of the rule book. */
export const EQUIPMENT_KEYS = Object.keys(EQUIPMENT_COSTS) as readonly EquipmentKey[];

/** True for the four mounts that replace a ship's weapon; a ship takes one of them. */
export function isWeaponMount(item: EquipmentKey): boolean {
  return item.startsWith('weapon_mount:');
}

/** Whether a module fits a hull (rule book, ships-combat 3). */
export function fitsShip(item: EquipmentKey, type: ShipTypeKey): boolean {
  if (isWeaponMount(item)) {
    return SHIP_TYPES[type].attack >= MOUNT_MIN_ATTACK;
  }
  return FITS_ALL.has(item) ? type !== 'escape_pod' : (FITS[item]?.includes(type) ?? false);
}

/**
 * Credits for installing a module, or for the next level of a mining laser that is there already (`level` its present
 * one, null when it is not installed). Null: there is nothing more to buy. A Light Freighter pays 80 %, ceiled.
 */
export function equipmentPrice(item: EquipmentKey, type: ShipTypeKey, level: number | null): bigint | null {
  const list = level === null ? EQUIPMENT_COSTS[item] : nextLevelCost(item, level);
  if (list === null) {
    return null;
  }
  return type === 'light_freighter' ? (list * VERSATILE_PERCENT + 99n) / 100n : list;
}

/** What removing a module brings: 40 % of what was paid for it and its levels, floored. */
export function equipmentRefund(paid: bigint): bigint {
  return (paid * REFUND_PERCENT) / 100n;
}

/** Asteroid harvest of a ship in percent: 100, or 125 to 200 with a mining laser. */
export function miningLaserPercent({ equipment = [], miningLaserLevel = 0 }: ShipBuild): number {
  return equipment.includes('mining_laser') ? (MINING_LASER_PERCENT[miningLaserLevel] ?? 100) : 100;
}

function nextLevelCost(item: EquipmentKey, level: number): bigint | null {
  return item === 'mining_laser' ? (MINING_LASER_COSTS[level] ?? null) : null;
}
