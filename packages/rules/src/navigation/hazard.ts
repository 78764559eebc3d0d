import { SHIP_TYPES } from '../ships/catalogue.ts';
import type { ShipBuild } from '../ships/types.ts';
import { CLUMSY_HULL_TURNS, HARMLESS_HAZARD, HULL_PERCENT_PER_HAZARD } from './constants.ts';
import type { CourseRisk, Terrain } from './types.ts';

/** From here on a hazard makes a way risky, and deadly. */
export const RISKY_HAZARD = 5;
export const DEADLY_HAZARD = 7;

/**
 * Damage of entering a sector (rule book, world 8.4): 1 % of the maximum hull, ceiled, for each point of hazard above
 * 4. Asteroid fields are one point worse for hulls of 4 base turns and more; escape pods are immune, and hazard shielding
 * halves the damage, floored.
 */
export function hazardDamage(
  { type, equipment = [] }: Pick<ShipBuild, 'type' | 'equipment'>,
  maxHull: number,
  destination: Terrain,
): number {
  if (type === 'escape_pod') {
    return 0;
  }
  const isClumsy = SHIP_TYPES[type].baseTurns >= CLUMSY_HULL_TURNS;
  const hazard = destination.hazard + (destination.type === 'asteroid_field' && isClumsy ? 1 : 0);
  const percent = HULL_PERCENT_PER_HAZARD * Math.max(0, hazard - HARMLESS_HAZARD);
  const damage = Math.ceil((maxHull * percent) / 100);
  return equipment.includes('hazard_shielding') ? Math.floor(damage / 2) : damage;
}

/** What is left of shields and hull. */
export interface Plating {
  readonly shields: number;
  readonly hull: number;
}

/** Takes damage off the shields first, then off the hull, which hazard never brings below 1. */
export function takeHazard({ shields, hull }: Plating, damage: number): Plating {
  const absorbed = Math.min(shields, damage);
  return { shields: shields - absorbed, hull: Math.max(1, hull - (damage - absorbed)) };
}

/** How risky a way is by the greatest hazard on it. */
export function hazardRisk(hazard: number): CourseRisk {
  if (hazard >= DEADLY_HAZARD) {
    return 'high';
  }
  return hazard >= RISKY_HAZARD ? 'medium' : 'low';
}
