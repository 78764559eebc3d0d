import type { StationStatus } from '../economy/types.ts';
import type { EquipmentKey } from './constants.ts';
import type { ShipBuild, ShipFault, ShipStatus } from './types.ts';

/** A module in a slot, and what was paid for it with its levels. */
export interface ShipModule {
  readonly slot: number;
  readonly item: EquipmentKey;
  readonly level: number;
  readonly paid: bigint;
}

/** A running or expired insurance policy. */
export interface Policy {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly value: bigint;
}

/** A ship as fleet commands see it, settled to the moment of the command. */
export interface FleetShip {
  readonly id: string;
  readonly build: ShipBuild;
  readonly status: ShipStatus;
  readonly sectorId: number;
  readonly stationId: string | null;
  readonly hull: number;
  readonly shields: number;
  readonly conditionMilli: number;
  readonly fault: ShipFault;
  readonly modules: readonly ShipModule[];
  readonly cargoUsed: number;
  readonly purchaseValue: bigint;
  readonly upgradeSpend: bigint;
  readonly isBound: boolean;
  readonly isLoaner: boolean;
  readonly isActive: boolean;
  readonly policy: Policy | null;
  readonly lastCombatAtMs: number | null;
  /** When its fuse has burnt down; null where none burns. */
  readonly fuseAtMs: number | null;
  /** The ship it has in tow. */
  readonly towShipId: string | null;
}

/** The station the pilot is docked at, as far as its services matter. */
export interface ServiceDesk {
  readonly stationId: string;
  readonly status: StationStatus;
  readonly services: readonly string[];
  /** Its price level for services; 10,000 is the list price. */
  readonly serviceBp: number;
  /** Until then its counters are closed to a wanted pilot; null where they are not. */
  readonly refusedUntilMs: number | null;
}

/** Who asks for something to be done with his ships. */
export interface FleetOwner {
  /** Null: he is not docked. */
  readonly desk: ServiceDesk | null;
  readonly credits: bigint;
  /** Ships he owns besides pods, derelicts he claimed included. */
  readonly shipCount: number;
}
