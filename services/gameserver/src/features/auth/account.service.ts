import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { postMail } from '../mail/index.ts';
import { deleteMfa } from '../mfa/index.ts';
import { anonymise, findDoomedAccounts, requestDeletion } from './account.repository.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import type { EmailRow } from './email.repository.ts';
import { findAccount, lockAccount, setLocale } from './email.repository.ts';
import { changeEmail } from './email-verification.service.ts';
import { canonicalLocale } from './locale.ts';
import { revokeUserSessions } from './session.repository.ts';
import type { SessionOwner } from './sessions.service.ts';

const DAY_MS = 86_400_000;
/** How long a deletion can be taken back (rule book, platform 3.10). */
export const GRACE_DAYS = 14;
const BATCH = 50;

export const readAccount = async ({ deps }: AuthParts, owner: SessionOwner): Promise<EmailRow> => {
  const [account] = await findAccount(deps.db.sql, owner.userId);
  if (account === undefined) throw new AppError('session_revoked');
  return account;
};

export interface AccountChange {
  readonly locale: string | undefined;
  readonly email: string | undefined;
}

/** Changes language and address; nothing of it when one part is refused. */
export const changeAccount = (
  parts: AuthParts,
  owner: SessionOwner,
  change: AccountChange,
  trace: RequestTrace,
): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users] = await tx.load(lockAccount(sql, owner.userId));
    const user = users[0];
    if (user === undefined) throw new AppError('session_revoked');
    const email = change.email?.trim();
    const isNew = email !== undefined && email.toLowerCase() !== user.email?.toLowerCase();
    const writes = isNew ? await changeEmail(parts, tx, user, email, trace.nowMs) : [];
    await tx.commit(
      ...(change.locale === undefined ? [] : [setLocale(sql, user.id, canonicalLocale(change.locale))]),
      ...writes,
      insertAuditRow(parts.deps, sql, {
        ...trace,
        actorType: owner.audience,
        actorUserId: user.id,
        sessionId: owner.sessionId,
        action: isNew ? 'auth.email_change_requested' : 'users.changed',
        resourceType: 'user',
        resourceId: user.id,
        outcome: 'success',
        severity: isNew ? 'notice' : 'info',
      }),
    );
  });

/**
 * Dooms an account: every session ends, and in 14 days it is deleted unless its owner signs in before.
 *
 * @throws AppError `invalid_state` for an operator, whose scopes somebody has to take away first
 */
export const doomAccount = async (
  parts: AuthParts,
  owner: SessionOwner,
  isAdmin: boolean,
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  if (isAdmin) throw new AppError('invalid_state', { state: 'operator' });
  const ended = await deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users, sessions] = await tx.load(
      lockAccount(sql, owner.userId),
      revokeUserSessions(sql, owner.userId, null, 'account_deletion', trace.nowMs),
    );
    const user = users[0];
    if (user === undefined) throw new AppError('session_revoked');
    const isMailed = user.email !== null && user.emailVerifiedAt !== null;
    await saveAndTell(
      deps,
      tx,
      trace.nowMs,
      [
        requestDeletion(sql, user.id, trace.nowMs),
        ...(isMailed
          ? [
              postMail(
                deps,
                sql,
                {
                  to: user.email ?? '',
                  locale: user.locale,
                  kind: 'deletion_requested',
                  params: { username: user.username, days: String(GRACE_DAYS) },
                },
                trace.nowMs,
              ),
            ]
          : []),
        insertAuditRow(deps, sql, {
          ...trace,
          actorType: owner.audience,
          actorUserId: user.id,
          sessionId: owner.sessionId,
          action: 'users.deletion_requested',
          resourceType: 'user',
          resourceId: user.id,
          outcome: 'success',
          severity: 'notice',
        }),
      ],
      sessions.map(({ id }) => sessionRevoked(id, 'account_deletion')),
    );
    return sessions;
  });
  for (const { id } of ended) parts.gate.forget(id);
};

/** Deletes what was doomed 14 days ago: names and addresses go, the row stays for what refers to it. */
export const deleteDoomedAccounts = async (
  deps: Pick<AuthParts['deps'], 'db' | 'newId' | 'random' | 'metrics'>,
  nowMs: number,
): Promise<number> => {
  const doomed = await findDoomedAccounts(deps.db.sql, nowMs - GRACE_DAYS * DAY_MS, BATCH);
  for (const { id } of doomed) {
    await deps.db.command(async (tx) => {
      const { sql } = tx;
      const [users] = await tx.load(lockAccount(sql, id));
      // He signed in while this ran.
      if (users[0]?.deletionRequestedAt == null) return;
      const alias = `deleted_${Buffer.from(deps.random(4)).toString('hex')}`;
      await tx.commit(
        ...anonymise(sql, id, alias, nowMs),
        ...deleteMfa(sql, id),
        insertAuditRow(deps, sql, {
          nowMs,
          actorType: 'system',
          actorUserId: null,
          sessionId: null,
          requestId: null,
          ip: null,
          action: 'users.deleted',
          resourceType: 'user',
          resourceId: id,
          outcome: 'success',
          severity: 'notice',
        }),
      );
    });
  }
  return doomed.length;
};
