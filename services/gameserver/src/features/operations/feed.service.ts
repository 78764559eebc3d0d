import type { FeedItem } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
import { findAuditNews, findCreditNews, findLastCreditId, findRegistrations } from './feed.repository.ts';

/** How far somebody has read. */
export interface FeedPosition {
  readonly creditId: string;
  readonly afterMs: number;
}

const AT_ONCE = 12;
/** Looking back from the last row of the ledger for whoever has read nothing. */
const RECENT_ROWS = 200n;
const RECENT_MS = 86_400_000;

/** What happened since a position, the newest first: of a burst only its end, because a feed is no archive. */
export const readFeed = async (
  deps: Deps,
  position: FeedPosition | null,
  nowMs: number,
): Promise<{ readonly items: FeedItem[]; readonly position: FeedPosition }> => {
  const { sql } = deps.db;
  const [last] = await findLastCreditId(sql);
  const lastId = last?.id ?? 0n;
  const from = position ?? {
    creditId: String(lastId > RECENT_ROWS ? lastId - RECENT_ROWS : 0n),
    afterMs: nowMs - RECENT_MS,
  };
  const after = new Date(from.afterMs);
  const [credits, registrations, audits] = await Promise.all([
    findCreditNews(sql, from.creditId, AT_ONCE),
    findRegistrations(sql, after, AT_ONCE),
    findAuditNews(sql, after, AT_ONCE),
  ]);
  const items: FeedItem[] = [
    ...credits.map(({ id, at, reason, amount, isGain, callsign }) => ({
      id: `c${id}`,
      at: toMoment(at.getTime()),
      kind: 'credits' as const,
      who: callsign,
      what: reason,
      amount: isGain ? amount : -amount,
    })),
    ...registrations.map(({ id, at, username }) => ({
      id: `u${id}`,
      at: toMoment(at.getTime()),
      kind: 'registered' as const,
      who: username,
      what: 'registered',
      amount: null,
    })),
    ...audits.map(({ id, at, action, username }) => ({
      id: `a${id}`,
      at: toMoment(at.getTime()),
      kind: 'audit' as const,
      who: username,
      what: action,
      amount: null,
    })),
  ];
  const newest = items.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 2 * AT_ONCE);
  return { items: newest, position: { creditId: String(lastId), afterMs: nowMs } };
};
