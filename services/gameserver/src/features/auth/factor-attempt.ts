import { createHmac } from 'node:crypto';
import type { AnyStatement, Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { checkFactor } from '../mfa/index.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { auditDenied } from './login-attempt.service.ts';
import {
  ensureFailureRows,
  lockFailures,
  toFailureCount,
  updateFailures,
} from './login-failure.repository.ts';
import { countAttempt, emptyCount, FACTOR_LIMIT, pauseLeftMs, relaxLimit } from './throttle.policy.ts';
import type { UserRow } from './user.repository.ts';

/** A code that was judged; `writes` are to be committed either way. */
export type FactorTry =
  | { readonly kind: 'right'; readonly method: 'otp' | 'backup'; readonly writes: readonly AnyStatement[] }
  | { readonly kind: 'refused'; readonly writes: readonly AnyStatement[]; readonly error: AppError };

/**
 * Judges a code of a user's second factor. Ten wrong ones within an hour refuse the right one too, for 15 minutes
 * (rule book, platform 3.7); the counter is locked, so parallel guesses do not slip past it together.
 */
export const tryFactor = async (
  parts: AuthParts,
  tx: Tx,
  user: UserRow,
  attempt: { readonly code: string; readonly purpose: string },
  trace: RequestTrace,
): Promise<FactorTry> => {
  const { deps } = parts;
  const { sql } = tx;
  const key = createHmac('sha256', deps.keys.hmac).update(`factor|${user.id}`).digest('hex');
  const [, rows] = await tx.load(ensureFailureRows(sql, [key], trace.nowMs), lockFailures(sql, [key]));
  const count = rows[0] === undefined ? emptyCount(trace.nowMs) : toFailureCount(rows[0]);
  const leftMs = pauseLeftMs(count, trace.nowMs);
  if (leftMs > 0) {
    const error = new AppError('login_throttled', {}, { retryAfterS: Math.ceil(leftMs / 1000) });
    return { kind: 'refused', writes: [auditDenied(parts, sql, user, trace, 'throttled')], error };
  }
  const answer = await checkFactor(deps, tx, user.id, attempt.code, trace.nowMs);
  if (answer.kind === 'right') return answer;
  const counted = countAttempt(count, relaxLimit(FACTOR_LIMIT, deps.config.rateLimitFactor), trace.nowMs);
  if (counted.refusedUntilMs !== null) deps.metrics.auth.lockouts.inc();
  return {
    kind: 'refused',
    writes: [updateFailures(sql, key, counted), auditDenied(parts, sql, user, trace, attempt.purpose)],
    error: new AppError('invalid_credentials'),
  };
};
