import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import {
  ALL_FIRST_SHIP_STEPS,
  bankOf,
  checkCallsign,
  checkShipName,
  effectiveStats,
  FIRST_LOGIN_GRANT,
  FIRST_LOGIN_SHIP_TYPE,
  foldName,
  NEWCOMER_MS,
  normaliseShipName,
  registrationFrom,
  startFirstShip,
  walletOf,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { openAccounts, postTransfers } from '../../ledger/post.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { insertChain, presentChain } from '../first-ship/index.ts';
import { findCharts, learnArrival, writeLearned } from '../knowledge/index.ts';
import { findMarkets, findStation, rememberStation } from '../markets/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import {
  freshHull,
  loadPlayerState,
  lockPlayer,
  presentLocation,
  presentPlayer,
  presentShip,
  presentTurns,
  settledTurnsOf,
} from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import { insertRegistryEvents } from '../ships/index.ts';
import type { AtlasSector, AtlasStation } from '../universe/index.ts';
import {
  claimName,
  findNameOwner,
  findUsername,
  insertBoundShip,
  writeCompleted,
} from './first-login.repository.ts';
import { chooseTargets } from './starter-targets.ts';

type Complete = (typeof PLAYER_ENDPOINTS)['completeFirstLogin'];
type FirstLogin = ReplyOf<(typeof PLAYER_ENDPOINTS)['getFirstLogin']>;

/** Where everybody begins: the station in sector 1 of Terran Space. */
const startingPlace = (deps: Deps): { sector: AtlasSector; station: AtlasStation } => {
  const atlas = deps.atlas();
  const sector = atlas.sector(atlas.terran.firstSectorId);
  const station = sector?.stations[0];
  if (sector === undefined || station === undefined) throw new AppError('galaxy_not_ready');
  return { sector, station };
};

/** How far the first login of a user is, and what it grants. */
export const readFirstLogin = async (deps: Deps, userId: string, playerId: string): Promise<FirstLogin> => {
  const { sector, station } = startingPlace(deps);
  const [[user], [player]] = await Promise.all([
    findUsername(deps.db.sql, userId),
    deps.db.sql<
      { firstLoginState: FirstLogin['state'] }[]
    >`SELECT first_login_state FROM players WHERE id = ${playerId}`,
  ]);
  return {
    state: player?.firstLoginState ?? 'not_started',
    dialogue: false,
    suggestedCallsign: user?.username ?? '',
    grant: {
      credits: FIRST_LOGIN_GRANT,
      shipType: FIRST_LOGIN_SHIP_TYPE,
      cargoCapacity: effectiveStats({ type: FIRST_LOGIN_SHIP_TYPE, upgrades: {} }).cargoCapacity,
      stationName: station.name,
      sectorNumber: sector.number,
      regionTitle: sector.region.title,
    },
  };
};

/**
 * Completes the first login in one transaction (rule book, society 10.8): callsign, bound ship docked at the
 * first station, starting credits, newcomer clock, first charts, the starter chain. Repeated, it answers with
 * the present state.
 */
