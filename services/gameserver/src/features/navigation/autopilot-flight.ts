import { createHash } from 'node:crypto';
import type { BodyOf } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { AutopilotStop, PlottedCourse } from '@sw/rules';
import { AUTOPILOT_TIME_BOX_MS, autopilotStop, effectiveStats } from '@sw/rules';
import { AppError, isAppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { IdempotencyClaim } from '../../http/request-context.ts';
import type { Navigator } from '../courses/index.ts';
import { findCourseFor, readNavigator } from '../courses/index.ts';
import { findSeenAt } from '../knowledge/index.ts';
import { buildOf, settledTurnsOf } from '../player/index.ts';
import { countContacts } from '../presence/index.ts';
import { plannedToll } from '../region-entry/index.ts';
import type { MoveReply } from './move.service.ts';
import { decodeMoveReply, moveShip } from './move.service.ts';

/** Where a flight leads and how its course is chosen. */
export interface Destination {
  readonly to: number;
  readonly routeId: string | null;
  readonly objective: 'turns' | 'hops' | 'safe';
  readonly avoid: number[];
  /** Sectors to pass on the way, in their order. */
  readonly via: number[];
}

/** Who flies on which orders. */
export interface FlightPlan {
  readonly playerId: string;
  readonly orders: BodyOf<(typeof PLAYER_ENDPOINTS)['autopilot']>;
  readonly destination: Destination;
  readonly idempotency: IdempotencyClaim | null;
  readonly nowMs: number;
}

/** What a flight came to. */
export interface Flight {
  readonly hops: readonly MoveReply[];
  readonly stop: AutopilotStop;
  readonly turnsLeft: number;
}

type Hop = PlottedCourse['hops'][number];
type NextHop = { readonly hop: Hop } | 'no_route' | null;

/** The state before one hop. */
interface Moment {
  readonly plan: FlightPlan;
  readonly navigator: Navigator;
  readonly next: NextHop;
  readonly hops: readonly MoveReply[];
  readonly elapsedMs: number;
  readonly atMs: number;
}

/**
 * Flies hop by hop until something stops the flight; nothing is locked between two hops. Refuses a flight that
 * cannot begin: `already_there`, `no_route`, `insufficient_turns`, and what a first move refuses.
 */
export const fly = async (deps: Deps, plan: FlightPlan): Promise<Flight> => {
  const startedMs = deps.clock();
  const hops: MoveReply[] = [];
  const via = [...plan.destination.via];
  for (;;) {
    const atMs = hops.length === 0 ? plan.nowMs : deps.clock();
    const navigator = await readNavigator(deps, plan.playerId);
    while (via[0] === navigator.ship.sectorId) via.shift();
    const next = nextHop(deps, navigator, { ...plan.destination, via });
    const moment = { plan, navigator, next, hops, elapsedMs: atMs - startedMs, atMs };
    if (hops.length === 0) assertCanBegin(moment);
    const stop = await stopReason(deps, moment);
    const outcome = stop === null ? await hopOnce(deps, moment) : { stop };
    if ('stop' in outcome) return { hops, stop: outcome.stop, turnsLeft: turnsOf(navigator, atMs) };
    hops.push(outcome.reply);
  }
};

const turnsOf = ({ player }: Navigator, nowMs: number): number => settledTurnsOf(player, nowMs).state.turns;

const nextHop = (deps: Deps, navigator: Navigator, destination: Destination): NextHop => {
  const { to, via, objective, avoid } = destination;
  if (navigator.ship.sectorId === to && via.length === 0) return null;
  try {
    // Only the leg to the next waypoint matters for the next hop.
    const leg = { to: via[0] ?? to, via: [], objective, avoid, useGates: true };
    const [hop] = findCourseFor(deps, navigator, leg).hops;
    return hop === undefined ? null : { hop };
  } catch (error) {
    if (isAppError(error) && error.code === 'no_route') return 'no_route';
    throw error;
  }
};

const assertCanBegin = ({ navigator, next, atMs }: Moment): void => {
  if (next === null) throw new AppError('already_there');
  if (next === 'no_route') throw new AppError('no_route');
  const have = turnsOf(navigator, atMs);
  if (have < next.hop.cost) throw new AppError('insufficient_turns', { need: next.hop.cost, have });
};

const stopReason = async (deps: Deps, moment: Moment): Promise<AutopilotStop | null> => {
  const { plan, navigator, next, hops, atMs } = moment;
  const { orders } = plan;
  const { ship } = navigator;
  const here = deps.atlas().sector(ship.sectorId);
  const lastSectorId = hops.at(-1)?.sector.id;
  return autopilotStop(
    {
      hopsDone: hops.length,
      turnsSpent: hops.reduce((sum, hop) => sum + hop.turns.spent, 0),
      tollSpent: hops.reduce((sum, hop) => sum + hop.toll, 0n),
      elapsedMs: Math.min(moment.elapsedMs, AUTOPILOT_TIME_BOX_MS),
      turnsLeft: turnsOf(navigator, atMs),
      hull: ship.hull,
      maxHull: effectiveStats(buildOf(ship)).maxHull,
      isShipLost: ship.status === 'destroyed',
      wasAttacked: false,
      hasPositionChanged: lastSectorId !== undefined && lastSectorId !== ship.sectorId,
      here: {
        hasPlayer: await hasCompany(deps, moment),
        hasForces: false,
        hasStation: (here?.stations.length ?? 0) > 0,
      },
    },
    next === null || next === 'no_route' ? next : await lookAhead(deps, moment, next.hop),
    {
      maxHops: orders.maxHops,
      ...(orders.maxTurns === undefined ? {} : { maxTurns: orders.maxTurns }),
      ...(orders.maxTollTotal === undefined ? {} : { maxTollTotal: orders.maxTollTotal }),
      crossRegions: orders.crossRegions,
      stopOn: orders.stopOn,
      minHullPct: orders.minHullPct,
    },
    atMs,
  );
};

const hasCompany = async (deps: Deps, { plan, navigator, hops }: Moment): Promise<boolean> => {
  if (hops.length === 0 || !plan.orders.stopOn.includes('player')) return false;
  const [count] = await countContacts(deps.db.sql, navigator.ship.sectorId, plan.playerId);
  return (count?.n ?? 0) > 0;
};

const lookAhead = async (deps: Deps, { plan, navigator }: Moment, hop: Hop) => {
  const atlas = deps.atlas();
  const isStaleWatched = plan.orders.stopOn.includes('stale');
  const [seen] = isStaleWatched ? await findSeenAt(deps.db.sql, plan.playerId, hop.to) : [];
  return {
    cost: hop.cost,
    toll: tollOf(deps, navigator, hop),
    crossesRegion: atlas.sector(hop.to)?.region !== atlas.sector(navigator.ship.sectorId)?.region,
    hazard: hop.hazard,
    seenAtMs: seen?.seenAt.getTime() ?? null,
    hasHostileDrones: false,
  };
};

/** What he was told the hop costs: a toll that was raised since stops the flight. */
const tollOf = (deps: Deps, { ship, player }: Navigator, hop: Hop): bigint =>
  plannedToll(deps.atlas(), ship.sectorId, hop.to, player.userId);

/** Refusals of a hop that end a flight quietly once it is under way. */
const QUIET: Readonly<Record<string, AutopilotStop>> = {
  position_changed: 'position_changed',
  insufficient_turns: 'insufficient_turns',
  no_warp: 'no_route',
  must_undock: 'position_changed',
  toll_changed: 'toll_limit',
  region_closed: 'no_route',
  region_unavailable: 'no_route',
};

const hopOnce = async (
  deps: Deps,
  { plan, navigator, next, hops, atMs }: Moment,
): Promise<{ reply: MoveReply } | { stop: AutopilotStop }> => {
  if (next === null || next === 'no_route') throw new Error('the autopilot had nowhere to fly');
  const index = hops.length;
  try {
    const reply = await moveShip(deps, {
      endpoint: PLAYER_ENDPOINTS.move,
      idempotency: hopClaim(plan.idempotency, index),
      nowMs: atMs,
      playerId: plan.playerId,
      body: {
        to: next.hop.to,
        warpId: next.hop.warpId,
        maxCost: next.hop.cost,
        maxToll: tollOf(deps, navigator, next.hop),
      },
      autopilot: { isFirst: index === 0, from: navigator.ship.sectorId },
    });
    return { reply: decodeMoveReply(reply) };
  } catch (error) {
    const stop = index > 0 && isAppError(error) ? QUIET[error.code] : undefined;
    if (stop === undefined) throw error;
    return { stop };
  }
};

/** The key of one hop: derived, so that a repeated call finds the hops it has flown. */
const hopClaim = (claim: IdempotencyClaim | null, index: number): IdempotencyClaim | null => {
  if (claim === null) return null;
  const hash = createHash('sha256').update(`${claim.key} hop ${index}`).digest('hex');
  const key = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { ...claim, key, route: `${claim.route} hop ${index}` };
};
