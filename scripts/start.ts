/** `npm start`: the whole game in one process on this machine. */
import { startGameServer } from '@sw/gameserver';
import { buildClients } from './clients/build-clients.ts';
import { dataFolder, standaloneEnvironment } from './standalone/environment.ts';
import { runLifecycle } from './standalone/lifecycle.ts';
import { prepareLogFile } from './standalone/log-file.ts';
import { openDatabase } from './standalone/open-database.ts';
import { assertCanListen, withFreeMetricsPort } from './standalone/ports.ts';
import { readyLine, welcome } from './standalone/welcome.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const env = await withFreeMetricsPort(standaloneEnvironment(process.env));
  await assertCanListen(env);
  const database = await openDatabase(env, life, say);
  life.proceed();
  const clientDirs = await buildClients(say);
  life.proceed();
  const logFile = prepareLogFile(dataFolder(env));
  const server = await startGameServer({
    env: { ...env, JWT_SECRET_FILE: undefined },
    databaseUrl: database.url,
    secrets: { jwtSecret: database.jwtSecret },
    clientDirs,
    embedded: database.isEmbedded,
    onProgress: say,
    logFile,
  });
  life.undoLater({
    run() {
      say('Stopping …');
      return server.stop();
    },
  });
  database.announce(server.url);
  say(welcome({ url: server.url, clientDirs, adminCredentials: server.adminCredentials, logFile }));
  if (env['SW_READY_JSON']) say(readyLine(server.url));
});
