import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { CargoHold, FleetShip, Policy, RepairOrder } from '@sw/rules';
import {
  describeAbandon,
  describeBoarding,
  describeCastOff,
  describeDefuse,
  describeJettison,
  describeKits,
  describeRename,
  describeRepair,
  describeSale,
  describeSelfDestruct,
  describeTow,
  describeTransfer,
  heldQuantity,
  MAINTENANCE_KIT,
  missingPoints,
  payoutOf,
  quoteRepair,
  saleValue,
  statSheet,
  TOW_SURCHARGES,
  towedSizeOf,
  WAITING_MS,
} from '@sw/rules';
import { presentAction } from '../../http/present-action.ts';
import { presentCargo as presentItems, presentShip, settledTurnsOf } from '../player/index.ts';
import type { Atlas } from '../universe/index.ts';
import type { FleetEntry, FleetState } from './fleet-state.ts';

type FleetShipView = ReplyOf<(typeof PLAYER_ENDPOINTS)['listShips']>['items'][number];
type OwnShip = NonNullable<ReplyOf<(typeof PLAYER_ENDPOINTS)['getShip']>['own']>;

/** The shape `cargoRow` of the contracts. */
export const presentCargo = (hold: CargoHold) => presentItems(hold.items);

/** The shape `shipPlace` of the contracts. */
export const presentPlace = (
  atlas: Atlas,
  { sectorId, stationId }: { readonly sectorId: number; readonly stationId: string | null },
) => {
  const sector = atlas.sector(sectorId);
  if (sector === undefined) throw new Error(`ship in unknown sector ${sectorId}`);
  return {
    regionName: sector.region.name,
    sectorId,
    sectorNumber: sector.number,
    sectorName: sector.name,
    stationId,
    stationName: stationId === null ? null : (atlas.station(stationId)?.name ?? null),
  };
};

/** The shape `policyView` of the contracts; null where no policy runs. */
export const presentPolicy = (policy: Policy | null, nowMs: number) =>
  policy === null || policy.untilMs <= nowMs
    ? null
    : {
        from: new Date(policy.fromMs).toISOString(),
        until: new Date(policy.untilMs).toISOString(),
        value: policy.value,
        payout: payoutOf(policy.value),
        paysFrom: new Date(policy.fromMs + WAITING_MS).toISOString(),
      };

/** The shape `fleetShip` of the contracts. */
export const presentFleetShip = (atlas: Atlas, state: FleetState, entry: FleetEntry): FleetShipView => ({
  ...presentShip(entry.row, entry.row),
  status: entry.row.status,
  isActive: entry.ship.isActive,
  place: presentPlace(atlas, entry.row),
  tow: presentTow(state, entry),
  towedBy: tugOf(state, entry)?.row.name ?? null,
  insuredUntil: presentPolicy(entry.ship.policy, state.nowMs)?.until ?? null,
  actions: [
    describeBoarding(state.active.ship, entry.ship, state.nowMs),
    tugOf(state, entry) === undefined && entry.row.towShipId === null
      ? describeTow(state.active.ship, entry.ship, state.nowMs)
      : describeCastOff(state.active.ship),
  ].map(presentAction),
});

/** The ship that has another in tow. */
const tugOf = ({ entries }: FleetState, { row }: FleetEntry): FleetEntry | undefined =>
  [...entries.values()].find((other) => other.row.towShipId === row.id);

const presentTow = ({ entries }: FleetState, { row }: FleetEntry): FleetShipView['tow'] => {
  const towed = row.towShipId === null ? undefined : entries.get(row.towShipId)?.row;
  const size = towed === undefined ? null : towedSizeOf(towed.type);
  return towed === undefined || size === null
    ? null
    : { shipId: towed.id, name: towed.name, type: towed.type, extraTurns: TOW_SURCHARGES[size] };
};

/** The shape `ownShip` of the contracts. */
export const presentOwnShip = (atlas: Atlas, state: FleetState, entry: FleetEntry): OwnShip => {
  const { ship, row, hold } = entry;
  const { owner, nowMs } = state;
  const kits = heldQuantity(hold, MAINTENANCE_KIT);
  const summary = presentFleetShip(atlas, state, entry);
  return {
    ...summary,
    stats: statSheet(ship.build),
    cargo: presentCargo(hold),
    kits,
    purchaseValue: row.purchaseValue,
    saleValue: row.isBound || row.isLoaner ? 0n : saleValue(ship).total,
    policy: presentPolicy(ship.policy, nowMs),
    fuseAt: row.fuseAt?.toISOString() ?? null,
    repair: presentRepair(ship, owner),
    beside: [...state.entries.values()]
      .filter(
        (other) =>
          other.row.id !== row.id && row.status === 'docked' && other.row.stationId === row.stationId,
      )
      .map((other) => ({
        id: other.row.id,
        name: other.row.name,
        type: other.row.type,
        free: Math.max(0, other.row.cargoCapacity - other.row.cargoUsed),
        action: presentAction(describeTransfer(ship, other.ship)),
      })),
    actions: [
      ...summary.actions,
      ...[
        describeRename(ship, owner),
        describeSale(ship, owner),
        describeAbandon(ship, nowMs),
        describeSelfDestruct(ship, nowMs),
        describeDefuse(ship),
        describeJettison(ship),
        ...describeKits(ship, kits, owner, settledTurnsOf(state.player, nowMs)),
      ].map(presentAction),
    ],
  };
};

const presentRepair = (ship: FleetShip, owner: FleetState['owner']): OwnShip['repair'] => {
  const missing = missingPoints(ship);
  const part = (points: number, order: RepairOrder) => ({
    missing: points,
    cost: quoteRepair(ship, order, owner.desk).total,
    action: presentAction(describeRepair(ship, order, owner)),
  });
  return {
    hull: part(missing.hull, { hull: 'max' }),
    shields: part(missing.shields, { shields: true }),
    condition: part(missing.condition, { condition: 'max' }),
    all: part(missing.hull + missing.shields + missing.condition, {
      hull: 'max',
      shields: true,
      condition: 'max',
    }),
  };
};
