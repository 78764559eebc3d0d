import type { Database } from '@sw/db';
import { createMetrics, createUuidV7, StartupError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { systemClock } from '../../platform/clock.ts';
import type { RandomBytes } from '../../platform/random.ts';
import { systemRandom } from '../../platform/random.ts';
import { insertOutboxRow, sessionRevoked } from '../../realtime/outbox.ts';
import { deleteMfa } from '../mfa/index.ts';
import { findAdminByName, findGrantHolders, lockAdmins } from './admin.repository.ts';
import type { GeneratedCredentials } from './default-admin.service.ts';
import { generatePassword } from './generated-password.ts';
import { deleteAllFailures } from './login-failure.repository.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { revokeUserSessions } from './session.repository.ts';
import { imposePasswordHash } from './user.repository.ts';

export interface ResetOptions {
  /** Username; without it the only holder of `scopes.grant`. */
  readonly username?: string | undefined;
  readonly nowMs?: number;
  readonly random?: RandomBytes;
}

/**
 * Gives an operator a new generated password (rule book, platform 3.8): it must be changed at the first
 * sign-in, its second factor is taken away, every session of the account ends, and the counters of failed sign-ins are
 * forgotten, since whoever runs this is at the machine. Running servers hear of it through the outbox.
 *
 * @throws StartupError when it is not clear whose password is meant
 */
export const resetAdmin = async (db: Database, options: ResetOptions = {}): Promise<GeneratedCredentials> => {
  const random = options.random ?? systemRandom;
  const nowMs = options.nowMs ?? systemClock();
  const newId = createUuidV7(() => nowMs);
  const password = generatePassword(random);
  const passwordHash = await createPasswordHasher(random).hash(password);
  return db.command(async (tx) => {
    const { sql } = tx;
    const { username } = options;
    const [, admins] = await tx.load(
      lockAdmins(sql),
      username === undefined ? findGrantHolders(sql) : findAdminByName(sql, username),
    );
    const [admin] = admins;
    if (admin === undefined) throw new StartupError(noSuchAdmin(username));
    if (admins.length > 1) {
      const names = admins.map((row) => row.username).join(', ');
      throw new StartupError(`There are several admins (${names}): name one with --user.`);
    }
    const [ended] = await tx.load(revokeUserSessions(sql, admin.id, null, 'admin_reset', nowMs));
    const events = ended.map(({ id }) => sessionRevoked(id, 'admin_reset'));
    await tx.commit(
      imposePasswordHash(sql, admin.id, passwordHash),
      deleteAllFailures(sql),
      ...deleteMfa(sql, admin.id),
      insertAuditRow({ newId, metrics: createMetrics() }, sql, {
        nowMs,
        actorType: 'system',
        actorUserId: null,
        sessionId: null,
        requestId: null,
        ip: null,
        action: 'admin.reset',
        resourceType: 'user',
        resourceId: admin.id,
        outcome: 'success',
        severity: 'high',
        details: { sessionsEnded: ended.length },
      }),
      ...(events.length === 0 ? [] : [insertOutboxRow(sql, newId(), nowMs, events)]),
    );
    return { username: admin.username, password };
  });
};

const noSuchAdmin = (username: string | undefined): string =>
  username === undefined
    ? 'There is no admin yet: the first start of the server makes one.'
    : `There is no admin with the name ${username}.`;
