import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import type { Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import type { PriceDay, PricePoint } from '../markets/index.ts';
import { findDaysSince, findMemory, findPointsSince, HOUR_MS, publishHour } from '../markets/index.ts';

type History = ReplyOf<(typeof PLAYER_ENDPOINTS)['getPriceHistory']>;
type Trades = (typeof PLAYER_ENDPOINTS)['listTrades'];

const LIST = 'trades';
const DAY_HOURS = 24;
const HOURS = {
  '24h': DAY_HOURS,
  '7d': 7 * DAY_HOURS,
  '30d': 30 * DAY_HOURS,
  '1y': 365 * DAY_HOURS,
} as const;

interface TradeRow {
  readonly id: string;
  readonly at: Date;
  readonly stationId: string;
  readonly side: 'buy' | 'sell';
  readonly commodity: ReplyOf<Trades>['items'][number]['commodity'];
  readonly quantity: number;
  readonly net: bigint;
  readonly profit: bigint | null;
}

/**
 * Prices of a market the player may know (rule book, economy 4.3): all public ones, elsewhere those up to his
 * last visit; and his own trades there. A year is told by days, with the hours of the present day behind them.
 */
export const readPriceHistory = async (
  deps: Deps,
  playerId: string,
  market: { readonly stationId: string; readonly commodity: string; readonly range: keyof typeof HOURS },
  nowMs: number,
): Promise<History> => {
  const station = deps.atlas().station(market.stationId);
  if (station === undefined) throw new AppError('not_found');
  const isPublic = isPublicMarket(deps.atlas(), station.sectorId);
  const memory = (await findMemory(deps.db.sql, playerId)).filter((row) => row.stationId === station.id);
  if (!isPublic && memory.length === 0) throw new AppError('not_found');
  await publishHour(deps, nowMs);
  const hour = Math.floor(nowMs / HOUR_MS);
  const knownUntilHour = isPublic ? hour : Math.floor((memory[0]?.asOf.getTime() ?? 0) / HOUR_MS);
  const fromHour = hour - HOURS[market.range];
  const isYear = market.range === '1y';
  const fromDay = Math.floor(fromHour / DAY_HOURS);
  const [days, points, trades] = await Promise.all([
    isYear ? findDaysSince(deps.db.sql, station.id, market.commodity, fromDay) : [],
    findPointsSince(deps.db.sql, station.id, market.commodity, isYear ? hour - (hour % DAY_HOURS) : fromHour),
    deps.db.sql<TradeRow[]>`
      SELECT id, at, station_id, side, commodity, quantity, net, profit FROM market_transaction
      WHERE player_id = ${playerId} AND station_id = ${station.id} AND commodity = ${market.commodity}
        AND at >= ${new Date(fromHour * HOUR_MS)} ORDER BY at LIMIT 200`,
  ]);
  return {
    points: [
      ...days.filter((day) => (day.day + 1) * DAY_HOURS <= knownUntilHour + 1).map(presentDay),
      ...points.filter((point) => point.hour <= knownUntilHour).map(presentHour),
    ],
    trades: trades.map((trade) => ({
      at: trade.at.toISOString(),
      side: trade.side,
      quantity: trade.quantity,
      net: trade.net,
    })),
  };
};

const presentHour = (point: PricePoint): History['points'][number] => ({
  at: new Date(point.hour * HOUR_MS).toISOString(),
  ask: point.ask,
  bid: point.bid,
  high: null,
  low: null,
  volume: null,
  stockTenths: point.stockTenths,
});

/** A day stands at its last hour, with its last prices; the extremes are those of the price a player looks at. */
const presentDay = (day: PriceDay): History['points'][number] => ({
  at: new Date(((day.day + 1) * DAY_HOURS - 1) * HOUR_MS).toISOString(),
  ask: day.askClose,
  bid: day.bidClose,
  high: day.bidHigh ?? day.askHigh,
  low: day.bidLow ?? day.askLow,
  volume: Number(day.volume),
  stockTenths: day.stockTenths,
});

/** A page of the player's own trades, newest first. */
export const readTrades = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<Trades>,
): Promise<ReplyOf<Trades>> => {
  const before = query.cursor === undefined ? null : decodeCursor(deps.keys.hmac, LIST, query.cursor);
  const rows = await findTrades(deps.db.sql, playerId, query, before);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const atlas = deps.atlas();
  return {
    items: items.map((row) => {
      const station = atlas.station(row.stationId);
      return {
        id: row.id,
        at: row.at.toISOString(),
        stationId: row.stationId,
        stationName: station?.name ?? '',
        sectorNumber: station === undefined ? 0 : (atlas.sector(station.sectorId)?.number ?? 0),
        side: row.side,
        commodity: row.commodity,
        quantity: row.quantity,
        net: row.net,
        profit: row.profit,
      };
    }),
    nextCursor:
      rows.length > query.limit && last !== undefined ? encodeCursor(deps.keys.hmac, LIST, last.id) : null,
  };
};

/** Ids are made in order of time, so they serve as the key of the page. */
const findTrades = (sql: Sql, playerId: string, query: QueryOf<Trades>, beforeId: string | null) => sql<
  TradeRow[]
>`
  SELECT id, at, station_id, side, commodity, quantity, net, profit FROM market_transaction
  WHERE player_id = ${playerId}
    AND (${beforeId}::uuid IS NULL OR id < ${beforeId}::uuid)
    AND (${query.commodity ?? null}::text IS NULL OR commodity = ${query.commodity ?? null}::text)
    AND (${query.side ?? null}::text IS NULL OR side = ${query.side ?? null}::text)
  ORDER BY id DESC LIMIT ${query.limit + 1}`;
