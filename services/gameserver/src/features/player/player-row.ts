import type { EquipmentKey, ShipFault, ShipTypeKey } from '@sw/rules';
import type { Holding } from '../../http/caller.ts';

/** A player as the database keeps him. */
export interface PlayerRow {
  readonly id: string;
  readonly userId: string;
  readonly callsign: string | null;
  readonly rankLevel: number;
  readonly rankPoints: number;
  readonly personalReputation: number;
  readonly ariaTrustLevel: number;
  readonly firstLoginState: 'not_started' | 'in_progress' | 'completed';
  readonly newcomerUntil: Date | null;
  readonly suspectUntil: Date | null;
  readonly wantedUntil: Date | null;
  /** Until when the next rescue of his pod is free, because somebody assisted it. */
  readonly assistedUntil: Date | null;
  /** Whether this server may play him; a command that locks him is refused when it may not. */
  readonly holding: Holding;
  readonly epoch: bigint;
  readonly activeShipId: string | null;
  readonly turns: number;
  readonly turnsAnchorMs: bigint;
  readonly turnsFrac: bigint;
  readonly lifetimeTurnsSpent: bigint;
  readonly autopilotUntil: Date | null;
  readonly mutedUntil: Date | null;
  readonly lastFeeWaivedOn: Date | null;
  readonly lastActiveAt: Date;
  readonly createdAt: Date;
  readonly rev: bigint;
  readonly sectorsVisited: number;
  readonly sectorsDiscovered: number;
  /** The UTC day the points below were earned in. */
  readonly explorationDay: Date | null;
  readonly explorationPoints: number;
  /** Credits of profit the career has realised by trade. */
  readonly realisedProfit: bigint;
  /** Credits of it that do not make a rank point yet. */
  readonly profitCarry: number;
  /** The UTC day the points below were earned in by trade. */
  readonly tradeDay: Date | null;
  readonly tradePoints: number;
}

/** A module in a slot of a ship. */
export interface FittedModule {
  readonly slot: number;
  readonly item: EquipmentKey;
  readonly level: number;
  readonly paid: number;
}

/** The upgrade levels of a ship, one column each. */
export interface UpgradeColumns {
  readonly engineLevel: number;
  readonly cargoHoldLevel: number;
  readonly shieldLevel: number;
  readonly hullLevel: number;
  readonly sensorLevel: number;
  readonly droneBayLevel: number;
  readonly genesisContainmentLevel: number;
  readonly maintenanceSystemLevel: number;
}

/** A ship as the database keeps it. */
export interface ShipRow extends UpgradeColumns {
  readonly id: string;
  readonly regionId: string;
  readonly registration: string;
  readonly type: ShipTypeKey;
  readonly name: string;
  readonly ownerId: string;
  readonly sectorId: number;
  readonly status: 'docked' | 'in_space' | 'landed' | 'destroyed';
  readonly stationId: string | null;
  readonly dockedAt: Date | null;
  readonly hull: number;
  readonly shields: number;
  readonly shieldsAt: Date;
  readonly shieldsAcc: bigint;
  readonly conditionMilli: number;
  readonly conditionAt: Date;
  readonly conditionAcc: bigint;
  readonly fault: ShipFault;
  readonly cargoCapacity: number;
  readonly cargoUsed: number;
  readonly isBound: boolean;
  readonly isLoaner: boolean;
  readonly lastCombatAt: Date | null;
  /** The ship it has in tow, and that ship's type. */
  readonly towShipId: string | null;
  readonly towType: ShipTypeKey | null;
  readonly version: number;
  readonly modules: readonly FittedModule[];
}

export interface CargoRow {
  readonly commodity: string;
  readonly quantity: number;
  readonly avgCost: bigint;
  /** What the average leaves over. */
  readonly restCost: bigint;
}
