import { migrate } from '@sw/db';
import { createLogger } from '@sw/service-kit';
import { loadConfig } from '../config.ts';
import { MIGRATIONS_DIR, prepareDatabase } from '../prepare-database.ts';
import type { CommandContext } from './command-context.ts';
import { withDatabase } from './open-database.ts';

/** `migrate`: brings the database to the newest schema. */
export const migrateCommand = ({ env, say }: CommandContext): Promise<void> =>
  withDatabase(env, async (db) => {
    const applied = await migrate(db, MIGRATIONS_DIR, { onApply: (name) => say(`Applying ${name} …`) });
    say(applied.length === 0 ? 'The schema is up to date.' : `${applied.length} migrations applied.`);
  });

/** `generate`: the newest schema, and the world of this server's role unless the database has it already. */
export const generateCommand = async ({ env, say }: CommandContext): Promise<void> => {
  const config = loadConfig(env);
  const logger = createLogger({ service: 'gameserver', level: config.logLevel });
  await withDatabase(env, (db) => prepareDatabase(db, { ...config, onProgress: say }, logger));
  say('The world is there.');
};
