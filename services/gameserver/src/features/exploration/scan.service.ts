import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { ScanState } from '@sw/rules';
import {
  checkScan,
  hmacSha256,
  rangeIn,
  scanAdjacent,
  scanCost,
  scanDeep,
  scannerRangeOf,
  spendTurns,
  streamFromState,
  trafficBand,
  utf8,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { Knowledge, Learned } from '../knowledge/index.ts';
import {
  findCharts,
  findKnownWarps,
  knowledgeOf,
  learnFound,
  presentKnownStation,
  raiseDeltaFloor,
  writeChart,
  writeKnownWarps,
  writeScanned,
} from '../knowledge/index.ts';
import { findMarketsOf, findStations, rememberStations } from '../markets/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import {
  buildOf,
  lockActiveShip,
  lockPlayer,
  presentTurns,
  settledTurnsOf,
  writeTurns,
} from '../player/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { countTraffic } from './scan.repository.ts';

type Scan = (typeof PLAYER_ENDPOINTS)['scan'];
type ScannedView = ReplyOf<Scan>['sectors'][number];

const DAY_MS = 86_400_000;

/** What the rules decide a scan on. */
export const scanStateOf = (
  player: PlayerRow,
  ship: ShipRow | undefined,
  here: AtlasSector,
  nowMs: number,
): ScanState => {
  const turns = settledTurnsOf(player, nowMs);
  return {
    hasActiveShip: ship !== undefined,
    isInTransit: false,
    here,
    turns: turns.before,
    turnCap: turns.cap,
    turnMultiplierBp: turns.multiplierBp,
  };
};

