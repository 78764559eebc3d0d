import { checkDatabase } from '@sw/db';
import { resolveVariable, StartupError, stopOnSignals } from '@sw/service-kit';
import { startGameServer } from '../main.ts';
import type { CommandContext } from './command-context.ts';
import { databaseUrlOf } from './open-database.ts';

/** `serve`: runs the server until a signal stops it in order. */
export const serveCommand = async ({ env }: CommandContext): Promise<void> => {
  const databaseUrl = databaseUrlOf(env);
  const jwtSecret = resolveVariable(env, 'JWT_SECRET');
  if (jwtSecret === undefined) {
    throw new StartupError('JWT_SECRET is missing: set at least 32 random characters.');
  }
  await checkDatabase(databaseUrl);
  const server = await startGameServer({
    env: { ...env, JWT_SECRET_FILE: undefined },
    databaseUrl,
    secrets: { jwtSecret },
    // Behind the gateway the clients are served by themselves.
    clientDirs: {},
    embedded: false,
    // Whatever is worth telling stands in the log already.
    onProgress: () => undefined,
  });
  stopOnSignals({
    run: async () => {
      await server.stop();
      return true;
    },
  });
};
