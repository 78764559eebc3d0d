import type { Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import {
  confirmCredential,
  createBackupCodes,
  deleteMfa,
  ENROLMENT_MS,
  enrolmentOf,
  findMfaState,
  hashBackupCode,
  lockCredential,
  putEnrolment,
  replaceBackupCodes,
  SECRET_BYTES,
  secretContext,
  stepOfCode,
} from '../mfa/index.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { tryFactor } from './factor-attempt.ts';
import { lockAttempt, returnStatements } from './login-attempt.service.ts';
import { provePassword } from './prove-password.ts';
import { proveSession, revokeUserSessions } from './session.repository.ts';
import type { SessionOwner } from './sessions.service.ts';
import type { UserRow } from './user.repository.ts';
import { findUser, lockUser } from './user.repository.ts';

/** What the owner of an account sees of its second factor. */
export const readMfa = async ({ deps }: AuthParts, owner: SessionOwner) => {
  const [state] = await findMfaState(deps.db.sql, owner.userId);
  const confirmedAt = state?.confirmedAt ?? null;
  return {
    enabled: confirmedAt !== null,
    confirmedAt,
    backupCodesLeft: confirmedAt === null ? 0 : Number(state?.backupCodesLeft ?? 0),
    required: owner.audience === 'admin' && deps.config.isAdminMfaRequired,
  };
};

/** Begins an enrolment; an older unconfirmed one is replaced. Refused while a confirmed one stands. */
export const setUpMfa = async (parts: AuthParts, owner: SessionOwner, trace: RequestTrace) => {
  const { deps } = parts;
  const secret = deps.random(SECRET_BYTES);
  const username = await deps.db.command(async (tx) => {
    const user = await lockOwner(tx, owner);
    if (user.hasSecondFactor) throw new AppError('invalid_state', { state: 'enabled' });
    const sealed = seal(deps.keys.data, deps.random, secretContext(user.id), secret);
    await tx.commit(
      putEnrolment(tx.sql, user.id, sealed, trace.nowMs),
      audit(parts, tx, owner, 'auth.mfa_setup', trace),
    );
    return user.username;
  });
  return enrolmentOf(secret, username);
};

/** Takes the second factor into use and ends every other session. The backup codes are answered this once. */
export const confirmMfa = async (
  parts: AuthParts,
  owner: SessionOwner,
  code: string,
  trace: RequestTrace,
): Promise<readonly string[]> => {
  const { deps } = parts;
  const codes = createBackupCodes(deps.random);
  const ended = await deps.db.command(async (tx) => {
    const { sql } = tx;
    const user = await lockOwner(tx, owner);
    const [credentials] = await tx.load(lockCredential(sql, user.id));
    const credential = credentials[0];
    if (credential === undefined) throw new AppError('invalid_state', { state: 'none' });
    if (credential.confirmedAt !== null) throw new AppError('invalid_state', { state: 'enabled' });
    if (credential.createdAt.getTime() + ENROLMENT_MS <= trace.nowMs) throw new AppError('expired');
    const secret = unseal(deps.keys.data, secretContext(user.id), credential.secretEnc);
    const step = stepOfCode(secret, code, 0, trace.nowMs);
    if (step === null) throw new AppError('invalid_credentials');
    const [others] = await tx.load(
      revokeUserSessions(sql, user.id, owner.sessionId, 'mfa_enabled', trace.nowMs),
      proveSession(sql, owner.sessionId, 'otp', trace.nowMs),
    );
    await saveAndTell(
      deps,
      tx,
      trace.nowMs,
      [
        confirmCredential(sql, user.id, step, trace.nowMs),
        ...replaceBackupCodes(sql, user.id, codes.map(hashBackupCode)),
        audit(parts, tx, owner, 'auth.mfa_enabled', trace),
      ],
      others.map(({ id }) => sessionRevoked(id, 'mfa_enabled')),
    );
    return others;
  });
  for (const { id } of [{ id: owner.sessionId }, ...ended]) parts.gate.forget(id);
  return codes;
};

/** Replaces every backup code, proved by a code. */
export const renewBackupCodes = async (
  parts: AuthParts,
  owner: SessionOwner,
  code: string,
  trace: RequestTrace,
): Promise<readonly string[]> => {
  const codes = createBackupCodes(parts.deps.random);
  const refused = await parts.deps.db.command(async (tx) => {
    const user = await lockEnrolled(tx, owner);
    const factor = await tryFactor(parts, tx, user, { code, purpose: 'mfa_backup_codes' }, trace);
    if (factor.kind === 'refused') {
      await tx.commit(...factor.writes);
      return factor.error;
    }
    await tx.commit(
      ...factor.writes,
      ...replaceBackupCodes(tx.sql, user.id, codes.map(hashBackupCode)),
      audit(parts, tx, owner, 'auth.mfa_backup_codes', trace),
    );
    return null;
  });
  if (refused !== null) throw refused;
  return codes;
};

/** Takes the second factor away, proved by the password (where there is one) and a code. */
export const disableMfa = async (
  parts: AuthParts,
  owner: SessionOwner,
  proof: { readonly password: string | undefined; readonly code: string },
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  const [known] = await findUser(deps.db.sql, owner.userId);
  if (known === undefined) throw new AppError('session_revoked');
  if (known.isAdmin && deps.config.isAdminMfaRequired)
    throw new AppError('invalid_state', { state: 'required' });
  if (!known.hasSecondFactor) throw new AppError('invalid_state', { state: 'none' });
  if (known.passwordHash !== null && proof.password === undefined) {
    const errors = [{ path: '/password', code: 'required', message: 'Is needed here.' }];
    throw new AppError('validation_failed', {}, { errors });
  }
  const attempt =
    known.passwordHash === null
      ? null
      : await provePassword(parts, known, proof.password ?? '', 'mfa_disable', trace);
  const refused = await deps.db.command(async (tx) => {
    const user = await lockEnrolled(tx, owner);
    const rows = attempt === null ? [] : (await tx.load(lockAttempt(tx.sql, attempt)))[0];
    const returned = attempt === null ? [] : returnStatements(parts, tx.sql, attempt, rows, trace.nowMs);
    const factor = await tryFactor(parts, tx, user, { code: proof.code, purpose: 'mfa_disable' }, trace);
    if (factor.kind === 'refused') {
      await tx.commit(...returned, ...factor.writes);
      return factor.error;
    }
    await tx.commit(
      ...returned,
      ...deleteMfa(tx.sql, user.id),
      audit(parts, tx, owner, 'auth.mfa_disabled', trace),
    );
    return null;
  });
  if (refused !== null) throw refused;
  parts.gate.forget(owner.sessionId);
};

const lockOwner = async (tx: Tx, owner: SessionOwner): Promise<UserRow> => {
  const [users] = await tx.load(lockUser(tx.sql, owner.userId));
  if (users[0] === undefined) throw new AppError('session_revoked');
  return users[0];
};

const lockEnrolled = async (tx: Tx, owner: SessionOwner): Promise<UserRow> => {
  const user = await lockOwner(tx, owner);
  if (!user.hasSecondFactor) throw new AppError('invalid_state', { state: 'none' });
  return user;
};

const audit = (parts: AuthParts, tx: Tx, owner: SessionOwner, action: string, trace: RequestTrace) =>
  insertAuditRow(parts.deps, tx.sql, {
    ...trace,
    actorType: owner.audience,
    actorUserId: owner.userId,
    sessionId: owner.sessionId,
    action,
    resourceType: 'user',
    resourceId: owner.userId,
    outcome: 'success',
    severity: 'notice',
  });
