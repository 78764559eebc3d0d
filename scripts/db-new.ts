/** `npm run db:new -- add-station-version`: an empty migration of the game server. */
import { relative } from 'node:path';
import { MIGRATIONS_DIR } from '@sw/gameserver';
import { StartupError } from '@sw/service-kit/startup-error';
import { newMigration } from './migrations/new-migration.ts';

try {
  const path = newMigration(MIGRATIONS_DIR, process.argv[2] ?? '', Date.now());
  process.stdout.write(`${relative(process.cwd(), path)}\n`);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
