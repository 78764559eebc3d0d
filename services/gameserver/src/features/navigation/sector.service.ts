import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Tx } from '@sw/db';
import type { ActionDescriptor, DockingTow } from '@sw/rules';
import { describeDock, describeUndock } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { loadNamed } from '../../platform/load-named.ts';
import { findCooldowns, findReserve } from '../exploration/index.ts';
import { findCharts, findKnownWarps, findSightingsAround, knowledgeOf } from '../knowledge/index.ts';
import type { PlayerRow } from '../player/index.ts';
import {
  findActiveShip,
  findCargo,
  findPlayer,
  findWallet,
  presentSectorSummary,
  settledTurnsOf,
} from '../player/index.ts';
import { CONTACTS_SHOWN, findContacts, presentContact } from '../presence/index.ts';
import type { Entry } from '../region-entry/index.ts';
import { entryOf, findEntry, gatedRegion } from '../region-entry/index.ts';
import { contactActions } from '../ships/index.ts';
import { dockingTowOf, findTowed } from '../towing/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { findAdrift } from '../wrecks/index.ts';
import { dockStateOf } from './dock-state.ts';
import type { DockStationRow } from './docking.repository.ts';
import { findDockStations, findHasDocked } from './docking.repository.ts';
import { hasHarvest, sectorActions } from './sector-actions.ts';
import type { Viewer } from './sector-view.ts';
import { presentMoves, presentSector, presentStation } from './sector-view.ts';

type SectorView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getSector']>;
type StationView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getStation']>;

/** Reads of one moment. */
type Reading = Pick<Tx, 'sql' | 'load'>;

interface Look {
  readonly viewer: Viewer;
  readonly player: PlayerRow;
}

/** A look with what docking is decided on besides. */
interface Guest extends Look {
  readonly credits: bigint;
  readonly hasDocked: boolean;
  readonly tow: DockingTow | null;
}

/** A sector as its viewer may know it. */
export interface SeenSector extends Look {
  readonly sector: AtlasSector;
  readonly view: SectorView;
}

/** Who looks; besides his surroundings he may look at `sectorId`. */
const loadLook = async (
  deps: Deps,
  tx: Reading,
  playerId: string,
  nowMs: number,
  sectorId: number | null = null,
): Promise<Look> => {
  const { sql } = tx;
  const [players, ships, charts, knownWarps, sightings] = await tx.load(
    findPlayer(sql, playerId),
    findActiveShip(sql, playerId),
    findCharts(sql, playerId),
    findKnownWarps(sql, playerId),
    findSightingsAround(sql, playerId, sectorId),
  );
  const [player] = players;
  const [ship] = ships;
  if (player === undefined || ship === undefined) throw new AppError('first_login_required');
  const entries = await loadEntries(tx, deps.atlas(), player, ship.sectorId);
  return {
    player,
    viewer: {
      ship,
      turns: settledTurnsOf(player, nowMs),
      knowledge: knowledgeOf(deps.atlas(), charts, knownWarps),
      entries,
      seenAt: new Map(sightings.map((sighting) => [sighting.sectorId, sighting.seenAt])),
    },
  };
};

/** How the region behind the link of a sector receives him: a sector is the end of one link at most. */
const loadEntries = async (
  tx: Reading,
  atlas: Atlas,
  player: PlayerRow,
  sectorId: number,
): Promise<ReadonlyMap<number, Entry>> => {
  const link = atlas.sector(sectorId)?.warps.find(({ kind }) => kind === 'nexus_link');
  const region = link === undefined ? null : gatedRegion(atlas, link.to);
  if (link === undefined || region === null) return new Map();
  const [[row]] = await tx.load(findEntry(tx.sql, region.id, player.id));
  return new Map([[link.to, entryOf(row, player.userId)]]);
};

/** The sector the player's ship is in, live. */
export const readCurrentSector = (deps: Deps, playerId: string, nowMs: number): Promise<SectorView> =>
  deps.db.snapshot(async (tx) => {
    const look = await loadLook(deps, tx, playerId, nowMs);
    const sector = deps.atlas().sector(look.viewer.ship.sectorId);
    if (sector === undefined) throw new AppError('not_found');
    return loadLive(deps, tx, look, sector, nowMs);
  });

/** A sector as the player knows it; an unknown one answers like one that does not exist. */
export const readSector = async (
  deps: Deps,
  playerId: string,
  sectorId: number,
  nowMs: number,
): Promise<SectorView> =>
  (await deps.db.snapshot((tx) => loadSector(deps, tx, playerId, sectorId, nowMs))).view;

