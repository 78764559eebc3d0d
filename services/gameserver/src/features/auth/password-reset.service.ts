import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { LimiterFactory, RateLimiter } from '../../http/gcra.ts';
import { createSecretToken, hashToken } from '../../platform/secret-token.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { postMail } from '../mail/index.ts';
import {
  consumeOneTimeToken,
  insertOneTimeToken,
  lockOneTimeToken,
  voidOneTimeTokens,
} from '../one-time-tokens/index.ts';
import { accountLink } from './account-links.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { findAccount, findByVerifiedEmail, lockAccount } from './email.repository.ts';
import { noticeTo } from './notice.ts';
import { passwordProblems, personalParts } from './password.policy.ts';
import { revokeUserSessions } from './session.repository.ts';
import { bumpTokenVersion, changePasswordHash, findUser } from './user.repository.ts';

const LINK_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;
const PER_EMAIL = 3;
const PER_ADDRESS = 10;

export interface ResetLimits {
  readonly email: RateLimiter;
  readonly address: RateLimiter;
}

/** The counters of requested resets. */
export const createResetLimits = (factor: number, limiter: LimiterFactory): ResetLimits => ({
  email: limiter('reset-email', PER_EMAIL * factor, HOUR_MS, PER_EMAIL * factor),
  address: limiter('reset-address', PER_ADDRESS * factor, HOUR_MS, PER_ADDRESS * factor),
});

/**
 * Mails a link for a new password to a verified address and to no other. Whoever asks learns nothing: every address is
 * answered alike, also one asked for too often (rule book, platform 3.5).
 *
 * @throws AppError `rate_limited` for an IP that asks for too many
 */
export const requestReset = async (
  parts: AuthParts,
  limits: ResetLimits,
  email: string,
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  const byAddress = await limits.address.take(trace.ip, trace.nowMs);
  if (!byAddress.isAllowed) {
    const retryAfterS = Math.max(1, Math.ceil(byAddress.retryAfterMs / 1000));
    throw new AppError('rate_limited', {}, { retryAfterS });
  }
  const byEmail = await limits.email.take(hashToken(email.trim().toLowerCase()).toString('hex'), trace.nowMs);
  if (!byEmail.isAllowed) return;
  await deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users] = await tx.load(findByVerifiedEmail(sql, email.trim()));
    const user = users[0];
    const isOpen = user !== undefined && user.email !== null && user.status !== 'banned';
    const { token, hash } = createSecretToken(deps.random);
    const trail = insertAuditRow(deps, sql, {
      ...trace,
      actorType: 'anonymous',
      actorUserId: null,
      sessionId: null,
      action: 'auth.password_reset_requested',
      resourceType: 'user',
      resourceId: user?.id ?? null,
      outcome: isOpen ? 'success' : 'denied',
      severity: 'notice',
    });
    if (!isOpen) {
      await tx.commit(trail);
      return;
    }
    const link = accountLink(deps.config, '/reset', token);
    await tx.commit(
      voidOneTimeTokens(sql, user.id, 'password_reset', trace.nowMs),
      insertOneTimeToken(sql, {
        id: deps.newId(),
        userId: user.id,
        purpose: 'password_reset',
        audience: 'player',
        tokenHash: hash,
        expiresAtMs: trace.nowMs + LINK_MS,
      }),
      postMail(
        deps,
        sql,
        {
          to: user.email ?? email,
          locale: user.locale,
          kind: 'password_reset',
          params: { username: user.username, link },
        },
        trace.nowMs,
      ),
      trail,
    );
  });
};

/**
 * Sets a new password by the link of a mail. Every session and every access token of the account ends, and its owner is
 * mailed a notice; a second factor stays what it is.
 *
 * @throws AppError `expired` for a link that is unknown, used, void or too old, `validation_failed` for a weak password
 */
export const resetPassword = async (
  parts: AuthParts,
  token: string,
  password: string,
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  const tokenHash = hashToken(token);
  const known = await deps.db.command(async (tx) => {
    const [tokens] = await tx.load(lockOneTimeToken(tx.sql, 'password_reset', tokenHash, trace.nowMs));
    const [users] = await tx.load(findUser(tx.sql, tokens[0]?.userId ?? NOBODY));
    return users[0];
  });
  if (known === undefined) throw new AppError('expired');
  const owner = { names: personalParts(known.username, known.email), isAdmin: known.isAdmin };
  const problems = passwordProblems(password, owner, '/password');
  if (problems.length > 0) throw new AppError('validation_failed', {}, { errors: problems });
  const passwordHash = await parts.hasher.hash(password);
  const ended = await deps.db.command(async (tx) => {
    const { sql } = tx;
    const [taken] = await tx.load(consumeOneTimeToken(sql, 'password_reset', tokenHash, trace.nowMs));
    if (taken.length === 0) throw new AppError('expired');
    const [, sessions, accounts] = await tx.load(
      lockAccount(sql, known.id),
      revokeUserSessions(sql, known.id, null, 'password_reset', trace.nowMs),
      findAccount(sql, known.id),
    );
    const account = accounts[0];
    if (account === undefined || account.status === 'deleted') throw new AppError('expired');
    await saveAndTell(
      deps,
      tx,
      trace.nowMs,
      [
        changePasswordHash(sql, known.id, passwordHash),
        bumpTokenVersion(sql, known.id),
        ...noticeTo(deps, sql, account, 'password_changed', trace.nowMs),
        insertAuditRow(deps, sql, {
          ...trace,
          actorType: 'anonymous',
          actorUserId: null,
          sessionId: null,
          action: 'auth.password_reset',
          resourceType: 'user',
          resourceId: known.id,
          outcome: 'success',
          severity: 'notice',
          details: { sessionsEnded: sessions.length },
        }),
      ],
      sessions.map(({ id }) => sessionRevoked(id, 'password_reset')),
    );
    return sessions;
  });
  for (const { id } of ended) parts.gate.forget(id);
};

/** An id no account has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
