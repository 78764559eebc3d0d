import { walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { LimiterFactory, RateLimiter } from '../../http/gcra.ts';
import { openAccounts } from '../../ledger/post.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { verificationMail } from './email-verification.service.ts';
import type { IssuedSession } from './issue-session.ts';
import { freshSession, toIssued } from './issue-session.ts';
import { canonicalLocale } from './locale.ts';
import type { RegistrationForm } from './registration.policy.ts';
import { registrationProblems } from './registration.policy.ts';
import { BY_PASSWORD } from './session.repository.ts';
import { claimName, findNameOwner, insertPlayerStub, insertUser } from './user.repository.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** New accounts per address: [limit, period] (rule book, platform 3.4). */
const REGISTRATION_LIMITS = [
  [5, HOUR_MS],
  [20, DAY_MS],
] as const;

/** The counters of new accounts. */
export const createRegistrationLimits = (factor: number, limiter: LimiterFactory): readonly RateLimiter[] =>
  REGISTRATION_LIMITS.map(([limit, periodMs]) =>
    limiter(`register-${periodMs}`, limit * factor, periodMs, limit * factor),
  );

/**
 * Creates an account with its persona and signs it in, in one transaction (rule book, platform 3.4). An
 * address that somebody has verified elsewhere is accepted unverified, so nobody learns of it; its owner is mailed.
 */
export const register = async (
  parts: AuthParts,
  limits: readonly RateLimiter[],
  form: RegistrationForm & { readonly locale: string | undefined },
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const { deps } = parts;
  const problems = registrationProblems(form);
  if (problems.length > 0) throw new AppError('validation_failed', {}, { errors: problems });
  const owners = await findNameOwner(deps.db.sql, form.username);
  if (owners.length > 0) throw nameTaken();
  await takeRegistration(parts, limits, trace);
  const passwordHash = await parts.hasher.hash(form.password);

  const [userId, playerId] = [deps.newId(), deps.newId()];
  const user = {
    id: userId,
    username: form.username,
    email: form.email ?? null,
    passwordHash,
    locale: canonicalLocale(form.locale),
    isAdmin: false,
    mustChangePassword: false,
    createdAtMs: trace.nowMs,
  };
  return deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, claimed] = await tx.load(insertUser(sql, user), claimName(sql, form.username, userId));
    if (claimed.length === 0) throw nameTaken();
    const mails = user.email === null ? [] : await verificationMail(parts, tx, user, user.email, trace.nowMs);
    const session = freshSession(deps, sql, { userId, audience: 'player', strength: BY_PASSWORD }, trace);
    await tx.commit(
      insertPlayerStub(sql, { id: playerId, userId, nowMs: trace.nowMs, isDemo: false }),
      openAccounts(sql, [walletOf(playerId)]),
      ...session.statements,
      ...mails,
      insertAuditRow(deps, sql, {
        ...trace,
        actorType: 'player',
        actorUserId: userId,
        sessionId: session.id,
        action: 'auth.register',
        resourceType: 'user',
        resourceId: userId,
        outcome: 'success',
        severity: 'info',
      }),
    );
    deps.metrics.players.registrations.inc();
    const row = { ...user, createdAt: new Date(trace.nowMs), tokenVersion: 1, hasSecondFactor: false };
    const signedIn = { id: session.id, audience: 'player', playerId, strength: BY_PASSWORD } as const;
    return toIssued(parts, row, signedIn, session.token, trace.nowMs);
  });
};

const takeRegistration = async (
  parts: AuthParts,
  limits: readonly RateLimiter[],
  trace: RequestTrace,
): Promise<void> => {
  for (const limit of limits) {
    const decision = await limit.take(trace.ip, trace.nowMs);
    if (decision.isAllowed) continue;
    parts.deps.metrics.rateLimit.hits.inc({ class: 'register' });
    throw new AppError(
      'rate_limited',
      {},
      { retryAfterS: Math.max(1, Math.ceil(decision.retryAfterMs / 1000)) },
    );
  }
};

const nameTaken = (): AppError => new AppError('already_exists', { field: 'username' });
