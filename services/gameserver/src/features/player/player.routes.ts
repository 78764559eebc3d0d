import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { UserCaller } from '../../http/caller.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { RawReply } from '../../http/raw-reply.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { findPlayer } from './player.repository.ts';
import { readPlayerState } from './player.service.ts';
import { presentTurns, settledTurnsOf } from './player-state.ts';
import { findCreditEntries, findTurnEntries } from './trail.repository.ts';

const playerOf = (caller: UserCaller): string => {
  if (caller.kind !== 'player') throw new AppError('forbidden');
  return caller.playerId;
};

/** State, turns and the two ledgers of the caller. */
export const registerPlayerRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getPlayerState, async ({ caller, nowMs, ifNoneMatch, setHeader }) => {
    const state = await readPlayerState(deps, playerOf(caller), nowMs);
    // Turns grow by themselves, so they are part of what the tag stands for.
    const tag = `"${state.rev}-${state.turns.turns}"`;
    if (ifNoneMatch === tag) return new RawReply('', { etag: tag }, 304);
    setHeader('etag', tag);
    return state;
  });

  bind(PLAYER_ENDPOINTS.getTurns, async ({ caller, nowMs }) => {
    const [player] = await findPlayer(deps.db.sql, caller.playerId);
    if (player === undefined) throw new AppError('not_found');
    return presentTurns(settledTurnsOf(player, nowMs));
  });

  bind(PLAYER_ENDPOINTS.listTurnLedger, async ({ caller, query }) => {
    const before = query.cursor === undefined ? null : decodeCursor(deps.keys.hmac, query.cursor);
    const rows = await findTurnEntries(deps.db.sql, caller.playerId, before, query.limit + 1);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
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
      nextCursor: rows.length > query.limit && last ? encodeCursor(deps.keys.hmac, String(last.id)) : null,
    };
  });

  bind(PLAYER_ENDPOINTS.listCreditLedger, async ({ caller, query }) => {
    const before = query.cursor === undefined ? null : decodeCursor(deps.keys.hmac, query.cursor);
    const rows = await findCreditEntries(deps.db.sql, caller.playerId, before, query.limit + 1);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        id: String(row.id),
        at: row.at.toISOString(),
        amount: row.isIncoming ? row.amount : -row.amount,
        reason: row.reason,
        account: row.isBank ? ('bank' as const) : ('wallet' as const),
        refType: row.refType,
        refId: row.refId,
      })),
      nextCursor: rows.length > query.limit && last ? encodeCursor(deps.keys.hmac, String(last.id)) : null,
    };
  });
};
