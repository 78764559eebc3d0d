import { StartupError } from '@sw/service-kit';
import { loadConfig } from '../config.ts';
import { resetAdmin } from '../features/auth/index.ts';
import type { CommandContext } from './command-context.ts';
import { withDatabase } from './open-database.ts';

/** `admin:reset`: a new password for an operator, shown this once; his sessions end. */
export const resetAdminCommand = async ({ env, user, say }: CommandContext): Promise<void> => {
  if (loadConfig(env).regional !== null) {
    throw new StartupError('A regional server has no accounts; run admin:reset where SERVICE_ROLE is nexus.');
  }
  const { username, password } = await withDatabase(env, (db) => resetAdmin(db, { username: user }));
  say(`New password of ${username}: ${password}`);
  say('It must be changed at the next sign-in and is not shown again.');
};
