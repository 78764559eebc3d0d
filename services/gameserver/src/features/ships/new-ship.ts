import type { ShipTypeKey } from '@sw/rules';
import { effectiveStats, FULL_CONDITION_MILLI, registrationFrom } from '@sw/rules';
import { NO_MODULES } from '../player/index.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetMoment } from './run-fleet-command.ts';

/** A whole new ship of the player where he is: docked at his station, or in space without one. */
export const newShip = (
  { deps, player, active, nowMs }: Pick<FleetMoment, 'deps' | 'player' | 'active' | 'nowMs'>,
  made: {
    readonly type: ShipTypeKey;
    readonly name: string;
    readonly purchaseValue: bigint;
    readonly isLoaner?: boolean;
  },
): FleetRow => {
  const stats = effectiveStats({ type: made.type, upgrades: {} });
  const at = new Date(nowMs);
  const { regionId, sectorId, stationId } = active.row;
  return {
    id: deps.newId(),
    regionId,
    registration: registrationFrom(deps.random(16)),
    type: made.type,
    name: made.name,
    ownerId: player.id,
    sectorId,
    status: stationId === null ? 'in_space' : 'docked',
    stationId,
    dockedAt: stationId === null ? null : at,
    hull: stats.maxHull,
    shields: stats.maxShields,
    shieldsAt: at,
    shieldsAcc: 0n,
    conditionMilli: FULL_CONDITION_MILLI,
    conditionAt: at,
    conditionAcc: 0n,
    fault: 'none',
    cargoCapacity: stats.cargoCapacity,
    cargoUsed: 0,
    isBound: false,
    isLoaner: made.isLoaner ?? false,
    lastCombatAt: null,
    version: 0,
    purchaseValue: made.purchaseValue,
    upgradeSpend: 0n,
    insuredFrom: null,
    insuredUntil: null,
    insuredValue: null,
    insurancePaidAt: null,
    derelictAt: null,
    formerOwnerId: null,
    createdAt: at,
    ...NO_MODULES,
  };
};

/** The columns of a ship that is no more. */
export const GONE = {
  status: 'destroyed',
  stationId: null,
  dockedAt: null,
  hull: 0,
  shields: 0,
  cargoUsed: 0,
  derelictAt: null,
} as const;

/** The columns of a ship whose policy ended. */
export const UNINSURED = { insuredFrom: null, insuredUntil: null, insuredValue: null } as const;
