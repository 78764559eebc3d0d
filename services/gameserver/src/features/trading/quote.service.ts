import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { TradeContext, TradeState } from '@sw/rules';
import { advantage, cargoUsed, isRefusal, openBasket, priceLine, quoteTrade, runLines } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { refusalError } from '../../http/command.ts';
import { findMarkets, findStation } from '../markets/index.ts';
import { findActiveShip, findCargo, findPlayer, findWallet } from '../player/index.ts';
import { netOf, presentLine } from './quote.presenter.ts';
import { tradeContextOf, tradeStateOf } from './trade-state.ts';

type Quote = (typeof PLAYER_ENDPOINTS)['quote'];

/** Rows of one moment that a market or a quote is drawn from. */
export const readTradeState = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<{ state: TradeState; context: TradeContext }> => {
  const atlasStation = deps.atlas().station(stationId);
  const sector = atlasStation === undefined ? undefined : deps.atlas().sector(atlasStation.sectorId);
  if (sector === undefined) throw new AppError('not_docked');
  const [players, ships, cargo, wallets, stations, markets] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findActiveShip(tx.sql, playerId),
      findCargo(tx.sql, playerId),
      findWallet(tx.sql, playerId),
      findStation(tx.sql, stationId),
      findMarkets(tx.sql, stationId),
    ),
  );
  const [player] = players;
  const [station] = stations;
  if (player === undefined || station === undefined) throw new AppError('not_docked');
  const state = tradeStateOf({
    player,
    ship: ships[0],
    cargo,
    credits: wallets[0]?.balance ?? 0n,
    station,
    regionTaxBp: sector.region.regionTaxBp,
    markets,
  });
  return { state, context: tradeContextOf(player, deps.keys.economy, nowMs) };
};

/** Who does not stand before the counter is told no price of it. */
const AWAY: ReadonlySet<string> = new Set(['no_active_ship', 'not_docked']);

/**
 * Prices a basket as it stands now. A line that would be refused is still priced where it can be, and names
 * its refusal; a basket nothing of which can be priced is refused as a whole.
 */
export const quoteBasket = async (
  deps: Deps,
  playerId: string,
  body: BodyOf<Quote>,
  nowMs: number,
): Promise<ReplyOf<Quote>> => {
  const { state, context } = await readTradeState(deps, playerId, body.stationId, nowMs);
  const judged = quoteTrade(state, body, context);
  const refusal = isRefusal(judged) ? judged : null;
  const basket = openBasket(state, context);
  const priced = isRefusal(judged)
    ? runLines(body.lines, basket, (present, line) => priceLine(present, line, state, context)).done
    : judged;
  const isAway = refusal !== null && AWAY.has(refusal.code);
  if (refusal !== null && (isAway || priced.length < body.lines.length)) throw refusalError(refusal);

  const refusedLine = refusal === null ? -1 : Number(refusal.details['line'] ?? 0);
  const last = priced.at(-1);
  return {
    stationId: body.stationId,
    at: new Date(nowMs).toISOString(),
    lines: priced.map((line, index) =>
      presentLine(line, index === refusedLine ? (refusal?.code ?? null) : null),
    ),
    net: netOf(priced),
    creditsAfter: last?.creditsAfter ?? state.credits,
    cargoAfter: last?.cargoAfter ?? cargoUsed(state.hold),
    cargoCapacity: state.hold.capacity,
    advantageBreakdown: advantage(context.advantage, state.station.facility).breakdown.map((part) => ({
      ...part,
    })),
  };
};
