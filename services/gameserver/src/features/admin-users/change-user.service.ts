import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import type { UserDetail } from '@sw/contracts/admin';
import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { SessionGate } from '../../http/authenticate.ts';
import type { AdminCaller } from '../../http/caller.ts';
import { assertVersion } from '../../http/if-match.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { bumpTokenVersion, revokeUserSessions } from '../auth/index.ts';
import { presentUser } from './users.presenter.ts';
import type { KnownUser } from './users.repository.ts';
import { findLogins, lockUser } from './users.repository.ts';

/** What an act makes of an account. */
export interface UserChange<E extends EndpointDeclaration> {
  readonly action: string;
  readonly severity: 'notice' | 'warning' | 'high';
  /** Throws where the account's present state does not allow it. */
  readonly check: (user: KnownUser) => void;
  readonly after: Partial<KnownUser>;
  readonly writes: (sql: Sql) => readonly AnyStatement[];
  readonly endsSessions: boolean;
  readonly reply: (user: UserDetail) => ReplyOf<E>;
}

/**
 * Changes one account: nobody touches his own, nor one that holds a scope he lacks (rule book, platform 13). Where
 * sessions end, every process hears of it and closes their sockets.
 */
export const changeUser = async <
  E extends EndpointDeclaration & { readonly params: NonNullable<EndpointDeclaration['params']> },
>(
  deps: Deps,
  gate: SessionGate,
  context: RequestContext<E> & { readonly caller: AdminCaller; readonly params: { readonly id: string } },
  change: UserChange<E>,
): Promise<RawReply> => {
  const { id } = context.params;
  const ended: string[] = [];
  const reply = await runAdminCommand(deps, context, change.action, async ({ sql, load }) => {
    const [[user]] = await load(lockUser(sql, id));
    if (user === undefined) throw new AppError('not_found');
    assertMayTouch(context.caller, user);
    assertVersion(context.ifMatch, user.version);
    if (user.status === 'deleted') throw new AppError('invalid_state', { state: user.status });
    change.check(user);
    const [logins, sessions] = await load(
      findLogins(sql, id),
      ...(change.endsSessions ? [revokeUserSessions(sql, id, null, change.action, context.nowMs)] : []),
    );
    const revoked = sessions ?? [];
    ended.push(...revoked.map((session) => session.id));
    const next = { ...user, ...change.after, version: user.version + 1 };
    return {
      resourceType: 'user',
      resourceId: id,
      severity: change.severity,
      before: recordOf(user),
      after: recordOf(next),
      details: { sessionsEnded: revoked.length },
      writes: [
        ...change.writes(sql),
        sql`UPDATE users SET version = version + 1 WHERE id = ${id}`,
        ...(change.endsSessions ? [bumpTokenVersion(sql, id)] : []),
      ],
      events: revoked.map((session) => sessionRevoked(session.id, 'operator')),
      reply: change.reply(presentUser(next, [], logins)),
    };
  });
  for (const sessionId of ended) gate.forget(sessionId);
  return reply;
};

/** @throws AppError `forbidden` for the own account and for accounts with more scopes. */
export const assertMayTouch = (
  caller: AdminCaller,
  user: { id: string; scopes: readonly string[] },
): void => {
  if (user.id === caller.userId) throw new AppError('forbidden');
  if (user.scopes.some((scope) => !caller.scopes.has(scope))) throw new AppError('forbidden');
};

/** What the audit log keeps of an account: no address, no secret. */
const recordOf = (user: KnownUser) => ({
  username: user.username,
  status: user.status,
  suspendedUntil: user.suspendedUntil?.toISOString() ?? null,
  statusReason: user.statusReason,
  mustChangePassword: user.mustChangePassword,
});
