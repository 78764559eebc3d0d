import { createHash } from 'node:crypto';
import type { BodyOf, ReplyOf } from '@sw/contracts';
import { autopilot, PLAYER_ENDPOINTS } from '@sw/contracts';
import type { AutopilotStop, PlottedCourse } from '@sw/rules';
import { AUTOPILOT_TIME_BOX_MS, autopilotStop, effectiveStats } from '@sw/rules';
import { AppError, isAppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { RawReply } from '../../http/raw-reply.ts';
import type { IdempotencyClaim, RequestContext } from '../../http/request-context.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, insertOutboxRow, playerChannel } from '../../realtime/outbox.ts';
import type { Navigator } from '../courses/index.ts';
import { findCourse, findCourseFor, readNavigator } from '../courses/index.ts';
import { findSeenAt } from '../knowledge/index.ts';
import { buildOf, settledTurnsOf } from '../player/index.ts';
import { countContacts } from '../presence/index.ts';
import { clearAutopilot } from './autopilot-guard.ts';
import type { MoveReply } from './move.service.ts';
import { decodeMoveReply, moveShip } from './move.service.ts';

type Autopilot = (typeof PLAYER_ENDPOINTS)['autopilot'];
type Orders = BodyOf<Autopilot>;
type Answer = ReplyOf<Autopilot>;

/**
 * Flies a course hop by hop: every hop is an ordinary move in a transaction of its own, with a key derived
 * from the key of the call. A repeated call therefore never flies a hop twice.
 */
export const flyAutopilot = async (deps: Deps, context: RequestContext<Autopilot>): Promise<RawReply> => {
  const stored = await findStoredAnswer(deps, context.idempotency);
  if (stored !== null) return stored;
  const { playerId } = context.caller;
  const destination = await destinationOf(deps, playerId, context.body);
  const flight = await fly(deps, context, destination);
  const answer: Answer = {
    completed: flight.stop === 'arrived',
    stoppedBecause: flight.stop === 'arrived' ? null : flight.stop,
    hops: flight.hops,
    turnsLeft: flight.turnsLeft,
    remainingRouteId: flight.stop === 'arrived' ? null : destination.routeId,
  };
  return keepAnswer(deps, context, answer);
};

interface Destination {
  readonly to: number;
  readonly routeId: string | null;
  readonly objective: 'turns' | 'hops' | 'safe';
  readonly avoid: number[];
}

const destinationOf = async (deps: Deps, playerId: string, body: Orders): Promise<Destination> => {
  const [course] = await findCourse(deps.db.sql, playerId);
  if (body.routeId !== undefined) {
    if (course?.routeId !== body.routeId) throw new AppError('not_found');
    return {
      to: course.toSectorId,
      routeId: course.routeId,
      objective: course.objective,
      avoid: course.avoid,
    };
  }
  if (body.to === undefined) {
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/to', code: 'invalid_type', message: 'name to or routeId' }] },
    );
  }
  const isSame = course?.toSectorId === body.to;
  return {
    to: body.to,
    routeId: isSame ? course.routeId : null,
    objective: isSame ? course.objective : 'turns',
    avoid: isSame ? course.avoid : [],
  };
};

interface Flight {
  readonly hops: MoveReply[];
  readonly stop: AutopilotStop;
  readonly turnsLeft: number;
}