/** The same inside a transaction that is open already, with what it was decided on. */
export const loadSector = async (
  deps: Deps,
  tx: Reading,
  playerId: string,
  sectorId: number,
  nowMs: number,
): Promise<SeenSector> => {
  const look = await loadLook(deps, tx, playerId, nowMs, sectorId);
  const sector = deps.atlas().sector(sectorId);
  if (sector === undefined || look.viewer.knowledge.levelOf(sectorId) === 0) throw new AppError('not_found');
  if (look.viewer.ship.sectorId === sectorId)
    return { ...look, sector, view: await loadLive(deps, tx, look, sector, nowMs) };
  const view = presentSector(sector, look.viewer, {
    isLive: false,
    stations: sector.stations.map((station) => presentStation(station, undefined, [])),
    warps: null,
    contacts: null,
    adrift: null,
    actions: [],
  });
  return { ...look, sector, view };
};

const loadLive = async (
  deps: Deps,
  tx: Reading,
  look: Look,
  sector: AtlasSector,
  nowMs: number,
): Promise<SectorView> => {
  const { sql } = tx;
  const { viewer, player } = look;
  const stationIds = sector.stations.map(({ id }) => id);
  const isDock = stationIds.length > 0;
  const isField = hasHarvest(sector);
  const rows = await loadNamed(tx, {
    contacts: findContacts(sql, sector.id, player.id, CONTACTS_SHOWN),
    adrift: findAdrift(sql, sector.id, new Date(nowMs)),
    cooldowns: findCooldowns(sql, player.id),
    stations: isDock ? findDockStations(sql, stationIds) : null,
    docked: isDock ? findHasDocked(sql, player.id) : null,
    towed: isDock && viewer.ship.towShipId !== null ? findTowed(sql, viewer.ship.towShipId) : null,
    wallets: isDock || isField ? findWallet(sql, player.id) : null,
    cargo: isField ? findCargo(sql, player.id) : null,
    reserves: isField ? findReserve(sql, player.id) : null,
  });
  const { contacts, cooldowns, cargo } = rows;
  const credits = rows.wallets[0]?.balance ?? 0n;
  const hasDocked = rows.docked[0]?.hasDocked ?? false;
  const guest = { ...look, credits, hasDocked, tow: dockingTowOf(rows.towed[0]) };
  const byId = new Map(rows.stations.map((row) => [row.id, row]));
  return presentSector(sector, viewer, {
    isLive: true,
    stations: sector.stations.map((station) => {
      const row = byId.get(station.id);
      return presentStation(station, row, row === undefined ? [] : dockActions(guest, row, sector, nowMs));
    }),
    warps: presentMoves(deps.atlas(), viewer, nowMs),
    contacts: {
      items: contacts.map((row) => ({
        ...presentContact(row, nowMs),
        actions: contactActions(viewer.ship, viewer.turns, row, nowMs).map(presentAction),
      })),
      more: (contacts[0]?.total ?? 0) - contacts.length,
    },
    adrift: [...rows.adrift],
    actions: sectorActions(
      deps.atlas(),
      { player, ship: viewer.ship, cargo, reserve: rows.reserves[0], cooldowns, credits },
      sector,
      nowMs,
    ),
  });
};

const dockActions = (
  { viewer, player, credits, hasDocked, tow }: Guest,
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
  const { viewer } = await deps.db.snapshot((tx) => loadLook(deps, tx, playerId, nowMs));
  return {
    sectorId: viewer.ship.sectorId,
    turns: viewer.turns.state.turns,
    moves: presentMoves(deps.atlas(), viewer, nowMs),
  };
};

/** A station the player knows, from a sector at level 2 or more. */
export const readStation = (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<StationView> =>
  deps.db.snapshot(async (tx) => {
    const { sql } = tx;
    const station = deps.atlas().station(stationId);
    const look = await loadLook(deps, tx, playerId, nowMs, station?.sectorId ?? null);
    const { ship, knowledge, seenAt } = look.viewer;
    const sector = station === undefined ? undefined : deps.atlas().sector(station.sectorId);
    if (station === undefined || sector === undefined || !knowledge.showsContents(sector.id)) {
      throw new AppError('not_found');
    }
    const isHere = ship.sectorId === sector.id;
    const { stations, wallets, docked, towed } = await loadNamed(tx, {
      stations: isHere ? findDockStations(sql, [stationId]) : null,
      wallets: isHere ? findWallet(sql, playerId) : null,
      docked: isHere ? findHasDocked(sql, playerId) : null,
      towed: isHere && ship.towShipId !== null ? findTowed(sql, ship.towShipId) : null,
    });
    const [row] = stations;
    const guest = {
      ...look,
      credits: wallets[0]?.balance ?? 0n,
      hasDocked: docked[0]?.hasDocked ?? false,
      tow: dockingTowOf(towed[0]),
    };
    return {
      ...presentStation(station, row, row === undefined ? [] : dockActions(guest, row, sector, nowMs)),
      sector: presentSectorSummary(sector),
      seenAt: seenAt.get(sector.id)?.toISOString() ?? null,
    };
  });
