/**
 * `npm run admin:reset [-- --user name]`: gives an operator a new password, printed this once, and signs him
 * out everywhere. Works on `DATABASE_URL`, else on the installation of this folder, running or not.
 */
import { parseArgs } from 'node:util';
import { resetAdmin } from '@sw/gameserver';
import { openGameDatabase } from './installation/game-database.ts';
import { runLifecycle } from './standalone/lifecycle.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const { values } = parseArgs({ options: { user: { type: 'string' } } });
  const db = await openGameDatabase(process.env, life, say);
  const { username, password } = await resetAdmin(db, { username: values.user });
  say(`New password of ${username}: ${password}`);
  say('It must be changed at the next sign-in and is not shown again.');
  life.end();
});