const fly = async (
  deps: Deps,
  context: RequestContext<Autopilot>,
  destination: Destination,
): Promise<Flight> => {
  const { nowMs } = context;
  const { playerId } = context.caller;
  const startedMs = deps.clock();
  const hops: MoveReply[] = [];
  let spent = 0;
  for (;;) {
    const atMs = hops.length === 0 ? nowMs : deps.clock();
    const navigator = await readNavigator(deps, playerId);
    if (navigator.ship.sectorId !== (hops.at(-1)?.sector.id ?? navigator.ship.sectorId)) {
      return { hops, stop: 'position_changed', turnsLeft: turnsOf(navigator, atMs) };
    }
    if (hops.length === 0 && navigator.ship.sectorId === destination.to) throw new AppError('already_there');
    const next = await nextHop(deps, navigator, destination);
    const stop = await stopReason(deps, {
      context,
      navigator,
      next,
      hops,
      spent,
      elapsedMs: atMs - startedMs,
      atMs,
    });
    if (stop !== null) {
      if (hops.length === 0 && (stop === 'insufficient_turns' || stop === 'no_route'))
        throw refusalOfStart(stop, navigator, next, atMs);
      return { hops, stop, turnsLeft: turnsOf(navigator, atMs) };
    }
    if (next === null || next === 'no_route') throw new Error('the autopilot had nowhere to fly');
    const moved = await hopOnce(deps, context, navigator, next.hop, hops.length, atMs);
    if ('stop' in moved) return { hops, stop: moved.stop, turnsLeft: turnsOf(navigator, atMs) };
    hops.push(moved.reply);
    spent += moved.reply.turns.spent;
  }
};

type Hop = PlottedCourse['hops'][number];

const nextHop = async (
  deps: Deps,
  navigator: Navigator,
  destination: Destination,
): Promise<{ hop: Hop } | 'no_route' | null> => {
  if (navigator.ship.sectorId === destination.to) return null;
  try {
    const course = findCourseFor(deps, navigator, {
      to: destination.to,
      objective: destination.objective,
      avoid: destination.avoid,
      useGates: true,
    });
    const [hop] = course.hops;
    return hop === undefined ? null : { hop };
  } catch (error) {
    if (isAppError(error) && error.code === 'no_route') return 'no_route';
    throw error;
  }
};

interface Moment {
  readonly context: RequestContext<Autopilot>;
  readonly navigator: Navigator;
  readonly next: { hop: Hop } | 'no_route' | null;
  readonly hops: readonly MoveReply[];
  readonly spent: number;
  readonly elapsedMs: number;
  readonly atMs: number;
}

const stopReason = async (deps: Deps, moment: Moment): Promise<AutopilotStop | null> => {
  const { context, navigator, next, hops, spent } = moment;
  const { body } = context;
  const { ship } = navigator;
  const atlas = deps.atlas();
  const here = atlas.sector(ship.sectorId);
  const watchesPlayers = body.stopOn.includes('player') && hops.length > 0;
  const contacts = watchesPlayers
    ? await countContacts(deps.db.sql, ship.sectorId, context.caller.playerId)
    : [];
  const isHop = next !== null && next !== 'no_route';
  const seen = isHop ? await findSeenAt(deps.db.sql, context.caller.playerId, next.hop.to) : [];
  return autopilotStop(
    {
      hopsDone: hops.length,
      turnsSpent: spent,
      tollSpent: 0n,
      elapsedMs: Math.min(moment.elapsedMs, AUTOPILOT_TIME_BOX_MS),
      turnsLeft: turnsOf(navigator, moment.atMs),
      hull: ship.hull,
      maxHull: effectiveStats(buildOf(ship)).maxHull,
      isShipLost: ship.status === 'destroyed',
      wasAttacked: false,
      hasPositionChanged: false,
      here: {
        hasPlayer: (contacts[0]?.n ?? 0) > 0,
        hasForces: false,
        hasStation: (here?.stations.length ?? 0) > 0,
      },
    },
    isHop
      ? {
          cost: next.hop.cost,
          toll: 0n,
          crossesRegion: atlas.sector(next.hop.to)?.region !== here?.region,
          hazard: next.hop.hazard,
          seenAtMs: seen[0]?.seenAt.getTime() ?? null,
          hasHostileDrones: false,
        }
      : next,
    {
      maxHops: body.maxHops,
      ...(body.maxTurns === undefined ? {} : { maxTurns: body.maxTurns }),
      ...(body.maxTollTotal === undefined ? {} : { maxTollTotal: body.maxTollTotal }),
      crossRegions: body.crossRegions,
      stopOn: body.stopOn,
      minHullPct: body.minHullPct,
    },
    moment.atMs,
  );
};

