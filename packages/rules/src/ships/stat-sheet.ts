import { hullPace } from '../navigation/move-cost.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { FULL_CONDITION_MILLI, MAINTENANCE_PERCENT_PER_LEVEL } from './constants.ts';
import { effectiveStats } from './effective-stats.ts';
import { isWeaponMount, miningLaserPercent } from './equipment.ts';
import type { ShipBuild, ShipTypeKey, WeaponKind } from './types.ts';

/** Every number a player compares ships by, with their upgrades and modules, without their wear. */
export interface StatSheet {
  readonly cargo: number;
  readonly turnsPerLane: number;
  readonly agility: number;
  readonly hull: number;
  readonly shields: number;
  readonly shieldRegenPerMin: number;
  readonly attack: number;
  readonly defence: number;
  readonly evasion: number;
  readonly weapon: WeaponKind;
  readonly scanner: number;
  readonly droneBays: number;
  readonly mines: number;
  readonly genesis: number;
  readonly equipmentSlots: number;
  /** Wear a day in hundredths of a percent. */
  readonly wearPerDayX100: number;
  readonly miningPercent: number;
}

/** Puts the sheet of a build together. */
export function statSheet(build: ShipBuild): StatSheet {
  const type = SHIP_TYPES[build.type];
  const stats = effectiveStats(build);
  const mount = (build.equipment ?? []).find(isWeaponMount);
  return {
    cargo: stats.cargoCapacity,
    turnsPerLane: hullPace({ ...build, conditionMilli: FULL_CONDITION_MILLI, fault: 'none' }).hull,
    agility: type.agility,
    hull: stats.maxHull,
    shields: stats.maxShields,
    shieldRegenPerMin: type.shieldRegenPerMin,
    attack: type.attack,
    defence: type.defence,
    evasion: stats.evasion,
    weapon: mount === undefined ? type.weapon : (mount.slice(mount.indexOf(':') + 1) as WeaponKind),
    scanner: stats.scannerRange,
    droneBays: stats.droneBays,
    mines: type.mines,
    genesis: stats.genesisCapacity,
    equipmentSlots: type.equipmentSlots,
    wearPerDayX100:
      type.decayPercent * (100 - MAINTENANCE_PERCENT_PER_LEVEL * (build.upgrades.maintenance_system ?? 0)),
    miningPercent: miningLaserPercent(build),
  };
}

/** One number of the sheet that a change of the build moves. */
export interface StatChange {
  readonly stat: keyof StatSheet;
  readonly before: number;
  readonly after: number;
}

/** The numbers in which two builds differ. */
export function statChanges(before: ShipBuild, after: ShipBuild): StatChange[] {
  const [from, to] = [statSheet(before), statSheet(after)];
  return (Object.keys(from) as (keyof StatSheet)[]).flatMap((stat) => {
    const [a, b] = [from[stat], to[stat]];
    return typeof a === 'number' && typeof b === 'number' && a !== b ? [{ stat, before: a, after: b }] : [];
  });
}

/** What only some types do (rule book, ships-combat 1). */
export const SHIP_ABILITIES: Readonly<Partial<Record<ShipTypeKey, string>>> = {
  light_freighter: 'versatile',
  cargo_hauler: 'bulk_handling',
  fast_courier: 'stealth',
  scout_ship: 'advanced_sensors',
  colony_ship: 'terraforming_modules',
  defender: 'shield_projection',
  carrier: 'fleet_coordination',
  warp_jumper: 'quantum_jump',
};