export const completeFirstLogin = async (
  deps: Deps,
  context: RequestContext<Complete>,
  playerId: string,
): Promise<RawReply> => {
  const { body, nowMs, caller } = context;
  assertAllowed(checkCallsign(body.callsign));
  assertAllowed(checkShipName(body.shipName));
  const { sector, station } = startingPlace(deps);
  const atlas = deps.atlas();
  const { cargoCapacity } = effectiveStats({ type: FIRST_LOGIN_SHIP_TYPE, upgrades: {} });
  const targets = await chooseTargets(
    deps,
    { hereSectorId: sector.id, freeCargo: cargoCapacity, credits: FIRST_LOGIN_GRANT },
    nowMs,
  );

  return runCommand(deps, context, async (command) => {
    const { sql } = command;
    const folded = foldName(body.callsign);
    const [players, , owners, charts, stations, markets] = await command.load(
      lockPlayer(sql, playerId),
      claimName(sql, folded, caller.userId),
      findNameOwner(sql, folded),
      findCharts(sql, playerId),
      findStation(sql, station.id),
      findMarkets(sql, station.id),
    );
    const [player] = players;
    const [row] = stations;
    if (player === undefined) throw new AppError('not_found');
    if (player.firstLoginState === 'completed') {
      return command.save({
        writes: [],
        events: [],
        reply: await loadPlayerState(deps, command, playerId, nowMs),
      });
    }
    if (owners[0]?.userId !== caller.userId) throw new AppError('callsign_taken');

    const at = new Date(nowMs);
    const ship = buildShip(deps, player, { name: normaliseShipName(body.shipName), sector, station, nowMs });
    const newcomerUntil = new Date(nowMs + NEWCOMER_MS);
    const after: PlayerRow = {
      ...player,
      callsign: body.callsign,
      firstLoginState: 'completed',
      activeShipId: ship.id,
      newcomerUntil,
      turnsAnchorMs: BigInt(nowMs),
      rev: player.rev + 1n,
    };
    const exits = sector.warps.filter((warp) => !warp.isHidden).map((warp) => warp.to);
    const learned = learnArrival(atlas, charts, sector.id, exits);
    const chain = targets === null ? null : startFirstShip(targets, ALL_FIRST_SHIP_STEPS);
    const wallet = walletOf(playerId);
    deps.metrics.players.firstLogins.inc({ outcome: 'direct' });

    return command.save({
      writes: [
        insertBoundShip(sql, {
          id: ship.id,
          regionId: ship.regionId,
          registration: ship.registration,
          type: ship.type,
          name: ship.name,
          ownerId: playerId,
          sectorId: ship.sectorId,
          stationId: station.id,
          hull: ship.hull,
          shields: ship.shields,
          cargoCapacity: ship.cargoCapacity,
          at,
        }),
        insertRegistryEvents(sql, [
          {
            id: deps.newId(),
            shipId: ship.id,
            kind: 'built',
            actorId: playerId,
            credits: 0n,
            stationId: station.id,
            name: ship.name,
            at,
          },
        ]),
        writeCompleted(sql, playerId, { callsign: body.callsign, shipId: ship.id, newcomerUntil, at }),
        openAccounts(sql, [wallet, bankOf(playerId)]),
        ...postTransfers(
          sql,
          [{ from: 'MINT', to: wallet, amount: FIRST_LOGIN_GRANT, reason: 'first_login_grant' }],
          new Map([[wallet, 0n]]),
          { nowMs, playerId, regionId: sector.region.id, refType: 'first_login', refId: playerId },
        ),
        ...writeLearned(sql, playerId, sector.id, learned, nowMs),
        ...(chain === null ? [] : [insertChain(sql, playerId, chain, at)]),
        ...(row === undefined
          ? []
          : rememberStation(sql, deps.keys.economy, after, { station: row, markets }, nowMs)),
      ],
      events: [
        membership(playerId, {
          sectorId: sector.id,
          regionName: sector.region.name,
          rev: Number(after.rev),
        }),
        event(
          sectorChannel(sector.id),
          'presence.entered',
          presentArrival(after, ship, 'docked', null, nowMs),
        ),
        event(playerChannel(playerId), 'player.state_changed', {
          rev: Number(after.rev),
          credits: FIRST_LOGIN_GRANT,
        }),
      ],
      reply: {
        rev: Number(after.rev),
        serverTime: at.toISOString(),
        player: presentPlayer(after, nowMs),
        turns: presentTurns(settledTurnsOf(after, nowMs)),
        credits: FIRST_LOGIN_GRANT,
        ship: presentShip(ship, {
          hull: ship.hull,
          shields: ship.shields,
          conditionMilli: ship.conditionMilli,
        }),
        cargo: [],
        location: presentLocation(atlas, ship, null),
        chain:
          chain === null
            ? null
            : presentChain(
                { ...chain, steps: [...chain.steps], done: [], skipped: [], finishedAt: null },
                atlas,
                FIRST_LOGIN_GRANT,
              ),
        alerts: [],
      },
    });
  });
};

const buildShip = (
  deps: Deps,
  player: PlayerRow,
  place: {
    readonly name: string;
    readonly sector: AtlasSector;
    readonly station: AtlasStation;
    readonly nowMs: number;
  },
): ShipRow => {
  const at = new Date(place.nowMs);
  return {
    id: deps.newId(),
    regionId: place.sector.region.id,
    registration: registrationFrom(deps.random(16)),
    name: place.name,
    ownerId: player.id,
    sectorId: place.sector.id,
    status: 'docked',
    stationId: place.station.id,
    dockedAt: at,
    isBound: true,
    isLoaner: false,
    version: 1,
    ...freshHull(FIRST_LOGIN_SHIP_TYPE, at),
  };
};
