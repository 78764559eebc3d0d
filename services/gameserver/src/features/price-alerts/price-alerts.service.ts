import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { checkNewAlert } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import { findMarkets, findMemory } from '../markets/index.ts';
import { lockPlayer } from '../player/index.ts';
import type { AlertRow } from './price-alerts.repository.ts';
import { countActive, deleteAlert, findAlerts, insertAlert } from './price-alerts.repository.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
type Reply = ReplyOf<Endpoints['createAlert']>;

const DAY_MS = 86_400_000;

/** The alerts of a player, the ended ones included until they are swept. */
export const readAlerts = async (
  deps: Deps,
  playerId: string,
  nowMs: number,
): Promise<ReplyOf<Endpoints['listAlerts']>> => {
  const rows = await findAlerts(deps.db.sql, playerId);
  return { items: rows.map((row) => presentAlert(deps, row, nowMs)) };
};

/** Watches a price. A station whose prices the player never knew answers like one that does not exist. */
export const createAlert = async (
  deps: Deps,
  context: RequestContext<Endpoints['createAlert']>,
): Promise<RawReply> => {
  const { body, nowMs } = context;
  const { playerId } = context.caller;
  const station = deps.atlas().station(body.stationId);
  if (station === undefined) throw new AppError('not_found');
  const { sql } = deps.db;
  const [memory, markets] = await Promise.all([findMemory(sql, playerId), findMarkets(sql, station.id)]);
  const isKnown =
    isPublicMarket(deps.atlas(), station.sectorId) || memory.some((row) => row.stationId === station.id);
  if (!isKnown) throw new AppError('not_found');
  const direction = markets.find(({ commodity }) => commodity === body.commodity)?.direction;
  const isTraded = direction === 'both' || direction === (body.side === 'buy' ? 'sells' : 'buys');
  const row: AlertRow = {
    id: deps.newId(),
    playerId,
    stationId: station.id,
    commodity: body.commodity,
    side: body.side,
    op: body.op,
    price: body.price,
    repeats: body.repeats,
    createdAt: new Date(nowMs),
    expiresAt: new Date(nowMs + body.days * DAY_MS),
    triggeredAt: null,
    triggeredPrice: null,
  };
  // The player's row is locked so that two requests at once cannot pass the limit together.
  return runCommand(deps, context, async (command) => {
    const [, [active]] = await command.load(
      lockPlayer(command.sql, playerId),
      countActive(command.sql, playerId, nowMs),
    );
    assertAllowed(checkNewAlert(active?.count ?? 0, isTraded));
    return command.save({
      writes: [insertAlert(command.sql, row)],
      events: [],
      reply: presentAlert(deps, row, nowMs),
    });
  });
};

/** Ends an alert. One of somebody else answers like one that does not exist. */
export const removeAlert = async (deps: Deps, playerId: string, id: string): Promise<undefined> => {
  const [deleted] = await deps.db.write((sql) => [deleteAlert(sql, playerId, id)]);
  if (deleted.length === 0) throw new AppError('not_found');
};

const presentAlert = (deps: Deps, row: AlertRow, nowMs: number): Reply => {
  const station = deps.atlas().station(row.stationId);
  return {
    id: row.id,
    stationId: row.stationId,
    stationName: station?.name ?? '',
    sectorNumber: station === undefined ? 0 : (deps.atlas().sector(station.sectorId)?.number ?? 0),
    commodity: row.commodity,
    side: row.side,
    op: row.op,
    price: row.price,
    repeats: row.repeats,
    expiresAt: row.expiresAt.toISOString(),
    triggeredAt: row.triggeredAt?.toISOString() ?? null,
    triggeredPrice: row.triggeredPrice,
    isActive: row.expiresAt.getTime() > nowMs && (row.repeats || row.triggeredAt === null),
  };
};
