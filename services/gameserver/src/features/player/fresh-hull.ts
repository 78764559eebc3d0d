import type { ShipTypeKey } from '@sw/rules';
import { effectiveStats, FULL_CONDITION_MILLI } from '@sw/rules';

/** The columns of a ship that tows nothing. */
export const NO_TOW = { towShipId: null, towType: null } as const;

/** What every ship is when it leaves the yard: whole, empty, without modules or a scratch. */
export const freshHull = (type: ShipTypeKey, at: Date) => {
  const stats = effectiveStats({ type, upgrades: {} });
  return {
    type,
    hull: stats.maxHull,
    shields: stats.maxShields,
    shieldsAt: at,
    shieldsAcc: 0n,
    conditionMilli: FULL_CONDITION_MILLI,
    conditionAt: at,
    conditionAcc: 0n,
    fault: 'none' as const,
    cargoCapacity: stats.cargoCapacity,
    cargoUsed: 0,
    lastCombatAt: null,
    ...NO_TOW,
    engineLevel: 0,
    cargoHoldLevel: 0,
    shieldLevel: 0,
    hullLevel: 0,
    sensorLevel: 0,
    droneBayLevel: 0,
    genesisContainmentLevel: 0,
    maintenanceSystemLevel: 0,
    modules: [],
  };
};
