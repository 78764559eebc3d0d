import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { PlottedCourse } from '@sw/rules';
import { affordableHops, availableAt, isRefusal, plotCourse } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { refusalError } from '../../http/command.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { findAvoided } from '../marks/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { findActiveShip, findPlayer, settledTurnsOf } from '../player/index.ts';
import { saveCourse } from './course.repository.ts';
import { movingShipOf } from './mover.ts';

type Plot = (typeof PLAYER_ENDPOINTS)['plot'];

/** Everything a search for courses of one player starts from. */
export interface Navigator {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly knowledge: Knowledge;
  /** Sectors every course of his goes round. */
  readonly avoided: readonly number[];
}

/** Reads who flies, in what, and what he knows: one moment, no lock. */
export const readNavigator = async (deps: Deps, playerId: string): Promise<Navigator> => {
  const [players, ships, charts, knownWarps, avoided] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findActiveShip(tx.sql, playerId),
      findCharts(tx.sql, playerId),
      findKnownWarps(tx.sql, playerId),
      findAvoided(tx.sql, playerId),
    ),
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

/** The best course a navigator can know, or the refusal of the rules. */
export const findCourseFor = (
  deps: Deps,
  { ship, knowledge, avoided }: Navigator,
  request: Pick<BodyOf<Plot>, 'from' | 'to' | 'objective' | 'avoid' | 'useGates'>,
): PlottedCourse => {
  const course = plotCourse(deps.atlas().graph, {
    from: request.from ?? ship.sectorId,
    to: request.to,
    objective: request.objective,
    ship: movingShipOf(ship),
    avoid: new Set([...request.avoid, ...avoided]),
    levelOf: knowledge.levelOf,
    knownHiddenWarps: knowledge.hiddenWarps,
    here: ship.sectorId,
    useGates: request.useGates,
  });
  if (isRefusal(course)) throw refusalError(course);
  return course;
};

/** Plots a course and remembers it as the player's present one, so that flying it can be recognised. */
export const plotForPlayer = async (
  deps: Deps,
  playerId: string,
  body: BodyOf<Plot>,
  nowMs: number,
): Promise<ReplyOf<Plot>> => {
  const navigator = await readNavigator(deps, playerId);
  const from = body.from ?? navigator.ship.sectorId;
  if (from === body.to) throw new AppError('already_there');
  const course = findCourseFor(deps, navigator, body);
  const routeId = deps.newId();
  await deps.db.write((sql) => [
    saveCourse(sql, playerId, {
      routeId,
      from,
      to: body.to,
      hops: course.totalHops,
      objective: body.objective,
      avoid: body.avoid,
      nowMs,
    }),
  ]);
  return { routeId, ...presentCourse(deps, navigator, course, nowMs) };
};

const presentCourse = (
  deps: Deps,
  { player }: Navigator,
  course: PlottedCourse,
  nowMs: number,
): Omit<ReplyOf<Plot>, 'routeId'> => {
  const atlas = deps.atlas();
  const turns = settledTurnsOf(player, nowMs);
  const whenPaid = availableAt(turns.state, course.totalTurns, turns.cap, turns.multiplierBp);
  // A course longer than the pool is flown in stages: the last turn of it regenerates at this pace.
  const msPerTurn = 864_000_000 / turns.multiplierBp;
  const etaMs = whenPaid ?? nowMs + Math.ceil((course.totalTurns - turns.state.turns) * msPerTurn);
  return {
    hops: course.hops.map((hop) => {
      const sector = atlas.sector(hop.to);
      return {
        to: hop.to,
        number: sector?.number ?? 0,
        regionName: sector?.region.name ?? '',
        name: hop.knownLevel >= 2 ? (sector?.name ?? null) : null,
        warpId: hop.warpId,
        kind: hop.kind,
        cost: hop.cost,
        toll: 0n,
        hazard: hop.hazard,
        knownLevel: hop.knownLevel === 0 ? 1 : hop.knownLevel,
      };
    }),
    totalTurns: course.totalTurns,
    totalHops: course.totalHops,
    totalToll: 0n,
    risk: course.risk,
    affordableHops: affordableHops(course, turns.state.turns),
    etaFull: new Date(etaMs).toISOString(),
  };
};
