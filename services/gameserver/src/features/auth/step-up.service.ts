import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import type { ProvenSession } from './issue-session.ts';
import { mintAccess } from './issue-session.ts';
import { lockAttempt, returnStatements } from './login-attempt.service.ts';
import { provePassword } from './prove-password.ts';
import { proveSession } from './session.repository.ts';
import type { SessionOwner } from './sessions.service.ts';
import { findUser, lockUser } from './user.repository.ts';

/** What somebody shows to prove himself anew. */
export interface StepUpProof {
  readonly password: string | undefined;
  readonly code: string | undefined;
}

/**
 * Proves a signed-in user anew (rule book, platform 3.7). The access token in the answer carries the proof, so that
 * every process sees it at once; the session remembers it for the tokens that follow.
 *
 * @throws AppError `validation_failed` without the proof this account needs, `invalid_credentials` for a wrong one
 */
export const stepUp = async (
  parts: AuthParts,
  owner: SessionOwner,
  proof: StepUpProof,
  trace: RequestTrace,
): Promise<ProvenSession> => {
  const { deps } = parts;
  const [user] = await findUser(deps.db.sql, owner.userId);
  if (user === undefined) throw new AppError('session_revoked');
  if (proof.password === undefined) throw missing('/password');
  const attempt = await provePassword(parts, user, proof.password, 'step_up', trace);
  const proved = await deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users, rows] = await tx.load(lockUser(sql, user.id), lockAttempt(sql, attempt));
    if (users[0]?.passwordHash !== user.passwordHash) throw new AppError('invalid_credentials');
    const [sessions] = await tx.load(proveSession(sql, owner.sessionId, 'pwd', trace.nowMs));
    const session = sessions[0];
    if (session === undefined) throw new AppError('session_revoked');
    await tx.commit(
      ...returnStatements(parts, sql, attempt, rows, trace.nowMs),
      insertAuditRow(deps, sql, {
        ...trace,
        actorType: owner.audience,
        actorUserId: user.id,
        sessionId: owner.sessionId,
        action: 'auth.step_up',
        resourceType: 'session',
        resourceId: owner.sessionId,
        outcome: 'success',
        severity: 'notice',
      }),
    );
    return { user: users[0], amr: session.amr };
  });
  parts.gate.forget(owner.sessionId);
  const session = {
    id: owner.sessionId,
    audience: owner.audience,
    playerId: proved.user.playerId,
    strength: { amr: proved.amr, mfaAtMs: trace.nowMs },
  };
  return { user: proved.user, accessToken: await mintAccess(parts, proved.user, session, trace.nowMs) };
};

const missing = (path: string): AppError =>
  new AppError('validation_failed', {}, { errors: [{ path, code: 'required', message: 'Is needed here.' }] });
