import { rangeIn } from '../knowledge/scan.ts';
import { effectiveStats } from '../ships/effective-stats.ts';
import type { ShipBuild } from '../ships/types.ts';
import { CORE_DENSITY } from './constants.ts';
import { hazardDamage } from './hazard.ts';
import { entrySurcharge } from './move-cost.ts';
import type { Terrain } from './types.ts';

/** What a sector does to a ship, by what the player notices of it. */
export const SECTOR_EFFECTS = [
  'entry_dearer',
  'entry_cheaper',
  'hazard',
  'no_shields',
  'slingshot',
  'scanner',
  'sensors_blind',
] as const;

export type SectorEffectKey = (typeof SECTOR_EFFECTS)[number];

/** One effect; `amount` is in turns, points of damage or scanner range, null where there is nothing to count. */
export interface SectorEffect {
  readonly key: SectorEffectKey;
  readonly amount: number | null;
}

/**
 * What the terrain of a sector does to this ship beyond open space (rule book, world 3.1 and 8.4), in the order of
 * `SECTOR_EFFECTS`: the turns that entering adds or saves, the damage of entering, shields that rest, a lane out for
 * one turn, the scanner range there where it differs from `scannerRange`, and adjacent scans that fail.
 */
export function sectorEffects(
  terrain: Terrain,
  ship: ShipBuild,
  agility: number,
  scannerRange: number,
): SectorEffect[] {
  const surcharge = entrySurcharge(terrain);
  const dearer = Math.max(0, surcharge - agility);
  const damage = hazardDamage(ship, effectiveStats(ship).maxHull, terrain);
  const range = rangeIn(terrain, scannerRange);
  const isCore = terrain.type === 'nebula' && terrain.nebulaDensity >= CORE_DENSITY;
  const effects: (SectorEffect | false)[] = [
    dearer > 0 && { key: 'entry_dearer', amount: dearer },
    surcharge < 0 && { key: 'entry_cheaper', amount: -surcharge },
    damage > 0 && { key: 'hazard', amount: damage },
    terrain.type === 'radiation_zone' && { key: 'no_shields', amount: null },
    terrain.type === 'black_hole' && { key: 'slingshot', amount: 1 },
    range !== scannerRange && { key: 'scanner', amount: range },
    isCore && { key: 'sensors_blind', amount: null },
  ];
  return effects.filter((effect) => effect !== false);
}
