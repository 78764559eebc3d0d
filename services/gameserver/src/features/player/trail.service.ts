import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import { ledgerAccount } from '@sw/contracts';
import { bankOf, LEDGER_REASONS_BY_AREA, walletOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { findCreditEntries, findTurnEntries } from './trail.repository.ts';

type Turns = (typeof PLAYER_ENDPOINTS)['listTurnLedger'];
type Credits = (typeof PLAYER_ENDPOINTS)['listCreditLedger'];

const TURNS = 'turn ledger';
const CREDITS = 'credit ledger';

/** A page of the turns a player spent and got, newest first. */
export const readTurnTrail = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<Turns>,
): Promise<ReplyOf<Turns>> => {
  const rows = await findTurnEntries(
    deps.db.sql,
    playerId,
    positionOf(deps, TURNS, query.cursor),
    query.limit + 1,
  );
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({
      at: row.at.toISOString(),
      regen: row.regenAdded,
      spent: row.spent,
      granted: row.granted,
      balance: row.balanceAfter,
      reason: row.reason,
      ref: row.refId,
    })),
    nextCursor: rows.length > query.limit ? cursorBehind(deps, TURNS, items) : null,
  };
};

type CreditEntry = Awaited<ReturnType<typeof findCreditEntries>>[number];
type Account = ReplyOf<Credits>['items'][number]['account'];

const accountOf = { wallet: walletOf, bank: bankOf } as const;

const filterOf = (
  playerId: string,
  { kind, account, since, until }: QueryOf<Credits>,
): Parameters<typeof findCreditEntries>[2] => ({
  reasons: kind === undefined ? null : LEDGER_REASONS_BY_AREA[kind],
  accounts: ledgerAccount.options
    .filter((own) => account === undefined || own === account)
    .map((own) => accountOf[own](playerId)),
  since: since ?? null,
  until: until ?? null,
});

/** A movement as each of the player's accounts sees it: what goes from the wallet to the bank is seen by both. */
const presentMovement = (row: CreditEntry, asked: Account | undefined): ReplyOf<Credits>['items'] => {
  const seenBy = [
    { account: 'wallet' as const, sign: row.walletSign },
    { account: 'bank' as const, sign: row.bankSign },
  ].filter(({ sign }) => sign !== 0);
  return seenBy
    .filter(({ account }) => asked === undefined || account === asked)
    .map(({ account, sign }) => ({
      id: seenBy.length === 1 ? String(row.id) : `${row.id}-${account}`,
      at: row.at.toISOString(),
      amount: row.amount * BigInt(sign),
      reason: row.reason,
      account,
      refType: row.refType,
      refId: row.refId,
    }));
};

/** A page of the movements of wallet and bank of a player, newest first; its limit counts what both see once. */
export const readCreditTrail = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<Credits>,
): Promise<ReplyOf<Credits>> => {
  const before = positionOf(deps, CREDITS, query.cursor);
  const filter = filterOf(playerId, query);
  const rows = await findCreditEntries(deps.db.sql, playerId, filter, before, query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.flatMap((row) => presentMovement(row, query.account)),
    nextCursor: rows.length > query.limit ? cursorBehind(deps, CREDITS, items) : null,
  };
};

const positionOf = (deps: Deps, list: string, cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(deps.keys.hmac, list, cursor);

const cursorBehind = (deps: Deps, list: string, items: readonly { readonly id: bigint }[]): string | null => {
  const last = items.at(-1);
  return last === undefined ? null : encodeCursor(deps.keys.hmac, list, String(last.id));
};
