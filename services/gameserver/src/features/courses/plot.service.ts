import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Tx } from '@sw/db';
import type { CourseTable, PlottedCourse } from '@sw/rules';
import { affordableHops, availableAt, courseTable, isRefusal, joinCourses, plotCourse } from '@sw/rules';
import { AppError, isAppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { refusalError } from '../../http/command.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { findAvoided } from '../marks/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { findActiveShip, findPlayer, settledTurnsOf } from '../player/index.ts';
import { plannedToll } from '../region-entry/index.ts';
import type { Atlas } from '../universe/index.ts';
import { deleteCourse, findCourse, saveCourse } from './course.repository.ts';
import { movingShipOf } from './mover.ts';

type Plot = (typeof PLAYER_ENDPOINTS)['plot'];
type GetCourse = (typeof PLAYER_ENDPOINTS)['getCourse'];

/** Everything a search for courses of one player starts from. */
export interface Navigator {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly knowledge: Knowledge;
  /** Sectors every course of his goes round. */
  readonly avoided: readonly number[];
}

/** Reads who flies, in what, and what he knows: one moment, no lock. */
export const readNavigator = (deps: Deps, playerId: string): Promise<Navigator> =>
  deps.db.snapshot((tx) => loadNavigator(deps, tx, playerId));

/** The same inside a transaction that is open already. */
export const loadNavigator = async (
  deps: Deps,
  tx: Pick<Tx, 'sql' | 'load'>,
  playerId: string,
): Promise<Navigator> => {
  const [players, ships, charts, knownWarps, avoided] = await tx.load(
    findPlayer(tx.sql, playerId),
    findActiveShip(tx.sql, playerId),
    findCharts(tx.sql, playerId),
    findKnownWarps(tx.sql, playerId),
    findAvoided(tx.sql, playerId),
  );
  const [player] = players;
  const [ship] = ships;
  if (player === undefined || ship === undefined) throw new AppError('first_login_required');
  return {
    player,
    ship,
    knowledge: knowledgeOf(deps.atlas(), charts, knownWarps),
    avoided: avoided.map(({ sectorId }) => sectorId),
  };
};

/** Turns and hops from his ship to every sector he knows a way to. */
export const waysOf = (atlas: Atlas, { ship, knowledge, avoided }: Omit<Navigator, 'player'>): CourseTable =>
  courseTable(atlas.graph, {
    from: ship.sectorId,
    ship: movingShipOf(ship),
    avoid: new Set(avoided),
    levelOf: knowledge.levelOf,
    knownHiddenWarps: knowledge.hiddenWarps,
    here: ship.sectorId,
  });

/** Where a course begins and ends, what it passes, and how it is chosen. */
export type CourseRequest = Pick<BodyOf<Plot>, 'from' | 'to' | 'via' | 'objective' | 'avoid' | 'useGates'>;

/**
 * The best course a navigator can know, or the refusal of the rules. Waypoints are reached one after the
 * other, each by the best way from the one before; one that is reached already counts as passed.
 */
export const findCourseFor = (
  deps: Deps,
  { ship, knowledge, avoided }: Navigator,
  request: CourseRequest,
): PlottedCourse => {
  let from = request.from ?? ship.sectorId;
  const legs: PlottedCourse[] = [];
  for (const to of [...request.via, request.to]) {
    if (to === from) continue;
    const leg = plotCourse(deps.atlas().graph, {
      from,
      to,
      objective: request.objective,
      ship: movingShipOf(ship),
      avoid: new Set([...request.avoid, ...avoided]),
      levelOf: knowledge.levelOf,
      knownHiddenWarps: knowledge.hiddenWarps,
      here: ship.sectorId,
      useGates: request.useGates,
    });
    if (isRefusal(leg)) throw refusalError(leg);
    legs.push(leg);
    from = to;
  }
  const course = joinCourses(legs);
  if (isRefusal(course)) throw refusalError(course);
  return course;
};

/**
 * Plots a course and remembers it as the player's present one, so that flying it can be recognised; with
 * `keep` false it only answers.
 */
export const plotForPlayer = async (
  deps: Deps,
  playerId: string,
  body: BodyOf<Plot>,
  nowMs: number,
): Promise<ReplyOf<Plot>> => {
  const navigator = await readNavigator(deps, playerId);
  const from = body.from ?? navigator.ship.sectorId;
  if (from === body.to && body.via.length === 0) throw new AppError('already_there');
  const course = findCourseFor(deps, navigator, body);
  const routeId = deps.newId();
  const { to, via, objective, avoid } = body;
  const kept = { routeId, from, to, via, objective, avoid, hops: course.totalHops, nowMs };
  if (body.keep) await deps.db.write((sql) => [saveCourse(sql, playerId, kept)]);
  const other =
    body.compare === undefined ? null : findCourseFor(deps, navigator, { ...body, objective: body.compare });
  return {
    routeId,
    ...presentCourse(deps, navigator, from, course, nowMs),
    other: other === null ? null : presentCourse(deps, navigator, from, other, nowMs),
  };
};

/**
 * The rest of the course plotted last, searched anew from where the ship is; null when none is open, when it
 * was flown to its end, or when no way leads there any more.
 */
export const readCourse = async (
  deps: Deps,
  playerId: string,
  nowMs: number,
): Promise<ReplyOf<GetCourse>> => {
  const [kept] = await findCourse(deps.db.sql, playerId);
  if (kept === undefined) return { course: null };
  const navigator = await readNavigator(deps, playerId);
  const from = navigator.ship.sectorId;
  const { routeId, toSectorId: to, via, objective, avoid } = kept;
  if (from === to && via.length === 0) return { course: null };
  try {
    const course = findCourseFor(deps, navigator, { to, via, objective, avoid, useGates: true });
    const route = presentCourse(deps, navigator, from, course, nowMs);
    return { course: { routeId, ...route, from, to, via, objective, avoid } };
  } catch (error) {
    if (isAppError(error)) return { course: null };
    throw error;
  }
};

/** Forgets the course plotted last; there need not be one. */
export const forgetCourse = async (deps: Deps, playerId: string): Promise<void> => {
  await deps.db.write((sql) => [deleteCourse(sql, playerId)]);
};

const presentCourse = (
  deps: Deps,
  { player }: Navigator,
  beginning: number,
  course: PlottedCourse,
  nowMs: number,
): NonNullable<ReplyOf<Plot>['other']> => {
  const atlas = deps.atlas();
  const from = course.hops.map((_, index) => course.hops[index - 1]?.to ?? beginning);
  const tolls = course.hops.map((hop, index) =>
    plannedToll(atlas, from[index] ?? hop.to, hop.to, player.userId),
  );
  const turns = settledTurnsOf(player, nowMs);
  const whenPaid = availableAt(turns.state, course.totalTurns, turns.cap, turns.multiplierBp);
  // A course longer than the pool is flown in stages: the last turn of it regenerates at this pace.
  const msPerTurn = 864_000_000 / turns.multiplierBp;
  const etaMs = whenPaid ?? nowMs + Math.ceil((course.totalTurns - turns.state.turns) * msPerTurn);
  return {
    hops: course.hops.map((hop, index) => {
      const sector = atlas.sector(hop.to);
      return {
        to: hop.to,
        number: sector?.number ?? 0,
        regionName: sector?.region.name ?? '',
        name: hop.knownLevel >= 2 ? (sector?.name ?? null) : null,
        warpId: hop.warpId,
        kind: hop.kind,
        cost: hop.cost,
        toll: tolls[index] ?? 0n,
        hazard: hop.hazard,
        knownLevel: hop.knownLevel === 0 ? 1 : hop.knownLevel,
      };
    }),
    totalTurns: course.totalTurns,
    totalHops: course.totalHops,
    totalToll: tolls.reduce((sum, toll) => sum + toll, 0n),
    risk: course.risk,
    affordableHops: affordableHops(course, turns.state.turns),
    etaFull: new Date(etaMs).toISOString(),
  };
};
