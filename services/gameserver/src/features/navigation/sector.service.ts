import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { ActionDescriptor, DockingTow } from '@sw/rules';
import { describeDock, describeUndock } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { findCharts, findKnownWarps, findSightingsAround, knowledgeOf } from '../knowledge/index.ts';
import type { PlayerRow } from '../player/index.ts';
import {
  findActiveShip,
  findPlayer,
  findWallet,
  presentSectorSummary,
  settledTurnsOf,
} from '../player/index.ts';
import {
  CONTACTS_SHOWN,
  countContacts,
  countNpcContacts,
  findContacts,
  presentContact,
} from '../presence/index.ts';
import { dockingTowOf, findTowed } from '../towing/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import { dockStateOf } from './dock-state.ts';
import type { DockStationRow } from './docking.repository.ts';
import { findDockStations, findHasDocked } from './docking.repository.ts';
import { sectorActions } from './sector-actions.ts';
import type { Viewer } from './sector-view.ts';
import { presentMoves, presentSector, presentStation } from './sector-view.ts';

type SectorView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getSector']>;
type StationView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getStation']>;

interface Look {
  readonly viewer: Viewer;
  readonly player: PlayerRow;
  readonly credits: bigint;
  readonly hasDocked: boolean;
  readonly tow: DockingTow | null;
}

/** Who looks; besides his surroundings he may look at `sectorId`. */
const readLook = async (
  deps: Deps,
  playerId: string,
  nowMs: number,
  sectorId: number | null = null,
): Promise<Look> => {
  const [players, ships, charts, knownWarps, sightings, wallets, docked] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findActiveShip(tx.sql, playerId),
      findCharts(tx.sql, playerId),
      findKnownWarps(tx.sql, playerId),
      findSightingsAround(tx.sql, playerId, sectorId),
      findWallet(tx.sql, playerId),
      findHasDocked(tx.sql, playerId),
    ),
  );
  const [player] = players;
  const [ship] = ships;
  if (player === undefined || ship === undefined) throw new AppError('first_login_required');
  const [towed] = ship.towShipId === null ? [] : await findTowed(deps.db.sql, ship.towShipId);
  return {
    player,
    tow: dockingTowOf(towed),
    credits: wallets[0]?.balance ?? 0n,
    hasDocked: docked[0]?.hasDocked ?? false,
    viewer: {
      ship,
      turns: settledTurnsOf(player, nowMs),
      knowledge: knowledgeOf(deps.atlas(), charts, knownWarps),
      seenAt: new Map(sightings.map((sighting) => [sighting.sectorId, sighting.seenAt])),
    },
  };
};

/** The sector the player's ship is in, live. */
export const readCurrentSector = async (deps: Deps, playerId: string, nowMs: number): Promise<SectorView> => {
  const look = await readLook(deps, playerId, nowMs);
  const sector = deps.atlas().sector(look.viewer.ship.sectorId);
  if (sector === undefined) throw new AppError('not_found');
  return readLive(deps, look, sector, nowMs);
};

/** A sector as the player knows it; an unknown one answers like one that does not exist. */
export const readSector = async (
  deps: Deps,
  playerId: string,
  sectorId: number,
  nowMs: number,
): Promise<SectorView> => {
  const look = await readLook(deps, playerId, nowMs, sectorId);
  const sector = deps.atlas().sector(sectorId);
  if (sector === undefined || look.viewer.knowledge.levelOf(sectorId) === 0) throw new AppError('not_found');
  if (look.viewer.ship.sectorId === sectorId) return readLive(deps, look, sector, nowMs);
  return presentSector(sector, look.viewer, {
    isLive: false,
    stations: sector.stations.map((station) => presentStation(station, undefined, [])),
    warps: null,
    contacts: null,
    actions: [],
  });
};

const readLive = async (deps: Deps, look: Look, sector: AtlasSector, nowMs: number): Promise<SectorView> => {
  const { sql } = deps.db;
  const { viewer, player } = look;
  const [contacts, counts, npcs, stationRows, actions] = await Promise.all([
    findContacts(sql, sector.id, player.id, CONTACTS_SHOWN),
    countContacts(sql, sector.id, player.id),
    countNpcContacts(sql, sector.id),
    findDockStations(
      sql,
      sector.stations.map((station) => station.id),
    ),
    sectorActions(deps, { player, ship: viewer.ship, credits: look.credits }, sector, nowMs),
  ]);
  const rows = new Map(stationRows.map((row) => [row.id, row]));
  return presentSector(sector, viewer, {
    isLive: true,
    stations: sector.stations.map((station) => {
      const row = rows.get(station.id);
      return presentStation(station, row, row === undefined ? [] : dockActions(look, row, sector, nowMs));
    }),
    warps: presentMoves(deps.atlas(), viewer, nowMs),
    contacts: {
      items: contacts.map(presentContact),
      more: Math.max(0, (counts[0]?.n ?? 0) + (npcs[0]?.n ?? 0) - contacts.length),
    },
    actions,
  });
};

const dockActions = (
  { viewer, player, credits, hasDocked, tow }: Look,
  station: DockStationRow,
  sector: AtlasSector,
  nowMs: number,
): ActionDescriptor[] => {
  const state = dockStateOf({ player, ship: viewer.ship, station, credits, hasDocked, tow }, sector, nowMs);
  return viewer.ship.stationId === station.id ? [describeUndock(state, nowMs)] : [describeDock(state, nowMs)];
};

/** `GET /nav/moves`: the warps out of the present sector. */
export const readMoves = async (
  deps: Deps,
  playerId: string,
  nowMs: number,
): Promise<ReplyOf<(typeof PLAYER_ENDPOINTS)['listMoves']>> => {
  const { viewer } = await readLook(deps, playerId, nowMs);
  return {
    sectorId: viewer.ship.sectorId,
    turns: viewer.turns.state.turns,
    moves: presentMoves(deps.atlas(), viewer, nowMs),
  };
};

/** A station the player knows, from a sector at level 2 or more. */
export const readStation = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<StationView> => {
  const station = deps.atlas().station(stationId);
  const look = await readLook(deps, playerId, nowMs, station?.sectorId ?? null);
  const sector = station === undefined ? undefined : deps.atlas().sector(station.sectorId);
  if (station === undefined || sector === undefined || !look.viewer.knowledge.showsContents(sector.id)) {
    throw new AppError('not_found');
  }
  const isHere = look.viewer.ship.sectorId === sector.id;
  const [row] = isHere ? await findDockStations(deps.db.sql, [stationId]) : [];
  return {
    ...presentStation(station, row, row === undefined ? [] : dockActions(look, row, sector, nowMs)),
    sector: presentSectorSummary(sector),
    seenAt: look.viewer.seenAt.get(sector.id)?.toISOString() ?? null,
  };
};
