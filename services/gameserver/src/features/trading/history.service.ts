import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import type { Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import { findMemory, findPointsSince, HOUR_MS, publishHour } from '../markets/index.ts';

type History = ReplyOf<(typeof PLAYER_ENDPOINTS)['getPriceHistory']>;
type Trades = (typeof PLAYER_ENDPOINTS)['listTrades'];

const LIST = 'trades';
const HOURS = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;

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
 * Hourly prices of a market the player may know (rule book, economy 4.3): all public ones, elsewhere those
 * since he first remembers the station; and his own trades there.
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
  const [points, trades] = await Promise.all([
    findPointsSince(deps.db.sql, station.id, market.commodity, fromHour),
    deps.db.sql<TradeRow[]>`
      SELECT id, at, station_id, side, commodity, quantity, net, profit FROM market_transaction
      WHERE player_id = ${playerId} AND station_id = ${station.id} AND commodity = ${market.commodity}
        AND at >= ${new Date(fromHour * HOUR_MS)} ORDER BY at LIMIT 200`,
  ]);
  return {
    points: points
      .filter((point) => point.hour <= knownUntilHour)
      .map((point) => ({
        at: new Date(point.hour * HOUR_MS).toISOString(),
        ask: point.ask,
        bid: point.bid,
        stockTenths: point.stockTenths,
      })),
    trades: trades.map((trade) => ({
      at: trade.at.toISOString(),
      side: trade.side,
      quantity: trade.quantity,
      net: trade.net,
    })),
  };
};

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
