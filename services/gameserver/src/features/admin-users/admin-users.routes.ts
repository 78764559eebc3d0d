import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { createPasswordHasher, generatePassword, imposePasswordHash } from '../auth/index.ts';
import { changeUser } from './change-user.service.ts';
import { createUser } from './create-user.service.ts';
import { listUsers, readUser } from './read-users.service.ts';
import type { KnownUser } from './users.repository.ts';
import { findUser } from './users.repository.ts';

const setStatus = (status: KnownUser['status'], until: Date | null, reason: string | null) => ({
  status,
  suspendedUntil: until,
  statusReason: reason,
});

const assertState = (user: KnownUser, allowed: readonly KnownUser['status'][]): void => {
  if (!allowed.includes(user.status)) throw new AppError('invalid_state', { state: user.status });
};

/** Binds what operators do with accounts. */
export const registerAdminUserRoutes: RegisterRoutes = ({ bind, deps, gate }) => {
  const hasher = createPasswordHasher(deps.random);

  bind(ADMIN_ENDPOINTS.listUsers, ({ query }) => listUsers(deps, query));
  bind(ADMIN_ENDPOINTS.getUser, async (context) => {
    const user = await readUser(deps.db.sql, context.params.id, context.nowMs);
    context.setHeader('etag', `"${user.version}"`);
    return user;
  });
  bind(ADMIN_ENDPOINTS.revealEmail, (context) =>
    runAdminCommand(deps, context, 'users.reveal_email', async ({ sql, load }) => {
      const [[user]] = await load(findUser(sql, context.params.id));
      if (user === undefined) throw new AppError('not_found');
      return {
        resourceType: 'user',
        resourceId: user.id,
        severity: 'info',
        writes: [],
        reply: { email: user.email },
      };
    }),
  );
  bind(ADMIN_ENDPOINTS.createUser, (context) => createUser(deps, hasher, context));

  bind(ADMIN_ENDPOINTS.suspendUser, (context) => {
    const until = new Date(context.body.until);
    if (until.getTime() <= context.nowMs) {
      const errors = [{ path: '/until', code: 'too_small', message: 'must lie ahead' }];
      throw new AppError('validation_failed', {}, { errors });
    }
    const after = setStatus('suspended', until, context.body.reason);
    return changeUser(deps, gate, context, {
      action: 'users.suspend',
      severity: 'warning',
      check: (user) => assertState(user, ['active', 'suspended']),
      after,
      writes: (sql) => [
        sql`UPDATE users SET status = 'suspended', suspended_until = ${until},
              status_reason = ${context.body.reason} WHERE id = ${context.params.id}`,
      ],
      endsSessions: true,
      reply: (user) => user,
    });
  });

  bind(ADMIN_ENDPOINTS.banUser, (context) =>
    changeUser(deps, gate, context, {
      action: 'users.ban',
      severity: 'high',
      check: (user) => assertState(user, ['active', 'suspended']),
      after: setStatus('banned', null, context.body.reason),
      writes: (sql) => [
        sql`UPDATE users SET status = 'banned', suspended_until = NULL,
              status_reason = ${context.body.reason} WHERE id = ${context.params.id}`,
      ],
      endsSessions: true,
      reply: (user) => user,
    }),
  );

  bind(ADMIN_ENDPOINTS.restoreUser, (context) =>
    changeUser(deps, gate, context, {
      action: 'users.restore',
      severity: 'warning',
      check: (user) => assertState(user, ['suspended', 'banned']),
      after: setStatus('active', null, null),
      writes: (sql) => [
        sql`UPDATE users SET status = 'active', suspended_until = NULL, status_reason = NULL
            WHERE id = ${context.params.id}`,
      ],
      endsSessions: false,
      reply: (user) => user,
    }),
  );

  bind(ADMIN_ENDPOINTS.revokeUserSessions, (context) =>
    changeUser(deps, gate, context, {
      action: 'users.revoke_sessions',
      severity: 'notice',
      check: () => undefined,
      after: {},
      writes: () => [],
      endsSessions: true,
      reply: (user) => user,
    }),
  );

  bind(ADMIN_ENDPOINTS.resetPassword, async (context) => {
    const password = generatePassword(deps.random);
    const passwordHash = await hasher.hash(password);
    return changeUser(deps, gate, context, {
      action: 'users.password_reset',
      severity: 'high',
      check: () => undefined,
      after: { mustChangePassword: true },
      writes: (sql) => [imposePasswordHash(sql, context.params.id, passwordHash)],
      endsSessions: true,
      reply: (user) => ({ user, password }),
    });
  });

  bind(ADMIN_ENDPOINTS.deleteUser, (context) => {
    const { id } = context.params;
    const username = `deleted-${id.slice(-12)}`;
    return changeUser(deps, gate, context, {
      action: 'users.delete',
      severity: 'high',
      // Whoever still holds scopes loses them first, one by one, with reasons of their own.
      check: (user) => {
        if (user.scopes.length > 0) throw new AppError('invalid_state', { state: 'admin' });
      },
      after: { ...setStatus('deleted', null, context.body.reason), username, email: null },
      writes: (sql) => [
        sql`UPDATE users SET status = 'deleted', suspended_until = NULL, status_reason = ${context.body.reason},
              username = ${username}, email = NULL, email_verified_at = NULL, password_hash = NULL,
              deleted_at = ${new Date(context.nowMs)} WHERE id = ${id}`,
        sql`UPDATE sessions SET ip = '', user_agent = '' WHERE user_id = ${id}`,
      ],
      endsSessions: true,
      reply: (user) => user,
    });
  });
};
