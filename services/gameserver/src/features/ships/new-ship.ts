import type { ShipTypeKey } from '@sw/rules';
import { registrationFrom } from '@sw/rules';
import { freshHull } from '../player/index.ts';
import type { FleetMoment } from './fleet-moment.ts';
import type { FleetRow } from './fleet-row.ts';

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
  const at = new Date(nowMs);
  const { regionId, sectorId, stationId } = active.row;
  return {
    id: deps.newId(),
    regionId,
    registration: registrationFrom(deps.random(16)),
    name: made.name,
    ownerId: player.id,
    sectorId,
    status: stationId === null ? 'in_space' : 'docked',
    stationId,
    dockedAt: stationId === null ? null : at,
    isBound: false,
    isLoaner: made.isLoaner ?? false,
    version: 0,
    purchaseValue: made.purchaseValue,
    upgradeSpend: 0n,
    insuredFrom: null,
    insuredUntil: null,
    insuredValue: null,
    insurancePaidAt: null,
    derelictAt: null,
    formerOwnerId: null,
    fuseAt: null,
    createdAt: at,
    ...freshHull(made.type, at),
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
  fuseAt: null,
} as const;

/** The columns of a ship whose policy ended. */
export const UNINSURED = { insuredFrom: null, insuredUntil: null, insuredValue: null } as const;
