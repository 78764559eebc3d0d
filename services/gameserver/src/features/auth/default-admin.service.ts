import { registration } from '@sw/contracts';
import { isReservedName } from '@sw/rules';
import { StartupError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { Deps } from '../../deps.ts';
import { findGrantHolders, insertGrants, lockAdmins } from './admin.repository.ts';
import { generatePassword } from './generated-password.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { SCOPES } from './scopes.ts';
import { claimName, insertUser } from './user.repository.ts';

/** A password somebody has to be told, this once. */
export interface GeneratedCredentials {
  readonly username: string;
  readonly password: string;
}

const EMBEDDED_USERNAME = 'admin';

/**
 * Sees to it that somebody can make admins (rule book, platform 3.8): without any holder of `scopes.grant`
 * one account with every scope is created, whose password must be changed at the first sign-in. Of many
 * processes that start together one creates it. An existing admin is never touched, so rotating
 * `ADMIN_PASSWORD` resets nothing.
 *
 * @returns the credentials when the password was generated, after they were committed
 * @throws StartupError when the first start lacks a usable `ADMIN_USERNAME` or `ADMIN_PASSWORD`
 */
export const ensureDefaultAdmin = async (
  deps: Deps,
  options: { readonly embedded: boolean },
): Promise<GeneratedCredentials | null> => {
  if ((await findGrantHolders(deps.db.sql)).length > 0) return null;
  const username = usernameOf(deps, options.embedded);
  const { adminPassword } = deps.config;
  const password = adminPassword ?? generatePassword(deps.random);
  const passwordHash = await createPasswordHasher(deps.random).hash(password);
  const wasCreated = await createAdmin(deps, username, passwordHash);
  return wasCreated && adminPassword === undefined ? { username, password } : null;
};

const usernameOf = (deps: Deps, isEmbedded: boolean): string => {
  const { adminUsername, adminPassword } = deps.config;
  if (isEmbedded) return EMBEDDED_USERNAME;
  if (adminUsername === undefined || adminPassword === undefined) {
    throw new StartupError(
      'Set ADMIN_USERNAME and ADMIN_PASSWORD for the first start: there is no admin yet.',
    );
  }
  if (!registration.shape.username.safeParse(adminUsername).success || isReservedName(adminUsername)) {
    throw new StartupError(
      'ADMIN_USERNAME must have 3 to 20 letters, digits, _ or - and must not be a reserved name such as admin.',
    );
  }
  return adminUsername;
};

/** True when this process created the account, false when another one was faster. */
const createAdmin = (deps: Deps, username: string, passwordHash: string): Promise<boolean> => {
  const nowMs = deps.clock();
  const userId = deps.newId();
  const grants = SCOPES.map((scope) => ({ id: deps.newId(), scope }));
  return deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, holders] = await tx.load(lockAdmins(sql), findGrantHolders(sql));
    if (holders.length > 0) return false;
    const [, claimed] = await tx.load(
      insertUser(sql, {
        id: userId,
        username,
        email: null,
        passwordHash,
        locale: 'en',
        isAdmin: true,
        mustChangePassword: true,
        createdAtMs: nowMs,
      }),
      claimName(sql, username, userId),
    );
    if (claimed.length === 0) {
      throw new StartupError(
        `The name ${username} belongs to another account; choose another ADMIN_USERNAME.`,
      );
    }
    await tx.commit(
      insertGrants(sql, grants, userId, nowMs),
      insertAuditRow(deps, sql, {
        nowMs,
        actorType: 'system',
        actorUserId: null,
        sessionId: null,
        requestId: null,
        ip: null,
        action: 'admin.created',
        resourceType: 'user',
        resourceId: userId,
        outcome: 'success',
        severity: 'high',
        details: { scopes: grants.length },
      }),
    );
    return true;
  });
};
