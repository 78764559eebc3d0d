import type { Purse, ServiceVisit } from '@sw/rules';
import { bankOf, countersOf, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { CargoRow, PlayerRow, ShipRow } from '../player/index.ts';
import { findActiveShip, findCargo, findPlayer } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import type { ServiceStationRow } from './service-station.repository.ts';
import { findPurse, findStationOfShip } from './service-station.repository.ts';

/** A player docked at a station, with what he can pay. */
export interface Visitor {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly station: ServiceStationRow;
  readonly sector: AtlasSector;
  readonly purse: Purse;
  /** What the rules judge him by. */
  readonly visit: ServiceVisit;
}

/** Puts a visitor together from rows; refuses one without a ship (`no_active_ship`) or a berth (`not_docked`). */
export const visitorOf = (
  deps: Deps,
  rows: {
    readonly player: PlayerRow | undefined;
    readonly ship: ShipRow | undefined;
    readonly station: ServiceStationRow | undefined;
    readonly balances: ReadonlyMap<string, bigint>;
  },
): Visitor => {
  const { player, ship, station, balances } = rows;
  if (player === undefined || ship === undefined) throw new AppError('no_active_ship');
  const sector = station === undefined ? undefined : deps.atlas().sector(station.sectorId);
  if (station === undefined || sector === undefined) throw new AppError('not_docked');
  return {
    player,
    ship,
    station,
    sector,
    purse: {
      wallet: balances.get(walletOf(player.id)) ?? 0n,
      bank: balances.get(bankOf(player.id)) ?? 0n,
    },
    visit: {
      station: {
        id: station.id,
        status: station.status,
        services: countersOf(station.services, station.stationClass),
        isOwned: station.ownerPlayerId !== null,
        isSanctuary: sector.isProtected,
        serviceBp: station.serviceBp,
        warehouseBp: station.warehouseBp,
      },
      dockedStationId: ship.stationId,
      wantedUntilMs: player.wantedUntil?.getTime() ?? null,
    },
  };
};

/** Somebody who only looks, with his hold. */
export interface Guest extends Visitor {
  readonly cargo: readonly CargoRow[];
}

/** The player as a visitor of the station he is docked at; nothing is locked. */
export const readGuest = async (deps: Deps, playerId: string): Promise<Guest> => {
  const [players, ships, stations, purse, cargo] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findActiveShip(tx.sql, playerId),
      findStationOfShip(tx.sql, playerId),
      findPurse(tx.sql, playerId),
      findCargo(tx.sql, playerId),
    ),
  );
  const visitor = visitorOf(deps, {
    player: players[0],
    ship: ships[0],
    station: stations[0],
    balances: new Map(purse.map(({ id, balance }) => [id, balance])),
  });
  return { ...visitor, cargo };
};
