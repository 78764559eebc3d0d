import type { CargoHold, FleetOwner, FleetShip, ServiceDesk } from '@sw/rules';
import { SHIP_TYPES } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { PlayerRow } from '../player/index.ts';
import { buildOf, cargoItems, settledShipOf } from '../player/index.ts';
import type { Atlas, AtlasSector, AtlasStation } from '../universe/index.ts';
import type { DeskRow, FleetCargoRow, FleetRow } from './fleet-row.ts';

/** One ship at one moment: its row settled to it, the ship of the rules, its hold. */
export interface FleetEntry {
  readonly row: FleetRow;
  readonly ship: FleetShip;
  readonly hold: CargoHold;
}

/** All ships of a player at one moment. */
export interface FleetState {
  readonly player: PlayerRow;
  readonly nowMs: number;
  /** By id: his own, and a derelict he means. */
  readonly entries: ReadonlyMap<string, FleetEntry>;
  readonly active: FleetEntry;
  readonly sector: AtlasSector;
  readonly station: AtlasStation | null;
  readonly owner: FleetOwner;
}

/** Rows of one moment. */
export interface FleetRows {
  readonly player: PlayerRow | undefined;
  readonly ships: readonly FleetRow[];
  readonly cargo: readonly FleetCargoRow[];
  readonly desk: DeskRow | undefined;
  readonly credits: bigint;
}

/** Puts the rows together; refuses a player without a ship. */
export const fleetStateOf = (atlas: Atlas, rows: FleetRows, nowMs: number): FleetState => {
  const { player } = rows;
  if (player === undefined) throw new AppError('not_found');
  const entries = new Map(
    rows.ships.map((row) => [row.id, fleetEntryOf(atlas, row, player.activeShipId, rows.cargo, nowMs)]),
  );
  const active = entries.get(player.activeShipId ?? '');
  if (active === undefined) throw new AppError('no_active_ship');
  const sector = atlas.sector(active.row.sectorId);
  if (sector === undefined) throw new Error(`ship in unknown sector ${active.row.sectorId}`);
  const own = [...entries.values()].filter(({ row }) => row.ownerId === player.id);
  return {
    player,
    nowMs,
    entries,
    active,
    sector,
    station: active.row.stationId === null ? null : (atlas.station(active.row.stationId) ?? null),
    owner: {
      desk: rows.desk === undefined ? null : deskOf(rows.desk, sector, player, nowMs),
      credits: rows.credits,
      shipCount: own.filter(({ row }) => row.type !== 'escape_pod').length,
    },
  };
};

/** Patrols keep the wanted from the counters of sanctuaries. */
const deskOf = (
  { id, status, services, serviceBp }: DeskRow,
  sector: AtlasSector,
  { wantedUntil }: PlayerRow,
  nowMs: number,
): ServiceDesk => {
  const wantedUntilMs = wantedUntil?.getTime() ?? 0;
  return {
    stationId: id,
    status,
    services,
    serviceBp,
    refusedUntilMs: sector.isProtected && wantedUntilMs > nowMs ? wantedUntilMs : null,
  };
};

/** One row as an entry. */
export const fleetEntryOf = (
  atlas: Atlas,
  stored: FleetRow,
  activeShipId: string | null,
  cargo: readonly FleetCargoRow[],
  nowMs: number,
): FleetEntry => {
  const isActive = stored.id === activeShipId;
  const live = settledShipOf(stored, atlas.sector(stored.sectorId)?.type ?? 'standard', nowMs, isActive);
  const row: FleetRow = {
    ...stored,
    shields: live.shields.shields,
    shieldsAt: new Date(live.shields.shieldsAtMs),
    shieldsAcc: BigInt(live.shields.shieldsAcc),
    conditionMilli: live.condition.conditionMilli,
    conditionAt: new Date(live.condition.conditionAtMs),
    conditionAcc: BigInt(live.condition.conditionAcc),
  };
  return { row, ship: fleetShipOf(row, isActive), hold: holdOf(row, cargo) };
};

/** The ship of the rules from a settled row. */
export const fleetShipOf = (row: FleetRow, isActive: boolean): FleetShip => ({
  id: row.id,
  build: buildOf(row),
  status: row.status,
  sectorId: row.sectorId,
  stationId: row.stationId,
  hull: row.hull,
  shields: row.shields,
  conditionMilli: row.conditionMilli,
  fault: row.fault,
  modules: row.modules.map((module) => ({ ...module, paid: BigInt(module.paid) })),
  cargoUsed: row.cargoUsed,
  purchaseValue: row.purchaseValue,
  upgradeSpend: row.upgradeSpend,
  isBound: row.isBound,
  isLoaner: row.isLoaner,
  isActive,
  policy:
    row.insuredFrom === null || row.insuredUntil === null || row.insuredValue === null
      ? null
      : {
          fromMs: row.insuredFrom.getTime(),
          untilMs: row.insuredUntil.getTime(),
          value: row.insuredValue,
        },
  lastCombatAtMs: row.lastCombatAt?.getTime() ?? null,
  fuseAtMs: row.fuseAt?.getTime() ?? null,
  towShipId: row.towShipId,
});

const holdOf = (row: FleetRow, cargo: readonly FleetCargoRow[]): CargoHold => ({
  capacity: row.cargoCapacity,
  colonistsPerUnit: SHIP_TYPES[row.type].colonistsPerUnit,
  items: cargoItems(cargo.filter(({ shipId }) => shipId === row.id)),
});
