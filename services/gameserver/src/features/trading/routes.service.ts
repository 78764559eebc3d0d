import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { TradeRoute } from '@sw/rules';
import { cargoUsed, findRoutes, STOPS_BY_TRUST } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Navigator } from '../courses/index.ts';
import { readNavigator } from '../courses/index.ts';
import { findCargo, findWallet, holdOf } from '../player/index.ts';
import { readKnownMarkets } from './known-markets.service.ts';
import { waysOf } from './known-prices.service.ts';
import { knownStopsOf } from './known-stops.ts';
import { findTariffs } from './trading.repository.ts';

type Routes = (typeof PLAYER_ENDPOINTS)['findRoutes'];
type Reply = ReplyOf<Routes>;
type Answer = (playerId: string, body: BodyOf<Routes>, nowMs: number) => Promise<Reply>;

const MOST_AVERSE = 10;
const CACHED_MS = 60_000;
const MOST_CACHED = 500;

/**
 * The best trade routes over what a player knows (rule book, economy 6.3). An answer is given again for a minute, unless
 * the player did something since that changed what he has or knows.
 */
export const createRouteFinder = (deps: Deps): Answer => {
  const answers = new Map<string, { readonly untilMs: number; readonly reply: Promise<Reply> }>();
  return async (playerId, body, nowMs) => {
    const navigator = await readNavigator(deps, playerId);
    const key = JSON.stringify([
      playerId,
      String(navigator.player.rev),
      { ...body, credits: String(body.credits) },
    ]);
    const known = answers.get(key);
    if (known !== undefined && known.untilMs > nowMs) return known.reply;
    answers.delete(key);
    const reply = plan(deps, navigator, body, nowMs);
    answers.set(key, { untilMs: nowMs + CACHED_MS, reply });
    const [oldest] = answers.keys();
    if (answers.size > MOST_CACHED && oldest !== undefined) answers.delete(oldest);
    reply.catch(() => answers.delete(key));
    return reply;
  };
};

const plan = async (
  deps: Deps,
  navigator: Navigator,
  body: BodyOf<Routes>,
  nowMs: number,
): Promise<Reply> => {
  const { player, ship, knowledge } = navigator;
  const stopsAllowed = STOPS_BY_TRUST[player.ariaTrustLevel - 1] ?? STOPS_BY_TRUST[0];
  if (body.maxStops > stopsAllowed)
    throw new AppError('aria_trust_too_low', { need: body.maxStops, have: stopsAllowed });
  const from = body.fromSector ?? ship.sectorId;
  if (knowledge.levelOf(from) === 0) throw new AppError('not_found');
  const { sql } = deps.db;
  const [prices, cargo, wallets, tariffs] = await Promise.all([
    readKnownMarkets(deps, player.id, navigator, nowMs),
    findCargo(sql, player.id),
    findWallet(sql, player.id),
    findTariffs(sql),
  ]);
  const isHere = from === ship.sectorId;
  const hold = holdOf(ship, cargo);
  const room = body.cargo ?? Math.max(0, hold.capacity - cargoUsed(hold));
  const credits = body.credits ?? wallets[0]?.balance ?? 0n;
  const { routes, considered } = findRoutes({
    fromSectorId: from,
    dockedStationId: isHere && ship.status === 'docked' ? ship.stationId : null,
    stops: knownStopsOf(deps.atlas(), player, prices, new Map(tariffs.map((row) => [row.id, row]))),
    waysFrom: waysOf(deps, navigator, MOST_AVERSE - body.risk),
    room,
    held: body.cargo === undefined ? hold.items : [],
    credits,
    maxHops: body.maxHops,
    maxStops: body.maxStops,
    objective: body.objective,
    nowMs,
  });
  return {
    at: new Date(nowMs).toISOString(),
    routes: routes.map((route) => presentRoute(deps, route)),
    considered,
    stopsAllowed,
    cargo: room,
    credits,
  };
};

const presentRoute = (deps: Deps, route: TradeRoute): Reply['routes'][number] => ({
  legs: route.legs.map((leg) => {
    const sector = deps.atlas().sector(leg.sectorId);
    return {
      ...leg,
      stationName: deps.atlas().station(leg.stationId)?.name ?? '',
      sectorNumber: sector?.number ?? 0,
      regionName: sector?.region.name ?? '',
      trades: leg.trades.map((trade) => ({ ...trade })),
    };
  }),
  turns: route.turns,
  hops: route.hops,
  profit: route.profit,
  profitPerTurnX100: route.profitPerTurnX100,
  asOf: new Date(route.oldestAsOfMs).toISOString(),
  confidenceBp: route.confidenceBp,
  risk: route.risk,
});
