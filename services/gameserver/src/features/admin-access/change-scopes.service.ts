import type { EndpointDeclaration } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { AdminCaller } from '../../http/caller.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { scopesChanged } from '../../realtime/outbox.ts';
import type { Scope } from '../auth/index.ts';
import { bumpTokenVersion, SCOPES } from '../auth/index.ts';
import { findHolder, lockHolder, lockOtherHolders, presentHolder } from './holders.repository.ts';

/** Without a holder of these nobody could make admins or see who did what. */
const KEPT: readonly string[] = ['scopes.grant', 'scopes.revoke', 'audit.read'];

type Context<E extends EndpointDeclaration> = RequestContext<E> & {
  readonly caller: AdminCaller;
  readonly params: { readonly userId: string };
};

const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);

/** @throws AppError `not_found` for what is no scope. */
export const scopeOf = (text: string): Scope => {
  if (!isScope(text)) throw new AppError('not_found');
  return text;
};

/**
 * Gives scopes to somebody else (rule book, platform 3.9): nobody gives what he lacks, and nobody to himself. His
 * tokens are renewed, and what his socket may hear is asked anew. Scopes he has already stay as they are.
 */
export const grantScopes = <E extends EndpointDeclaration>(
  deps: Deps,
  context: Context<E>,
  scopes: readonly Scope[],
): Promise<RawReply> =>
  change(deps, context, 'scopes.grant', async ({ held, now }) => {
    if (scopes.some((scope) => !context.caller.scopes.has(scope))) throw new AppError('forbidden');
    const added = scopes.filter((scope) => !held.includes(scope));
    return {
      after: [...held, ...added].sort(),
      statement: (sql) => sql`
        INSERT INTO admin_grants (id, user_id, scope, granted_by, granted_at)
        SELECT g.id, ${context.params.userId}::uuid, g.scope, ${context.caller.userId}::uuid, ${now}
        FROM unnest(${added.map(() => deps.newId())}::uuid[], ${added}::text[]) AS g (id, scope)`,
    };
  });

/**
 * Takes a scope away: not from oneself, not one the caller lacks, and not the last of those that are needed to make
 * admins (`last_holder`).
 */
export const revokeScope = <E extends EndpointDeclaration>(
  deps: Deps,
  context: Context<E>,
  scope: Scope,
): Promise<RawReply> =>
  change(deps, context, 'scopes.revoke', async ({ held, now, countOthers }) => {
    if (!context.caller.scopes.has(scope)) throw new AppError('forbidden');
    if (!held.includes(scope)) throw new AppError('not_found');
    if (KEPT.includes(scope) && (await countOthers(scope)) === 0) throw new AppError('last_holder');
    return {
      after: held.filter((each) => each !== scope),
      statement: (sql) => sql`
        UPDATE admin_grants SET revoked_at = ${now}, revoked_by = ${context.caller.userId}
        WHERE user_id = ${context.params.userId} AND scope = ${scope} AND revoked_at IS NULL`,
    };
  });

interface Judged {
  readonly held: readonly string[];
  readonly now: Date;
  readonly countOthers: (scope: string) => Promise<number>;
}

interface Decided {
  readonly after: readonly string[];
  readonly statement: (sql: Deps['db']['sql']) => ReturnType<typeof bumpTokenVersion>;
}

const change = <E extends EndpointDeclaration>(
  deps: Deps,
  context: Context<E>,
  action: string,
  decide: (judged: Judged) => Promise<Decided>,
): Promise<RawReply> => {
  const { userId } = context.params;
  if (userId === context.caller.userId) throw new AppError('forbidden');
  const now = new Date(context.nowMs);
  return runAdminCommand(deps, context, action, async ({ sql, load }) => {
    const [[locked]] = await load(lockHolder(sql, userId));
    if (locked === undefined || locked.status === 'deleted') throw new AppError('not_found');
    const [[before]] = await load(findHolder(sql, userId));
    if (before === undefined) throw new AppError('not_found');
    const held = before.grants.map(({ scope }) => scope);
    const countOthers = async (scope: string): Promise<number> =>
      (await load(lockOtherHolders(sql, scope, userId)))[0].length;
    const { after, statement } = await decide({ held, now, countOthers });
    await load(
      statement(sql),
      sql`UPDATE users SET is_admin = ${after.length > 0} WHERE id = ${userId}`,
      bumpTokenVersion(sql, userId),
    );
    const [[next]] = await load(findHolder(sql, userId));
    if (next === undefined) throw new AppError('not_found');
    return {
      resourceType: 'user',
      resourceId: userId,
      severity: 'high',
      before: { scopes: [...held] },
      after: { scopes: [...after] },
      writes: [],
      events: [scopesChanged(userId)],
      reply: presentHolder(next) as never,
    };
  });
};
