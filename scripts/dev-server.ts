/** The part of `npm run dev` that starts again when a file changes: the game server alone, on a database that stays. */
import { startGameServer } from '@sw/gameserver';
import { runLifecycle } from './standalone/lifecycle.ts';
import { firstSignIn } from './standalone/welcome.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const { DATABASE_URL = '', JWT_SECRET = '', SW_EMBEDDED } = process.env;
  const server = await startGameServer({
    env: process.env,
    databaseUrl: DATABASE_URL,
    secrets: { jwtSecret: JWT_SECRET },
    clientDirs: {},
    embedded: SW_EMBEDDED === '1',
    onProgress: say,
  });
  life.undoLater({ run: () => server.stop() });
  say(`The game server answers at ${server.url}.`);
  if (server.adminCredentials !== undefined) say(firstSignIn(server.adminCredentials));
});
