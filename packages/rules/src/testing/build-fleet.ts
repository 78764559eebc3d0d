import { SHIP_TYPES } from '../ships/catalogue.ts';
import { effectiveStats } from '../ships/effective-stats.ts';
import type { FleetOwner, FleetShip, ServiceDesk } from '../ships/fleet-types.ts';
import type { ShipTypeKey } from '../ships/types.ts';

/** A station with every counter for ships. */
export function buildDesk(overrides: Partial<ServiceDesk> = {}): ServiceDesk {
  return {
    stationId: 'yard',
    status: 'operational',
    services: ['ship_dealer', 'ship_upgrades', 'ship_repair', 'insurance'],
    serviceBp: 10_000,
    refusedUntilMs: null,
    ...overrides,
  };
}

/** A whole new ship bought at its catalogue price, docked at that station without a pilot. */
export function buildFleetShip(type: ShipTypeKey, overrides: Partial<FleetShip> = {}): FleetShip {
  const build = overrides.build ?? { type, upgrades: {} };
  const { maxHull, maxShields } = effectiveStats(build);
  return {
    id: type,
    build,
    status: 'docked',
    sectorId: 1,
    stationId: 'yard',
    hull: maxHull,
    shields: maxShields,
    conditionMilli: 100_000,
    fault: 'none',
    modules: [],
    cargoUsed: 0,
    purchaseValue: SHIP_TYPES[type].priceCredits ?? 0n,
    upgradeSpend: 0n,
    isBound: false,
    isLoaner: false,
    isActive: false,
    policy: null,
    lastCombatAtMs: null,
    fuseAtMs: null,
    towShipId: null,
    ...overrides,
  };
}

/** A player docked there with a million credits and one ship. */
export function buildOwner(overrides: Partial<FleetOwner> = {}): FleetOwner {
  return { desk: buildDesk(), credits: 1_000_000n, shipCount: 1, ...overrides };
}
