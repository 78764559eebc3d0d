import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import {
  applyDock,
  applyUndock,
  checkDock,
  checkUndock,
  resolveLegs,
  stationAccount,
  walletOf,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { advanceChain, findChain } from '../first-ship/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { findMarkets, findStation, rememberStation } from '../markets/index.ts';
import {
  lockActiveShip,
  lockPlayer,
  presentLocation,
  presentTurns,
  settledTurnsOf,
  touchPlayer,
  writeTurns,
} from '../player/index.ts';
import { dockingTowOf, loadTowed, moorTow, unmoorTow } from '../towing/index.ts';
import { dockStateOf } from './dock-state.ts';
import {
  findHasDocked,
  noteDocked,
  shareDockStation,
  writeDocked,
  writeFeeWaived,
  writeUndocked,
} from './docking.repository.ts';

type Dock = (typeof PLAYER_ENDPOINTS)['dock'];
type Undock = (typeof PLAYER_ENDPOINTS)['undock'];

const loadDocking = async (
  deps: Deps,
  command: Command<Dock | Undock>,
  playerId: string,
  stationId: string,
  nowMs: number,
) => {
  const atlasStation = deps.atlas().station(stationId);
  const sector = atlasStation === undefined ? undefined : deps.atlas().sector(atlasStation.sectorId);
  if (sector === undefined) throw new AppError('not_found');
  const { sql } = command;
  const [players, ships, stations, docked, chains, stored, markets, balanceRows] = await command.load(
    lockPlayer(sql, playerId),
    lockActiveShip(sql, playerId),
    shareDockStation(sql, stationId),
    findHasDocked(sql, playerId),
    findChain(sql, playerId),
    findStation(sql, stationId),
    findMarkets(sql, stationId),
    lockBalances(sql, [walletOf(playerId), stationAccount(stationId)]),
  );
  const [player] = players;
  const [ship] = ships;
  const [station] = stations;
  const [row] = stored;
  if (player === undefined || ship === undefined || station === undefined || row === undefined)
    throw new AppError('not_found');
  if (ship.sectorId !== sector.id) {
    const [charts, knownWarps] = await command.load(findCharts(sql, playerId), findKnownWarps(sql, playerId));
    const isKnown = knowledgeOf(deps.atlas(), charts, knownWarps).showsContents(sector.id);
    throw new AppError(isKnown ? 'not_in_sector' : 'not_found');
  }
  const balances = balancesOf(balanceRows);
  const credits = balances.get(walletOf(playerId)) ?? 0n;
  const towed = await loadTowed(command, deps.atlas(), ship, nowMs);
  const hasDocked = docked[0]?.hasDocked ?? false;
  const state = dockStateOf(
    { player, ship, station, credits, hasDocked, tow: dockingTowOf(towed) },
    sector,
    nowMs,
  );
  return {
    sector,
    player,
    ship,
    towed,
    station,
    seen: { station: row, markets },
    chain: chains[0],
    balances,
    state,
  };
};

/** Docks the active ship: one turn, the fee, prices remembered (rule book, economy 2.5). */
export const dockShip = (deps: Deps, context: RequestContext<Dock>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, params, nowMs } = context;
    const loaded = await loadDocking(
      deps,
      command as Command<Dock | Undock>,
      caller.playerId,
      params.id,
      nowMs,
    );
    const { sector, player, ship, towed, station, balances, state } = loaded;
    assertAllowed(checkDock(state, nowMs));
    const outcome = applyDock(state, nowMs);
    const { sql } = command;
    const at = new Date(nowMs);
    const chain = advanceChain(sql, loaded.chain, [{ type: 'docked', stationId: station.id }], {
      atlas: deps.atlas(),
      playerId: player.id,
      nowMs,
    });
    const wallet = outcome.credits + chain.reward;
    const turns = settledTurnsOf(player, nowMs);
    const after = { ...turns, state: outcome.turns };
    const rev = Number(player.rev) + 1;
    const trail = { nowMs, playerId: player.id, regionId: sector.region.id };
    const parties = { playerId: player.id, regionId: sector.region.id, stationId: station.id };
    const location = presentLocation(
      deps.atlas(),
      { ...ship, status: 'docked', stationId: station.id },
      null,
    );
    const events: OutboxEvent[] = [
      event(sectorChannel(sector.id), 'presence.updated', { playerId: player.id, state: 'docked' }),
      event(playerChannel(player.id), 'player.state_changed', {
        rev,
        credits: wallet,
        turns: presentTurns(after),
        location,
        ...(chain.view(wallet) === undefined ? {} : { chain: chain.view(wallet) }),
      }),
    ];
    deps.metrics.economy.turnsSpent.inc({ action: 'dock' }, 1);
    return command.save({
      writes: [
        ...writeTurns(sql, {
          playerId: player.id,
          before: turns.before,
          after: outcome.turns,
          spent: 1,
          reason: 'dock',
          refType: 'station',
          refId: station.id,
          regionId: sector.region.id,
          nowMs,
        }),
        ...(outcome.fee.reason === 'on_credit' ? [writeFeeWaived(sql, player.id, at)] : []),
        writeDocked(sql, ship.id, station.id, at),
        ...moorTow(sql, towed, station.id, at),
        noteDocked(sql, player.id, station.id, at),
        ...rememberStation(sql, deps.keys.economy, player, loaded.seen, nowMs),
        ...chain.writes,
        ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, {
          ...trail,
          refType: 'station',
          refId: station.id,
        }),
        ...postTransfers(sql, chain.transfers, balances, {
          ...trail,
          refType: 'first_ship',
          refId: player.id,
        }),
      ],
      events,
      reply: {
        rev,
        stationId: station.id,
        fee: outcome.fee.amount,
        feeWaived: outcome.fee.reason !== 'fee',
        turns: presentTurns(after),
        credits: wallet,
      },
    });
  });

/** Undocks the active ship; mooring is due after a long stay (rule book, economy 2.5). */
export const undockShip = (deps: Deps, context: RequestContext<Undock>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, params, nowMs } = context;
    const { sector, player, ship, towed, station, balances, state } = await loadDocking(
      deps,
      command as Command<Dock | Undock>,
      caller.playerId,
      params.id,
      nowMs,
    );
    assertAllowed(checkUndock(state));
    const outcome = applyUndock(state, nowMs);
    const { sql } = command;
    const rev = Number(player.rev) + 1;
    const trail = {
      nowMs,
      playerId: player.id,
      regionId: sector.region.id,
      refType: 'station',
      refId: station.id,
    };
    const parties = { playerId: player.id, regionId: sector.region.id, stationId: station.id };
    return command.save({
      writes: [
        touchPlayer(sql, player.id, nowMs),
        writeUndocked(sql, ship.id),
        ...unmoorTow(sql, towed, sector),
        ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, trail),
      ],
      events: [
        event(sectorChannel(sector.id), 'presence.updated', { playerId: player.id, state: 'in_space' }),
        // The place is the same, but the channel of the station is heard by docked players only.
        membership(player.id, { sectorId: sector.id, regionName: sector.region.name, rev }),
        event(playerChannel(player.id), 'player.state_changed', {
          rev,
          credits: outcome.credits,
          location: presentLocation(deps.atlas(), { ...ship, status: 'in_space', stationId: null }, null),
        }),
      ],
      reply: { rev, mooring: outcome.mooring, credits: outcome.credits },
    });
  });
