import type { QueryOf, ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, AdminPlayerRow } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ListKey } from '../../http/admin-list.ts';
import { beginList } from '../../http/admin-list.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { toMoment } from '../../platform/clock.ts';
import type { PlayerListRow } from './players.repository.ts';
import {
  findDossier,
  findMovements,
  findShips,
  findTimeline,
  listedColumns,
  matching,
  playersFrom,
  sumWallet,
} from './players.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

const TIMELINE = 100;

/** A page of players by filters and order. */
export const listPlayers = async (
  deps: Deps,
  query: QueryOf<Endpoints['listPlayers']>,
  nowMs: number,
): Promise<ReplyOf<Endpoints['listPlayers']>> => {
  const { sql } = deps.db;
  const now = new Date(nowMs);
  const list = beginList(
    deps,
    sql,
    {
      name: 'players',
      id: sql`p.id`,
      sorts: {
        callsign: { by: sql`coalesce(lower(p.callsign), '')`, type: 'text' },
        rank: { by: sql`p.rank_points::bigint`, type: 'bigint' },
        credits: { by: sql`coalesce(w.balance, 0)`, type: 'bigint' },
        turns: { by: sql`p.turns::bigint`, type: 'bigint' },
        lastActive: { by: sql`p.last_active_at`, type: 'timestamptz' },
        created: { by: sql`p.created_at`, type: 'timestamptz' },
      },
      defaultSort: '-lastActive',
    },
    query,
  );
  const [rows, [counted]] = await Promise.all([
    sql<(PlayerListRow & ListKey)[]>`
      SELECT ${list.keys}, ${listedColumns(sql)} FROM ${playersFrom(sql)}
      WHERE ${matching(sql, query, now)} AND ${list.after} ${list.order}`,
    query.withTotal === true
      ? sql<{ total: number }[]>`
          SELECT count(*)::int AS total FROM ${playersFrom(sql)} WHERE ${matching(sql, query, now)}`
      : [],
  ]);
  return { ...list.page(rows, presentRow), total: counted?.total ?? null };
};

/** One player with everything the dossier shows. */
export const readDossier = async (
  deps: Deps,
  id: string,
): Promise<ReplyOf<Endpoints['getPlayerDossier']>> => {
  const { sql } = deps.db;
  const [[row], ships, [books]] = await Promise.all([
    findDossier(sql, id),
    findShips(sql, id),
    sumWallet(sql, id),
  ]);
  if (row === undefined) throw new AppError('not_found');
  return {
    ...presentRow(row),
    rev: Number(row.rev),
    username: row.username,
    accountStatus: row.accountStatus,
    rankPoints: row.rankPoints,
    personalReputation: row.personalReputation,
    firstLoginState: row.firstLoginState,
    lifetimeTurnsSpent: Number(row.lifetimeTurnsSpent),
    sectorsVisited: row.sectorsVisited,
    ships: [...ships],
    ledger: {
      sum: books?.sum ?? 0n,
      isBalanced: (books?.sum ?? 0n) === (books?.balance ?? 0n),
    },
  };
};

/** A page of the movements of a wallet. */
export const readLedger = async (
  deps: Deps,
  id: string,
  query: QueryOf<Endpoints['listPlayerLedger']>,
): Promise<ReplyOf<Endpoints['listPlayerLedger']>> => {
  const { sql } = deps.db;
  const name = `ledger of ${id}`;
  const beforeId = query.cursor === undefined ? null : decodeCursor(deps.keys.hmac, name, query.cursor);
  const reason = query.reason ?? null;
  const [[row], movements] = await Promise.all([
    findDossier(sql, id),
    findMovements(sql, id, { beforeId, limit: query.limit + 1, reason }),
  ]);
  if (row === undefined) throw new AppError('not_found');
  const shown = movements.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((movement) => ({
      ...movement,
      id: String(movement.id),
      at: toMoment(movement.at.getTime()),
    })),
    nextCursor:
      movements.length > query.limit && last !== undefined
        ? encodeCursor(deps.keys.hmac, name, String(last.id))
        : null,
  };
};

export const readTimeline = async (
  deps: Deps,
  id: string,
): Promise<ReplyOf<Endpoints['listPlayerTimeline']>> => {
  const { sql } = deps.db;
  const [[row], items] = await Promise.all([findDossier(sql, id), findTimeline(sql, id, TIMELINE)]);
  if (row === undefined) throw new AppError('not_found');
  return { items: items.map(({ at, ...item }) => ({ ...item, at: toMoment(at.getTime()) })) };
};

const presentRow = (row: PlayerListRow): AdminPlayerRow => ({
  id: row.id,
  userId: row.userId,
  callsign: row.callsign,
  rankLevel: row.rankLevel,
  credits: row.credits,
  bank: row.bank,
  turns: row.turns,
  shipType: row.shipType,
  sectorId: row.sectorId,
  sectorNumber: row.sectorNumber,
  regionName: row.regionName,
  status: row.status,
  isOnline: row.isOnline,
  mutedUntil: row.mutedUntil === null ? null : toMoment(row.mutedUntil.getTime()),
  lastActiveAt: toMoment(row.lastActiveAt.getTime()),
  createdAt: toMoment(row.createdAt.getTime()),
});
