import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import {
  checkRecall,
  exitsOf,
  RECALL_COOLDOWN_MS,
  resolveLegs,
  spendTurns,
  TURN_COSTS,
  turnCap,
  walletOf,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { discover, findCooldowns, writeCooldown } from '../exploration/index.ts';
import { findCharts, findKnownWarps, knowledgeOf, learnArrival, writeLearned } from '../knowledge/index.ts';
import {
  lockActiveShip,
  lockPlayer,
  presentLocation,
  presentPlayer,
  presentSectorSummary,
  presentShip,
  presentTurns,
  settledShipOf,
  settledTurnsOf,
  writeShipMove,
  writeTurns,
} from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import { dropTow } from '../towing/index.ts';
import { discoveryEvents, presentDiscovered, rankedPlayer } from './discovery.presenter.ts';
import { recallStateOf, recallTargetOf } from './recall-state.ts';

type Recall = (typeof PLAYER_ENDPOINTS)['recall'];

/** Brings a ship back to the capital or the nearest hub for 75 turns (rule book, world 8.9): nobody is stranded. */
export const recallShip = (deps: Deps, context: RequestContext<Recall>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, nowMs } = context;
    const { sql } = command;
    const atlas = deps.atlas();
    const wallet = walletOf(caller.playerId);
    const [players, ships, charts, knownWarps, cooldowns, balanceRows] = await command.load(
      lockPlayer(sql, caller.playerId),
      lockActiveShip(sql, caller.playerId),
      findCharts(sql, caller.playerId),
      findKnownWarps(sql, caller.playerId),
      findCooldowns(sql, caller.playerId),
      lockBalances(sql, [wallet]),
    );
    const [player] = players;
    const [ship] = ships;
    const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
    const target = here === undefined ? undefined : recallTargetOf(atlas, here);
    if (player === undefined || ship === undefined || here === undefined || target === undefined)
      throw new AppError('not_found');
    assertAllowed(checkRecall(recallStateOf(atlas, { player, ship, cooldowns }, here, nowMs), nowMs));

    const cost = TURN_COSTS.emergency_recall;
    const turns = settledTurnsOf(player, nowMs);
    const after = spendTurns(turns.state, cost);
    const live = settledShipOf(ship, here.type, nowMs);
    const { hiddenWarps } = knowledgeOf(atlas, charts, knownWarps);
    const learned = learnArrival(atlas, charts, target.id, exitsOf(atlas.graph, target.id, hiddenWarps));
    // A capital and a hub are known to everybody: nobody is the first of all to be recalled there.
    const discovered = discover(sql, atlas, {
      player,
      sector: target,
      charts,
      learned,
      frontier: undefined,
      nowMs,
    });
    const balances = balancesOf(balanceRows);
    const credits = (balances.get(wallet) ?? 0n) + discovered.credits;
    const rev = Number(player.rev) + 1;
    const own = playerChannel(player.id);
    const dropped = await dropTow(command, atlas, ship, nowMs);
    const arrived = {
      ...ship,
      towShipId: null,
      towType: null,
      sectorId: target.id,
      regionId: target.region.id,
    };
    deps.metrics.economy.turnsSpent.inc({ action: 'recall' }, cost);
    return command.save({
      writes: [
        ...writeTurns(sql, {
          playerId: player.id,
          before: turns.before,
          after,
          spent: cost,
          reason: 'recall',
          refType: 'sector',
          refId: String(target.id),
          regionId: target.region.id,
          nowMs,
        }),
        writeShipMove(sql, ship.id, target.id, target.region.id, {
          hull: ship.hull,
          shields: live.shields,
          condition: live.condition,
          fault: ship.fault,
        }),
        ...dropped.writes,
        writeCooldown(sql, player.id, 'recall', nowMs + RECALL_COOLDOWN_MS),
        ...writeLearned(sql, player.id, target.id, learned, nowMs),
        ...discovered.writes,
        ...postTransfers(sql, resolveLegs(discovered.legs, { playerId: player.id }), balances, {
          nowMs,
          playerId: player.id,
          regionId: target.region.id,
          refType: 'sector',
          refId: String(target.id),
        }),
      ],
      events: [
        event(sectorChannel(here.id), 'presence.left', {
          playerId: player.id,
          shipId: ship.id,
          name: player.callsign ?? '',
          to: null,
        }),
        membership(player.id, { sectorId: target.id, regionName: target.region.name, rev }),
        event(
          sectorChannel(target.id),
          'presence.entered',
          presentArrival(player, ship, 'in_space', null, nowMs),
        ),
        event(own, 'player.state_changed', {
          rev,
          turns: presentTurns({
            state: after,
            cap: turnCap(discovered.rankLevel),
            multiplierBp: turns.multiplierBp,
          }),
          location: presentLocation(atlas, arrived, null),
          ship: presentShip(arrived, {
            hull: ship.hull,
            shields: live.shields.shields,
            conditionMilli: live.condition.conditionMilli,
            version: ship.version + 1,
          }),
          ...(discovered.credits === 0n ? {} : { credits }),
          ...(discovered.rankPoints === 0
            ? {}
            : { player: presentPlayer(rankedPlayer(player, discovered), nowMs) }),
        }),
        event(own, 'player.moved', {
          sector: presentSectorSummary(target),
          turns: after.turns,
          cause: 'recall',
        }),
        event(
          own,
          'map.discovered',
          { regionName: target.region.name, version: String(learned.version), rows: null },
          `map ${target.region.name}`,
        ),
        ...dropped.events,
        ...discoveryEvents(player.id, target, learned, discovered),
      ],
      reply: {
        rev,
        sector: presentSectorSummary(target),
        turns: { spent: cost, left: after.turns },
        discovered: presentDiscovered(learned, discovered),
        nextAt: new Date(nowMs + RECALL_COOLDOWN_MS).toISOString(),
      },
    });
  });
