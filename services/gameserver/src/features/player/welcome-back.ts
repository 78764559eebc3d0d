import type { AnyStatement, Sql } from '@sw/db';
import { grantTurns, WELCOME_BACK_AFTER_MS, welcomeBackGrant } from '@sw/rules';
import { lockAbsentPlayer, writeTurns } from './player.repository.ts';
import type { PlayerRow } from './player-row.ts';
import { settledTurnsOf } from './player-state.ts';

/**
 * Finds and locks the player of an account if he comes back from an absence (rule book, world 6.1). Absence is
 * measured from his last command; signing in and refreshing a session are the two doors through which he returns,
 * because no access token lives that long.
 */
export const lockReturning = (sql: Sql, userId: string, nowMs: number) =>
  lockAbsentPlayer(sql, userId, nowMs - WELCOME_BACK_AFTER_MS);

/** The welcome-back turns of the player `lockReturning` found: settled first, then granted, above the cap if need be. */
export const welcomeBack = (
  sql: Sql,
  returning: readonly PlayerRow[],
  nowMs: number,
): readonly AnyStatement[] => {
  const [player] = returning;
  const granted = player === undefined ? 0 : welcomeBackGrant(player.lastActiveAt.getTime(), nowMs);
  if (player === undefined || granted === 0) return [];
  const { before, state } = settledTurnsOf(player, nowMs);
  return writeTurns(sql, {
    playerId: player.id,
    before,
    after: grantTurns(state, granted),
    spent: 0,
    granted,
    reason: 'welcome_back',
    refType: null,
    refId: null,
    regionId: null,
    nowMs,
  });
};