/** Scans the neighbours or far around (rule book, world 7.2) in one transaction. */
export const scanFromShip = (deps: Deps, context: RequestContext<Scan>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, body, nowMs } = context;
    const { sql } = command;
    const atlas = deps.atlas();
    const [players, ships, charts, knownWarps] = await command.load(
      lockPlayer(sql, caller.playerId),
      lockActiveShip(sql, caller.playerId),
      findCharts(sql, caller.playerId),
      findKnownWarps(sql, caller.playerId),
    );
    const [player] = players;
    const [ship] = ships;
    const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
    if (player === undefined || ship === undefined || here === undefined)
      throw new AppError('no_active_ship');
    const state = scanStateOf(player, ship, here, nowMs);
    assertAllowed(checkScan(state, body.mode, nowMs));

    const turns = settledTurnsOf(player, nowMs);
    const cost = scanCost(body.mode);
    const after = spendTurns(turns.state, cost);
    const before = knowledgeOf(atlas, charts, knownWarps);
    const range = rangeIn(here, scannerRangeOf(buildOf(ship), ship.fault));
    const seen =
      body.mode === 'adjacent'
        ? { ...scanAdjacent(atlas.graph, here.id, before.hiddenWarps), revealed: [] }
        : {
            scanned: [],
            ...scanDeep(atlas.graph, here.id, range, before.hiddenWarps, rollsOf(deps, player.id, nowMs)),
          };
    const learned = learnFound(atlas, charts, here.id, {
      scanned: seen.scanned.map(({ sectorId }) => sectorId),
      charted: seen.charted,
    });
    const open = seen.scanned.filter(({ isObscured }) => !isObscured).map(({ sectorId }) => sectorId);
    const stationIds = open.flatMap((id) => atlas.sector(id)?.stations.map((station) => station.id) ?? []);
    const [traffic, stations, markets] =
      open.length === 0
        ? [[], [], []]
        : await command.load(
            countTraffic(sql, open, player.id),
            findStations(sql, stationIds),
            findMarketsOf(sql, stationIds),
          );
    const shipsIn = new Map(traffic.map(({ sectorId, n }) => [sectorId, n]));
    const bandOf = (sectorId: number) =>
      open.includes(sectorId) ? trafficBand(shipsIn.get(sectorId) ?? 0) : null;
    const rev = Number(player.rev) + 1;
    deps.metrics.economy.turnsSpent.inc({ action: 'scan' }, cost);

    return command.save({
      writes: [
        ...writeTurns(sql, {
          playerId: player.id,
          before: turns.before,
          after,
          spent: cost,
          reason: `scan_${body.mode}`,
          refType: 'sector',
          refId: String(here.id),
          regionId: here.region.id,
          nowMs,
        }),
        ...learned.charts.map((chart) => writeChart(sql, player.id, chart)),
        ...(seen.scanned.length === 0
          ? []
          : [
              writeScanned(
                sql,
                player.id,
                seen.scanned.map(({ sectorId }) => ({
                  sectorId,
                  traffic: bandOf(sectorId),
                  version: versionOf(atlas, learned, sectorId),
                })),
                nowMs,
              ),
            ]),
        ...(seen.revealed.length === 0 ? [] : [writeKnownWarps(sql, player.id, seen.revealed, nowMs)]),
        ...(body.mode === 'deep'
          ? [
              raiseDeltaFloor(
                sql,
                player.id,
                learned.charts.map(({ regionId }) => regionId),
              ),
            ]
          : []),
        ...rememberStations(
          sql,
          deps.keys.economy,
          player,
          stations.map((station) => ({
            station,
            markets: markets.filter(({ stationId }) => stationId === station.id),
          })),
          nowMs,
        ),
      ],
      events: [
        event(playerChannel(player.id), 'player.state_changed', {
          rev,
          turns: presentTurns({ ...turns, state: after }),
        }),
        event(
          playerChannel(player.id),
          'map.discovered',
          { regionName: here.region.name, version: String(learned.version), rows: null },
          `map ${here.region.name}`,
        ),
        event(playerChannel(player.id), 'sector.updated', { sectorId: here.id, parts: ['warps'] }),
      ],
      reply: {
        rev,
        mode: body.mode,
        sectorId: here.id,
        range,
        turns: { spent: cost, left: after.turns },
        sectors: seen.scanned.flatMap(({ sectorId, isObscured }) => {
          const sector = atlas.sector(sectorId);
          const knowledge = knowledgeOf(atlas, learned.charts, knownWarps);
          return sector === undefined
            ? []
            : [presentScanned(sector, { isObscured, knowledge, traffic: bandOf(sectorId) })];
        }),
        charted: learned.newlyCharted.length,
        tunnels: seen.revealed.flatMap((warpId) => {
          const warp = atlas.warp(warpId);
          const [from, to] = [atlas.sector(warp?.from ?? 0), atlas.sector(warp?.to ?? 0)];
          return from === undefined || to === undefined
            ? []
            : [{ warpId, from: from.id, to: to.id, fromNumber: from.number, toNumber: to.number }];
        }),
      },
    });
  });

/** One roll of 0..99 a player, tunnel and UTC day that nobody can predict and no repetition changes. */
const rollsOf =
  (deps: Deps, playerId: string, nowMs: number) =>
  (warpId: number): number => {
    const day = Math.floor(nowMs / DAY_MS);
    const digest = hmacSha256(deps.keys.economy, utf8(`tunnel|${playerId}|${warpId}|${day}`));
    return streamFromState(digest.slice(0, 16)).roll(100);
  };

const versionOf = (atlas: Atlas, learned: Learned, sectorId: number): bigint =>
  learned.charts.find(({ regionId }) => regionId === atlas.sector(sectorId)?.region.id)?.version ??
  learned.version;

const presentScanned = (
  sector: AtlasSector,
  seen: {
    readonly isObscured: boolean;
    readonly knowledge: Knowledge;
    readonly traffic: ScannedView['traffic'];
  },
): ScannedView => {
  return {
    sectorId: sector.id,
    number: sector.number,
    code: sector.code,
    regionName: sector.region.name,
    name: sector.name,
    type: sector.type,
    hazard: sector.hazard,
    isObscured: seen.isObscured,
    traffic: seen.traffic,
    planets: seen.knowledge.showsContents(sector.id) ? sector.planets.length : null,
    station: presentKnownStation(sector, seen.knowledge),
  };
};
