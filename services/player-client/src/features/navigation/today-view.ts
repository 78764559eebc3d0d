import type { listCreditLedger, listTurnLedger, ReplyOf } from '@sw/contracts';

type LedgerRow = ReplyOf<typeof listCreditLedger>['items'][number];
type TurnRow = ReplyOf<typeof listTurnLedger>['items'][number];

export interface Today {
  /** Wallet over time, oldest first, as the chart wants it. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly sinceMs: number;
  readonly change: bigint;
  readonly turnsSpent: number;
}

const DAY_MS = 86_400_000;

/** Credits that nobody earned: the day begins with them. */
const GIVEN = 'first_login_grant';

/** Share of the time shown that lies before the first movement, so that its step is a step. */
const LEAD_IN = 24;

/**
 * What the last 24 hours brought, from the ledger (newest first) and the credits now. Null when
 * nothing was earned or paid: an empty chart is no fact.
 */
export function todayOf(
  credits: bigint,
  ledger: readonly LedgerRow[],
  turns: readonly TurnRow[],
  nowMs: number,
): Today | null {
  const rows = ledger.filter(
    ({ account, at, reason }) => account === 'wallet' && reason !== GIVEN && Date.parse(at) > nowMs - DAY_MS,
  );
  const newest = rows[0];
  const oldest = rows.at(-1);
  if (oldest === undefined || newest === undefined) return null;
  // The clock of this page may be a little behind the moment of the newest row.
  const endMs = Math.max(nowMs, Date.parse(newest.at));
  const points = [{ x: endMs, y: Number(credits) }];
  let balance = credits;
  for (const { at, amount } of rows) {
    points.unshift({ x: Date.parse(at), y: Number(balance) });
    balance -= amount;
  }
  const sinceMs = Date.parse(oldest.at);
  points.unshift({ x: sinceMs - Math.max(1, (endMs - sinceMs) / LEAD_IN), y: Number(balance) });
  const turnsSpent = turns
    .filter(({ at }) => Date.parse(at) > nowMs - DAY_MS)
    .reduce((sum, { spent }) => sum + spent, 0);
  return { points, sinceMs, change: credits - balance, turnsSpent };
}
