import type { FieldError } from '@sw/service-kit';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { findAccount } from './email.repository.ts';
import { cancelAttempt, lockAttempt, returnStatements } from './login-attempt.service.ts';
import { noticeTo } from './notice.ts';
import { normalizePassword, passwordProblems, personalParts } from './password.policy.ts';
import { provePassword } from './prove-password.ts';
import { revokeUserSessions } from './session.repository.ts';
import type { SessionOwner } from './sessions.service.ts';
import type { UserRow } from './user.repository.ts';
import { changePasswordHash, findUser, lockUser } from './user.repository.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the password and ends every other session. The token version stays: the session that changed it
 * proved the old password and goes on with the tokens it has, while the tokens of all others die with
 * their sessions (rule book, platform 3.5). Wrong guesses count like those of signing in.
 */
export const changePassword = async (
  parts: AuthParts,
  owner: SessionOwner,
  change: PasswordChange,
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  const [user] = await findUser(deps.db.sql, owner.userId);
  if (user === undefined) throw new AppError('session_revoked');
  const problems = newPasswordProblems(user, change);
  if (problems.length > 0) throw new AppError('validation_failed', {}, { errors: problems });

  const attempt = await provePassword(parts, user, change.currentPassword, 'password_change', trace);
  const newHash = await parts.hasher.hash(change.newPassword).catch(async (error: unknown) => {
    await cancelAttempt(parts, attempt);
    throw error;
  });
  const ended = await deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users, rows] = await tx.load(lockUser(sql, user.id), lockAttempt(sql, attempt));
    if (users[0]?.passwordHash !== user.passwordHash) throw new AppError('invalid_credentials');
    const [others, accounts] = await tx.load(
      revokeUserSessions(sql, user.id, owner.sessionId, 'password_change', trace.nowMs),
      findAccount(sql, user.id),
    );
    await saveAndTell(
      deps,
      tx,
      trace.nowMs,
      [
        ...returnStatements(parts, sql, attempt, rows, trace.nowMs),
        changePasswordHash(sql, user.id, newHash),
        ...noticeTo(deps, sql, accounts[0], 'password_changed', trace.nowMs),
        insertAuditRow(deps, sql, {
          ...trace,
          actorType: owner.audience,
          actorUserId: user.id,
          sessionId: owner.sessionId,
          action: 'auth.password_change',
          resourceType: 'user',
          resourceId: user.id,
          outcome: 'success',
          severity: 'notice',
          details: { sessionsEnded: others.length },
        }),
      ],
      others.map(({ id }) => sessionRevoked(id, 'password_change')),
    );
    return others;
  });
  for (const { id } of [{ id: owner.sessionId }, ...ended]) parts.gate.forget(id);
};

const newPasswordProblems = (user: UserRow, change: PasswordChange): readonly FieldError[] => {
  const path = '/newPassword';
  const isSame = normalizePassword(change.newPassword) === normalizePassword(change.currentPassword);
  if (isSame) return [{ path, code: 'unchanged', message: 'Must differ from the current password.' }];
  const owner = { names: personalParts(user.username, user.email), isAdmin: user.isAdmin };
  return passwordProblems(change.newPassword, owner, path);
};
