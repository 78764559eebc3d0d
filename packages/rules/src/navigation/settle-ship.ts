import { SHIP_TYPES } from '../ships/catalogue.ts';
import { settleCondition } from '../ships/condition.ts';
import { effectiveStats } from '../ships/effective-stats.ts';
import { settleShields } from '../ships/shields.ts';
import type { SectorType } from '../universe/types.ts';
import type { MovingShip } from './move-types.ts';

/** Brings shields and condition of a piloted ship to `nowMs`; shields rest in a radiation zone (rule book, world 3.1). */
export function settleShip(ship: MovingShip, nowMs: number, sectorType: SectorType): MovingShip {
  const { shieldRegenPerMin, decayPercent } = SHIP_TYPES[ship.type];
  const { maxShields } = effectiveStats(ship);
  return {
    ...ship,
    ...settleShields(ship, nowMs, {
      maxShields,
      regenPerMin: shieldRegenPerMin,
      lastCombatAtMs: ship.lastCombatAtMs,
      regenerates: sectorType !== 'radiation_zone',
    }),
    ...settleCondition(ship, nowMs, {
      decayPercent,
      maintenanceLevel: ship.upgrades.maintenance_system ?? 0,
      isParked: false,
    }),
  };
}
