import { SHIP_TYPES } from './catalogue.ts';
import {
  CARGO_PERCENT_PER_LEVEL,
  EVASION_PER_SENSOR_LEVEL,
  HULL_PERCENT_PER_LEVEL,
  SHIELD_PERCENT_PER_LEVEL,
  STEALTH_EVASION,
  TOW_EVASION,
} from './constants.ts';
import type { EffectiveStats, ShipBuild } from './types.ts';

/** The stats of a hull with its modules (rule book, ships-combat 2), floored; genesis grows on compatible types only. */
export function effectiveStats({
  type,
  upgrades,
  equipment = [],
  towSize = null,
}: ShipBuild): EffectiveStats {
  const base = SHIP_TYPES[type];
  const sensor = upgrades.sensor ?? 0;
  const stealth = equipment.includes('stealth_module') ? STEALTH_EVASION : 0;
  const tow = towSize === null ? 0 : TOW_EVASION;
  return {
    maxShields: grown(base.shields, SHIELD_PERCENT_PER_LEVEL, upgrades.shield),
    maxHull: grown(base.hull, HULL_PERCENT_PER_LEVEL, upgrades.hull),
    cargoCapacity: grown(base.cargo, CARGO_PERCENT_PER_LEVEL, upgrades.cargo_hold),
    evasion: base.evasion + EVASION_PER_SENSOR_LEVEL * sensor + stealth + tow,
    scannerRange: base.scanner + sensor,
    droneBays: base.droneBays + (upgrades.drone_bay ?? 0),
    genesisCapacity: base.genesis > 0 ? base.genesis + (upgrades.genesis_containment ?? 0) : 0,
  };
}

/** Scanner range right now: a scanner fault blinds it (rule book, world 7.2). */
export function scannerRangeOf(build: ShipBuild, fault: 'none' | 'scanner' | 'engine'): number {
  return fault === 'scanner' ? 0 : effectiveStats(build).scannerRange;
}

function grown(base: number, percentPerLevel: number, level = 0): number {
  return Math.floor((base * (100 + percentPerLevel * level)) / 100);
}