const turnsOf = ({ player }: Navigator, nowMs: number): number => settledTurnsOf(player, nowMs).state.turns;

const refusalOfStart = (
  stop: 'insufficient_turns' | 'no_route',
  navigator: Navigator,
  next: Moment['next'],
  atMs: number,
): AppError => {
  if (stop === 'no_route' || next === null || next === 'no_route') return new AppError('no_route');
  return new AppError('insufficient_turns', { need: next.hop.cost, have: turnsOf(navigator, atMs) });
};

/** Refusals of a hop that end the flight quietly once it is under way. */
const QUIET: Readonly<Record<string, AutopilotStop>> = {
  position_changed: 'position_changed',
  insufficient_turns: 'insufficient_turns',
  no_warp: 'no_route',
  must_undock: 'position_changed',
};

const hopOnce = async (
  deps: Deps,
  context: RequestContext<Autopilot>,
  navigator: Navigator,
  hop: Hop,
  index: number,
  nowMs: number,
): Promise<{ reply: MoveReply } | { stop: AutopilotStop }> => {
  try {
    const reply = await moveShip(deps, {
      endpoint: PLAYER_ENDPOINTS.move,
      idempotency: hopClaim(context.idempotency, index),
      nowMs,
      playerId: context.caller.playerId,
      body: { to: hop.to, warpId: hop.warpId, maxCost: hop.cost },
      autopilot: { isFirst: index === 0, from: navigator.ship.sectorId },
    });
    return { reply: decodeMoveReply(reply) };
  } catch (error) {
    const stop = index > 0 && isAppError(error) ? QUIET[error.code] : undefined;
    if (stop === undefined) throw error;
    return { stop };
  }
};

const hopClaim = (claim: IdempotencyClaim | null, index: number): IdempotencyClaim | null => {
  if (claim === null) return null;
  const hash = createHash('sha256').update(`${claim.key} hop ${index}`).digest('hex');
  const key = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { ...claim, key, route: `${claim.route} hop ${index}` };
};

const findStoredAnswer = async (deps: Deps, claim: IdempotencyClaim | null): Promise<RawReply | null> => {
  if (claim === null) return null;
  const [row] = await deps.db.sql<
    { route: string; bodySha256: Uint8Array; status: number | null; response: string | null }[]
  >`
    SELECT route, body_sha256, status, response FROM idempotency_keys WHERE user_id = ${claim.userId} AND key = ${claim.key}`;
  if (row === undefined) return null;
  if (row.route !== claim.route || !claim.bodySha256.equals(row.bodySha256))
    throw new AppError('idempotency_mismatch');
  if (row.response === null) return null;
  return new RawReply(row.response, { 'idempotent-replay': 'true' }, row.status ?? undefined);
};

const keepAnswer = async (
  deps: Deps,
  context: RequestContext<Autopilot>,
  answer: Answer,
): Promise<RawReply> => {
  const { idempotency: claim, nowMs } = context;
  const { playerId } = context.caller;
  const response = JSON.stringify(z.encode(autopilot.reply, answer));
  const events: OutboxEvent[] = [
    event(playerChannel(playerId), 'autopilot.progress', {
      hop: answer.hops.length,
      sectorId: answer.hops.at(-1)?.sector.id ?? 1,
      stoppedBecause: answer.stoppedBecause,
    }),
  ];
  await deps.db.write((sql) => [
    clearAutopilot(sql, playerId),
    ...(claim === null
      ? []
      : [
          sql`INSERT INTO idempotency_keys (user_id, key, route, body_sha256, status, response, created_at)
              VALUES (${claim.userId}, ${claim.key}, ${claim.route}, ${claim.bodySha256}, 200, ${response}, ${new Date(nowMs)})
              ON CONFLICT DO NOTHING`,
        ]),
    ...(answer.hops.length === 0 ? [] : [insertOutboxRow(sql, deps.processId, nowMs, events)]),
  ]);
  if (answer.hops.length > 0) deps.outbox.committed(events);
  return new RawReply(response);
};
