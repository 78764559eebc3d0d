import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { createPasswordHasher } from '../auth/index.ts';
import { claimName, generatePassword, insertUser, nameProblem } from '../auth/index.ts';
import { presentUser } from './users.presenter.ts';

/** Makes an account whose owner must choose his password at the first sign-in; his persona comes with it. */
export const createUser = async (
  deps: Deps,
  hasher: ReturnType<typeof createPasswordHasher>,
  context: RequestContext<(typeof ADMIN_ENDPOINTS)['createUser']>,
): Promise<RawReply> => {
  const { username, email } = context.body;
  const problem = nameProblem(username);
  if (problem !== null) {
    const errors = [{ path: '/username', code: problem, message: problem }];
    throw new AppError('validation_failed', {}, { errors });
  }
  const password = generatePassword(deps.random);
  const passwordHash = await hasher.hash(password);
  const id = deps.newId();
  return runAdminCommand(deps, context, 'users.create', async ({ sql, load }) => {
    const [, claimed] = await load(
      insertUser(sql, {
        id,
        username,
        email: email ?? null,
        passwordHash,
        locale: 'en',
        isAdmin: false,
        mustChangePassword: true,
        createdAtMs: context.nowMs,
      }),
      claimName(sql, username, id),
    );
    if (claimed.length === 0) throw new AppError('already_exists', { field: 'username' });
    const user = presentUser(
      {
        id,
        username,
        email: email ?? null,
        status: 'active',
        suspendedUntil: null,
        isAdmin: false,
        callsign: null,
        createdAt: new Date(context.nowMs),
        lastLoginAt: null,
        version: 1,
        statusReason: null,
        emailVerified: false,
        mustChangePassword: true,
        playerId: null,
        scopes: [],
      },
      [],
      [],
    );
    return {
      resourceType: 'user',
      resourceId: id,
      severity: 'warning',
      after: { username },
      writes: [],
      reply: { user, password },
    };
  });
};
