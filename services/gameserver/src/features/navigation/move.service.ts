import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { moveReply } from '@sw/contracts';
import type { MoveOutcome } from '@sw/rules';
import { applyMove, checkMove, resolveLegs, turnCap, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Command, CommandRequest } from '../../http/command.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { findCourse, moveContextOf, moveStateOf, passWaypoint } from '../courses/index.ts';
import type { Discovered, FrontierRow } from '../exploration/index.ts';
import { discover, frontierLocks } from '../exploration/index.ts';
import type { ChainAdvance } from '../first-ship/index.ts';
import { advanceChain, findChain } from '../first-ship/index.ts';
import { beginJourney } from '../journeys/index.ts';
import type { Learned } from '../knowledge/index.ts';
import { findCharts, findKnownWarps, knowledgeOf, learnArrival, writeLearned } from '../knowledge/index.ts';
import type { CargoRow, PlayerRow, SettledTurns, ShipRow } from '../player/index.ts';
import {
  lockActiveShip,
  lockPlayer,
  presentLocation,
  presentPlayer,
  presentSectorSummary,
  presentShip,
  presentTurns,
  settledTurnsOf,
  writeShipMove,
  writeTurns,
} from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import type { EntryRow } from '../region-entry/index.ts';
import { entryOf, gatedRegion, lockEntry } from '../region-entry/index.ts';
import { carryTow } from '../towing/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { AutopilotHop } from './autopilot-guard.ts';
import { extendAutopilot, refuseAutopilotHop } from './autopilot-guard.ts';
import { discoveryEvents, isWayKnown, presentDiscovered, rankedPlayer } from './discovery.presenter.ts';
import { cargoToService, kitsIn, takeKit, withoutKit } from './kit-service.ts';

type Move = (typeof PLAYER_ENDPOINTS)['move'];
export type MoveReply = ReplyOf<Move>;

export interface MoveRequest extends CommandRequest<Move> {
  readonly playerId: string;
  readonly body: BodyOf<Move>;
  /** Set when the autopilot flies: what must hold under the lock, and until when it flies on. */
  readonly autopilot?: AutopilotHop;
}

/**
 * Flies one warp in one transaction of two flushes (rule book, world 8.3): lock player and ship, let the
 * rules decide, keep turns, ship, knowledge and events together.
 */
export const moveShip = (deps: Deps, request: MoveRequest): Promise<RawReply> =>
  runCommand(deps, request, async (command) => {
    const { playerId, body, nowMs } = request;
    const atlas = deps.atlas();
    const { sql } = command;
    const edge = edgeLocks(sql, atlas, request);
    const [players, ships, charts, knownWarps, chains, courses, ...rest] = await command.load(
      lockPlayer(sql, playerId),
      lockActiveShip(sql, playerId),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
      findChain(sql, playerId),
      findCourse(sql, playerId),
      ...edge.statements,
      lockBalances(sql, [walletOf(playerId)]),
    );
    const { frontier, entry, balanceRows } = edge.read(rest);
    const [player] = players;
    const [ship] = ships;
    if (player === undefined) throw new AppError('not_found');
    if (request.autopilot !== undefined) refuseAutopilotHop(request.autopilot, player, ship, nowMs);

    const balances = balancesOf(balanceRows);
    const credits = balances.get(walletOf(playerId)) ?? 0n;
    const knowledge = knowledgeOf(atlas, charts, knownWarps);
    const cargo = await cargoToService(command, ship);
    const state = {
      ...moveStateOf(
        atlas,
        { player, ship, credits, entry: entryOf(entry, player.userId) },
        knowledge,
        body.to,
        nowMs,
      ),
      kits: kitsIn(cargo),
    };
    const context = moveContextOf(deps.random, nowMs);
    const moveCommand = {
      to: body.to,
      ...(body.warpId === undefined ? {} : { warpId: body.warpId }),
      ...(body.maxCost === undefined ? {} : { maxCost: body.maxCost }),
      ...(body.maxToll === undefined ? {} : { maxToll: body.maxToll }),
    };
    assertAllowed(checkMove(state, moveCommand, context));
    const outcome = applyMove(state, moveCommand, context);
    const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
    const target = atlas.sector(body.to);
    if (ship === undefined || here === undefined || target === undefined) throw new AppError('not_found');

    if (target.region.isRemote) {
      return beginJourney(deps, command, {
        player,
        ship,
        here,
        target,
        warp: outcome.warp,
        turnsLeft: settledTurnsOf(player, nowMs).state.turns,
        maxToll: body.maxToll,
        maxCost: body.maxCost,
        nowMs,
      });
    }

    const learned = learnArrival(atlas, charts, body.to, outcome.charted);
    const discovered = discover(sql, atlas, {
      player,
      sector: target,
      charts,
      learned,
      frontier,
      nowMs,
    });
    const facts =
      courses[0]?.toSectorId === body.to ? [{ type: 'course_flown' as const, hops: courses[0].hops }] : [];
    const chain = advanceChain(sql, chains[0], facts, { atlas, playerId, nowMs });
    const parties = { playerId, regionId: target.region.id, stationId: '' };
    const trail = { nowMs, playerId, regionId: target.region.id };
    const wallet = outcome.credits + chain.reward + discovered.credits;
    deps.metrics.economy.turnsSpent.inc({ action: 'move' }, outcome.cost);

    return keepMove(command, {
      atlas,
      request,
      player,
      ship,
      cargo,
      here,
      target,
      outcome,
      learned,
      discovered,
      chain,
      wallet,
      tow: await carryTow(command, atlas, ship, target, nowMs),
      course: passWaypoint(sql, playerId, courses[0], body.to),
      credits,
      turns: settledTurnsOf(player, nowMs),
      ledger: [
        ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, {
          ...trail,
          refType: 'warp',
          refId: String(outcome.warp.id),
        }),
        ...postTransfers(sql, chain.transfers, balances, {
          ...trail,
          refType: 'first_ship',
          refId: playerId,
        }),
        ...postTransfers(sql, resolveLegs(discovered.legs, parties), balances, {
          ...trail,
          refType: 'sector',
          refId: String(target.id),
        }),
      ],
    });
  });

