import type { BodyOf, PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import type { Deps } from '../../deps.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import type { StoredEvent } from './event-log.repository.ts';
import { findEvents, findUnseen, writeSeen } from './event-log.repository.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

const LIST = 'event log';
/** Lines of a digest (rule book, frontends P-26). */
const DIGEST_LINES = 12;
/** Kinds of events that only follow what a player does himself: he was there. */
const OWN_ACTS = ['trade.completed', 'contract.accepted'] as const;

/** A page of what happened to a player, newest first. */
export const readEvents = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<Endpoints['listEvents']>,
): Promise<ReplyOf<Endpoints['listEvents']>> => {
  const rows = await findEvents(deps.db.sql, playerId, {
    beforeId: query.cursor === undefined ? null : decodeCursor(deps.keys.hmac, LIST, query.cursor),
    categories: query.types?.split(',') ?? null,
    since: query.since ?? null,
    limit: query.limit + 1,
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(presentEvent),
    nextCursor:
      rows.length > query.limit && last !== undefined
        ? encodeCursor(deps.keys.hmac, LIST, String(last.id))
        : null,
  };
};

/** What happened while none of the player's pages was open, since he last read it. */
export const readDigest = async (deps: Deps, playerId: string): Promise<ReplyOf<Endpoints['getDigest']>> => {
  const rows = await findUnseen(deps.db.sql, playerId, OWN_ACTS, DIGEST_LINES);
  return {
    upTo: String(rows[0]?.upTo ?? 0),
    lines: rows.map((row) => ({ ...presentEvent(row), count: row.count })),
  };
};

/** The player has read it. */
export const markSeen = async (
  deps: Deps,
  playerId: string,
  { upTo }: BodyOf<Endpoints['seeDigest']>,
): Promise<ReplyOf<Endpoints['seeDigest']>> => {
  await deps.db.write((sql) => [writeSeen(sql, playerId, upTo)]);
  return { upTo };
};

const presentEvent = ({ id, at, category, type, data }: StoredEvent) => ({
  id: String(id),
  at: at.toISOString(),
  category,
  type,
  data,
});
