import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { MarketViewRow, TradeContext, TradeState } from '@sw/rules';
import { advantage, describeTrade, marketView } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { knowsLivePrices } from '../intelligence/index.ts';
import { findCharts, findKnownWarps, isPublicMarket, knowledgeOf } from '../knowledge/index.ts';
import type { PricePoint } from '../markets/index.ts';
import { findMemory, findPointsOfHour, findPointsOfStation, HOUR_MS, publishHour } from '../markets/index.ts';
import { findCargo } from '../player/index.ts';
import type { AtlasStation } from '../universe/index.ts';
import { readTradeState } from './quote.service.ts';

type Market = ReplyOf<(typeof PLAYER_ENDPOINTS)['getMarket']>;
type Row = Market['rows'][number];

const DAY_HOURS = 24;

/**
 * The market of a station: live while the player is docked there or has bought intelligence that covers it; else
 * what he remembers or what is public, whichever is newer. A station he has no price of answers like one that does not exist.
 */
export const readMarket = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<Market> => {
  const station = deps.atlas().station(stationId);
  if (station === undefined) throw new AppError('not_found');
  const { state, context } = await readTradeState(deps, playerId, stationId, nowMs);
  if (state.dockedStationId === stationId) return readLive(deps, station, state, context);
  if (await knowsLivePrices(deps, playerId, stationId, nowMs)) {
    const told = await readLive(deps, station, state, context);
    // Nothing may be bought from afar: the prices are live, the limits and acts are those of a visitor.
    return { ...told, rows: told.rows.map((row) => ({ ...row, maxBuy: null, maxSell: null, actions: [] })) };
  }
  return readRemembered(deps, playerId, station, nowMs);
};

const readLive = async (
  deps: Deps,
  station: AtlasStation,
  state: TradeState,
  context: TradeContext,
): Promise<Market> => {
  const before = await trendBase(deps, station.id, context.nowMs);
  const { advantageBp, breakdown } = advantage(context.advantage, station.facility);
  const rows = marketView(state, context);
  return {
    stationId: station.id,
    stationName: station.name,
    sectorId: station.sectorId,
    source: 'live',
    asOf: new Date(context.nowMs).toISOString(),
    version: Math.max(0, ...rows.map((row) => row.version)),
    tariffBp: state.station.isOwned && !state.station.isOwn ? state.station.tariffBp : 0,
    advantageBp,
    advantageBreakdown: breakdown.map((part) => ({ ...part })),
    rows: rows.map((row) => presentLiveRow(row, state, context, before.get(row.commodity))),
  };
};

const presentLiveRow = (
  row: MarketViewRow,
  state: TradeState,
  context: TradeContext,
  before: PricePoint | undefined,
): Row => {
  const canBuy = row.direction !== 'buys';
  const canSell = row.direction !== 'sells';
  return {
    commodity: row.commodity,
    side: row.direction,
    stock: row.stock,
    stockTenths: Math.floor((row.stock * 10) / row.capacity),
    capacity: row.capacity,
    ask: row.ask,
    bid: row.bid,
    trend24hBp: trendOf(row, before),
    event: null,
    held: row.held,
    avgCost: row.avgCost,
    maxBuy: row.buyLimits === null ? null : { ...row.buyLimits, max: row.maxBuy },
    maxSell:
      row.sellLimits === null
        ? null
        : { byCargo: row.sellLimits.byCargo, byStock: row.sellLimits.byStock, max: row.maxSell },
    actions: [
      ...(canBuy ? [describeTrade('buy', row.commodity, row, state, context)] : []),
      ...(canSell ? [describeTrade('sell', row.commodity, row, state, context)] : []),
    ].map(presentAction),
  };
};

/** Change of the price against a day ago in basis points, floored towards zero; null where nothing is known of then. */
const trendOf = (
  now: { ask: bigint | null; bid: bigint | null },
  before: PricePoint | undefined,
): number | null => {
  const present = now.ask ?? now.bid;
  const past = now.ask === null ? before?.bid : before?.ask;
  if (present === null || past === undefined || past === null || past === 0n) return null;
  return Number(((present - past) * 10_000n) / past);
};

const trendBase = async (
  deps: Deps,
  stationId: string,
  nowMs: number,
): Promise<ReadonlyMap<string, PricePoint>> => {
  const points = await findPointsOfStation(deps.db.sql, stationId, Math.floor(nowMs / HOUR_MS) - DAY_HOURS);
  return new Map(points.map((point) => [point.commodity, point]));
};

/** One price a player knows without being docked. */
export interface KnownRow {
  readonly commodity: string;
  readonly direction: string;
  readonly ask: bigint | null;
  readonly bid: bigint | null;
  readonly stockTenths: number;
}

const readRemembered = async (
  deps: Deps,
  playerId: string,
  station: AtlasStation,
  nowMs: number,
): Promise<Market> => {
  const atlas = deps.atlas();
  const { sql } = deps.db;
  const [charts, knownWarps, memory, cargo] = await Promise.all([
    findCharts(sql, playerId),
    findKnownWarps(sql, playerId),
    findMemory(sql, playerId),
    findCargo(sql, playerId),
  ]);
  if (!knowledgeOf(atlas, charts, knownWarps).showsContents(station.sectorId))
    throw new AppError('not_found');
  const mine = memory.filter((row) => row.stationId === station.id);
  const mineAtMs = mine[0]?.asOf.getTime() ?? Number.NEGATIVE_INFINITY;
  const hour = Math.floor(nowMs / HOUR_MS);
  const isPublic = isPublicMarket(atlas, station.sectorId);
  if (isPublic) await publishHour(deps, nowMs);
  const points = isPublic && mineAtMs < hour * HOUR_MS ? await findPointsOfHour(sql, [station.id], hour) : [];
  const isFromPublic = points.length > 0;
  const rows: readonly KnownRow[] = isFromPublic ? points : mine;
  if (rows.length === 0) throw new AppError('not_found');
  const before = await trendBase(deps, station.id, nowMs);
  const held = new Map(cargo.map((row) => [row.commodity, row]));
  return {
    stationId: station.id,
    stationName: station.name,
    sectorId: station.sectorId,
    source: isFromPublic ? 'public' : 'visit',
    asOf: new Date(isFromPublic ? hour * HOUR_MS : mineAtMs).toISOString(),
    version: 0,
    tariffBp: 0,
    advantageBp: 0,
    advantageBreakdown: [],
    rows: rows.map((row) => ({
      commodity: row.commodity as Row['commodity'],
      side: row.direction as Row['side'],
      stock: null,
      stockTenths: row.stockTenths,
      capacity: null,
      ask: row.ask,
      bid: row.bid,
      trend24hBp: isPublic ? trendOf(row, before.get(row.commodity)) : null,
      event: null,
      held: held.get(row.commodity)?.quantity ?? 0,
      avgCost: held.get(row.commodity)?.avgCost ?? null,
      maxBuy: null,
      maxSell: null,
      actions: [],
    })),
  };
};