type BalanceRows = Parameters<typeof balancesOf>[0];

/** The locks a move needs where something is to be discovered, or a region to be entered; and their answers. */
const edgeLocks = (sql: Command<Move>['sql'], atlas: Atlas, { playerId, body, nowMs }: MoveRequest) => {
  const frontier = frontierLocks(sql, atlas, playerId, body.to, nowMs);
  const gate = gatedRegion(atlas, body.to);
  const first = <T>(rows: unknown): T | undefined => (rows as readonly T[])[0];
  return {
    statements: [...frontier, ...(gate === null ? [] : [lockEntry(sql, gate.id, playerId)])],
    read: (rest: readonly unknown[]) => ({
      frontier: frontier.length === 0 ? undefined : first<FrontierRow>(rest[0]),
      entry: gate === null ? undefined : first<EntryRow>(rest.at(-2)),
      balanceRows: rest.at(-1) as BalanceRows,
    }),
  };
};

interface Moved {
  readonly atlas: Atlas;
  readonly request: MoveRequest;
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  /** The hold, where a module may take a kit out of it. */
  readonly cargo: readonly CargoRow[];
  readonly here: AtlasSector;
  readonly target: AtlasSector;
  readonly outcome: MoveOutcome;
  readonly learned: Learned;
  readonly discovered: Discovered;
  readonly chain: ChainAdvance;
  readonly wallet: bigint;
  /** What brings a ship in tow along. */
  readonly tow: Awaited<ReturnType<typeof carryTow>>;
  readonly course: ReturnType<typeof passWaypoint>;
  /** What he had before. */
  readonly credits: bigint;
  readonly turns: SettledTurns;
  readonly ledger: ReturnType<typeof postTransfers>;
}

const keepMove = (command: Command<Move>, moved: Moved): Promise<RawReply> => {
  const { request, player, ship, target, outcome, learned, turns } = moved;
  const { sql } = command;
  const reply = presentMove(moved);
  return command.save({
    writes: [
      ...writeTurns(sql, {
        playerId: player.id,
        before: turns.before,
        after: outcome.turns,
        spent: outcome.cost,
        reason: 'move',
        refType: 'warp',
        refId: String(outcome.warp.id),
        regionId: target.region.id,
        nowMs: request.nowMs,
      }),
      ...(request.autopilot === undefined ? [] : [extendAutopilot(sql, player.id, request.nowMs)]),
      writeShipMove(sql, ship.id, target.id, target.region.id, {
        hull: outcome.ship.hull,
        shields: outcome.ship,
        condition: outcome.ship,
        fault: outcome.ship.fault,
      }),
      ...(outcome.kitsUsed === 0 ? [] : takeKit(sql, ship.id)),
      ...writeLearned(sql, player.id, target.id, learned, request.nowMs),
      ...moved.discovered.writes,
      ...moved.chain.writes,
      ...moved.course,
      ...moved.tow,
      ...moved.ledger,
    ],
    events: moveEvents(moved, reply.rev),
    reply,
  });
};

