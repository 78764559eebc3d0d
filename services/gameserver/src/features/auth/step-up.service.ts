import type { AnyStatement, Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { tryFactor } from './factor-attempt.ts';
import type { ProvenSession } from './issue-session.ts';
import { mintAccess, mustEnroll } from './issue-session.ts';
import { lockAttempt, returnStatements } from './login-attempt.service.ts';
import { provePassword } from './prove-password.ts';
import { proveSession } from './session.repository.ts';
import type { SessionOwner } from './sessions.service.ts';
import type { UserRow } from './user.repository.ts';
import { findUser, lockUser } from './user.repository.ts';

/** What somebody shows to prove himself anew. */
export interface StepUpProof {
  readonly password: string | undefined;
  readonly code: string | undefined;
}

/**
 * Proves a signed-in user anew (rule book, platform 3.7): by a code where the account has a second factor, else by its
 * password. The access token in the answer carries the proof, so that every process sees it at once; the session
 * remembers it for the tokens that follow.
 *
 * @throws AppError `validation_failed` without the proof this account needs, `invalid_credentials` for a wrong one,
 *   `login_throttled` after too many
 */
export const stepUp = async (
  parts: AuthParts,
  owner: SessionOwner,
  proof: StepUpProof,
  trace: RequestTrace,
): Promise<ProvenSession> => {
  const [known] = await findUser(parts.deps.db.sql, owner.userId);
  if (known === undefined) throw new AppError('session_revoked');
  const { user, amr } = known.hasSecondFactor
    ? await byCode(parts, owner, given(proof.code, '/code'), trace)
    : await byPassword(parts, { owner, user: known }, given(proof.password, '/password'), trace);
  parts.gate.forget(owner.sessionId);
  const session = {
    id: owner.sessionId,
    audience: owner.audience,
    playerId: user.playerId,
    strength: { amr, mfaAtMs: trace.nowMs },
  };
  return {
    user,
    accessToken: await mintAccess(parts, user, session, trace.nowMs),
    mustEnrollMfa: mustEnroll(parts, user, owner.audience),
  };
};

interface Proven {
  readonly user: UserRow;
  readonly amr: readonly string[];
}

const byPassword = async (
  parts: AuthParts,
  of: { readonly owner: SessionOwner; readonly user: UserRow },
  password: string,
  trace: RequestTrace,
): Promise<Proven> => {
  const attempt = await provePassword(parts, of.user, password, 'step_up', trace);
  return parts.deps.db.command(async (tx) => {
    const [users, rows] = await tx.load(lockUser(tx.sql, of.user.id), lockAttempt(tx.sql, attempt));
    const user = users[0];
    if (user?.passwordHash !== of.user.passwordHash) throw new AppError('invalid_credentials');
    const returned = returnStatements(parts, tx.sql, attempt, rows, trace.nowMs);
    const amr = await conclude(parts, tx, { owner: of.owner, method: 'pwd', writes: returned }, trace);
    return { user, amr };
  });
};

const byCode = async (
  parts: AuthParts,
  owner: SessionOwner,
  code: string,
  trace: RequestTrace,
): Promise<Proven> => {
  const outcome = await parts.deps.db.command(async (tx): Promise<Proven | AppError> => {
    const [users] = await tx.load(lockUser(tx.sql, owner.userId));
    const user = users[0];
    if (user === undefined) throw new AppError('session_revoked');
    const factor = await tryFactor(parts, tx, user, { code, purpose: 'step_up' }, trace);
    if (factor.kind === 'refused') {
      await tx.commit(...factor.writes);
      return factor.error;
    }
    const amr = await conclude(parts, tx, { owner, method: 'otp', writes: factor.writes }, trace);
    return { user, amr };
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
};

interface Conclusion {
  readonly owner: SessionOwner;
  readonly method: string;
  readonly writes: readonly AnyStatement[];
}

/** Commits the proof; answers every way the session was proved by now. */
const conclude = async (
  { deps }: AuthParts,
  tx: Tx,
  { owner, method, writes }: Conclusion,
  trace: RequestTrace,
): Promise<readonly string[]> => {
  const { sql } = tx;
  const [sessions] = await tx.load(proveSession(sql, owner.sessionId, method, trace.nowMs));
  const session = sessions[0];
  if (session === undefined) throw new AppError('session_revoked');
  await tx.commit(
    ...writes,
    insertAuditRow(deps, sql, {
      ...trace,
      actorType: owner.audience,
      actorUserId: owner.userId,
      sessionId: owner.sessionId,
      action: 'auth.step_up',
      resourceType: 'session',
      resourceId: owner.sessionId,
      outcome: 'success',
      severity: 'notice',
      details: { method },
    }),
  );
  return session.amr;
};

const given = (value: string | undefined, path: string): string => {
  if (value !== undefined) return value;
  throw new AppError(
    'validation_failed',
    {},
    { errors: [{ path, code: 'required', message: 'Is needed here.' }] },
  );
};
