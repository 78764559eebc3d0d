/** The part of `npm run dev` that starts again when a file changes: the game server alone, on a database that stays. */
import { startGameServer } from '@sw/gameserver';
import { runLifecycle } from './standalone/lifecycle.ts';
import { welcome } from './standalone/welcome.ts';

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
  say(welcome({ url: server.url, clientDirs: {}, adminCredentials: server.adminCredentials }));
});