const presentMove = ({ player, here, target, outcome, learned, discovered }: Moved): MoveReply => ({
  rev: Number(player.rev) + 1,
  sector: presentSectorSummary(target),
  warp: { id: outcome.warp.id, kind: outcome.warp.kind, from: here.id, to: target.id },
  turns: { spent: outcome.cost, left: outcome.turns.turns },
  toll: outcome.toll,
  hull: { before: outcome.hullBefore, after: outcome.ship.hull, shields: outcome.ship.shields },
  events: [
    ...(outcome.toll > 0n ? [{ type: 'toll' as const, amount: outcome.toll }] : []),
    ...outcome.events.flatMap((happened) =>
      happened.type === 'player.hazard'
        ? [
            {
              type: 'hazard' as const,
              damage: happened.damage,
              hull: happened.hull,
              shields: happened.shields,
            },
          ]
        : [],
    ),
  ],
  discovered: presentDiscovered(learned, discovered),
  region: here.region === target.region ? null : target.region.name,
});

/** Who is told of a move: the sector left, the sector entered, and the player himself in both tabs. */
const moveEvents = (moved: Moved, rev: number): OutboxEvent[] => {
  const { atlas, player, ship, here, target, outcome, learned, turns, request, chain, wallet, discovered } =
    moved;
  const own = playerChannel(player.id);
  const after = {
    ...ship,
    sectorId: target.id,
    regionId: target.region.id,
    fault: outcome.ship.fault,
    cargoUsed: ship.cargoUsed - outcome.kitsUsed,
  };
  return [
    event(sectorChannel(here.id), 'presence.left', {
      playerId: player.id,
      shipId: ship.id,
      name: player.callsign ?? '',
      to: isWayKnown(here, target) ? target.code : null,
    }),
    membership(player.id, { sectorId: target.id, regionName: target.region.name, rev }),
    event(
      sectorChannel(target.id),
      'presence.entered',
      presentArrival(player, ship, 'in_space', isWayKnown(target, here) ? here.code : null, request.nowMs),
    ),
    event(own, 'player.state_changed', {
      rev,
      turns: presentTurns({
        state: outcome.turns,
        cap: turnCap(discovered.rankLevel),
        multiplierBp: turns.multiplierBp,
      }),
      location: presentLocation(
        atlas,
        after,
        request.autopilot === undefined ? null : new Date(request.nowMs),
      ),
      ship: presentShip(after, {
        hull: outcome.ship.hull,
        shields: outcome.ship.shields,
        conditionMilli: outcome.ship.conditionMilli,
        version: ship.version + 1,
      }),
      ...(outcome.kitsUsed === 0 ? {} : { cargo: withoutKit(moved.cargo) }),
      ...(wallet === moved.credits ? {} : { credits: wallet }),
      ...(discovered.rankPoints === 0 && discovered.promotedTo === null
        ? {}
        : { player: presentPlayer(rankedPlayer(player, discovered), request.nowMs) }),
      ...(chain.view(wallet) === undefined ? {} : { chain: chain.view(wallet) }),
    }),
    event(own, 'player.moved', {
      sector: presentSectorSummary(target),
      turns: outcome.turns.turns,
      cause: request.autopilot === undefined ? 'move' : 'autopilot',
    }),
    ...outcome.events.flatMap((happened) =>
      happened.type === 'player.hazard'
        ? [
            event(own, 'player.hazard', {
              cause: happened.cause,
              damage: happened.damage,
              hull: happened.hull,
              shields: happened.shields,
            }),
          ]
        : [],
    ),
    event(
      own,
      'map.discovered',
      { regionName: target.region.name, version: String(learned.version), rows: null },
      `map ${target.region.name}`,
    ),
    ...discoveryEvents(player.id, target, learned, discovered),
  ];
};

/** The answer of a move as code sees it, from a fresh or a stored reply. */
export const decodeMoveReply = (reply: RawReply): MoveReply =>
  z.decode(moveReply, JSON.parse(String(reply.body)));
