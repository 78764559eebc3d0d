import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { createSecretToken, hashToken } from '../../platform/secret-token.ts';
import {
  countTokenFailure,
  endOneTimeToken,
  insertOneTimeToken,
  lockOneTimeToken,
} from '../one-time-tokens/index.ts';
import { isBlocked } from './account.policy.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import { tryFactor } from './factor-attempt.ts';
import type { IssuedSession } from './issue-session.ts';
import { openSession } from './open-session.ts';
import { lockUser } from './user.repository.ts';

/** A sign-in that still needs a code. */
export interface MfaChallenge {
  readonly mfaToken: string;
}

const CHALLENGE_MS = 5 * 60_000;
/** So many wrong codes void the challenge (rule book, platform 3.7). */
const MAX_FAILURES = 5;

/** Makes the challenge that follows a first proof: `amr` says which one it was. */
export const challengeOf = (
  { deps }: AuthParts,
  sql: Sql,
  of: { readonly userId: string; readonly audience: Audience; readonly amr: string },
  nowMs: number,
): { readonly challenge: MfaChallenge; readonly statement: AnyStatement } => {
  const { token, hash } = createSecretToken(deps.random);
  const statement = insertOneTimeToken(sql, {
    id: deps.newId(),
    userId: of.userId,
    purpose: 'mfa_challenge',
    audience: of.audience,
    tokenHash: hash,
    expiresAtMs: nowMs + CHALLENGE_MS,
    meta: { amr: of.amr },
  });
  return { challenge: { mfaToken: token }, statement };
};

/**
 * Completes a sign-in by a code of the second factor, at the path of the audience it began at.
 *
 * @throws AppError `expired` for a challenge that is unknown, used, void or of the other audience,
 *   `invalid_credentials` for a wrong code, `login_throttled` after too many
 */
export const completeSignIn = async (
  parts: AuthParts,
  audience: Audience,
  answer: { readonly mfaToken: string; readonly code: string },
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const outcome = await parts.deps.db.command(async (tx): Promise<IssuedSession | AppError> => {
    const { sql } = tx;
    const [tokens] = await tx.load(
      lockOneTimeToken(sql, 'mfa_challenge', hashToken(answer.mfaToken), trace.nowMs),
    );
    const token = tokens[0];
    if (token === undefined || token.audience !== audience) throw new AppError('expired');
    const [users] = await tx.load(lockUser(sql, token.userId ?? ''));
    const user = users[0];
    if (user === undefined) throw new AppError('expired');
    const factor = await tryFactor(parts, tx, user, { code: answer.code, purpose: 'mfa' }, trace);
    if (factor.kind === 'refused') {
      const isVoid = token.failures + 1 >= MAX_FAILURES;
      await tx.commit(
        ...factor.writes,
        countTokenFailure(sql, token.id),
        ...(isVoid ? [endOneTimeToken(sql, token.id, trace.nowMs)] : []),
      );
      parts.deps.metrics.auth.logins.inc({ outcome: 'failed', method: 'mfa' });
      return factor.error;
    }
    if (isBlocked(user, trace.nowMs)) throw new AppError('account_suspended');
    const strength = { amr: [String(token.meta['amr'] ?? 'pwd'), 'otp'], mfaAtMs: trace.nowMs };
    const writes = [...factor.writes, endOneTimeToken(sql, token.id, trace.nowMs)];
    return openSession(parts, tx, { audience, user, strength, method: 'mfa', writes }, trace);
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
};
