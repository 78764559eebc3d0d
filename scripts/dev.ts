/**
 * `npm run dev`: as `npm start`, but the web clients come from Vite (3000 and 3001) and the game server starts again
 * whenever one of its files changes, on the same database.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WEB_APPS } from './clients/web-apps.ts';
import { installedBin } from './process/installed-bin.ts';
import { startChild } from './standalone/child.ts';
import { standaloneEnvironment } from './standalone/environment.ts';
import { runLifecycle } from './standalone/lifecycle.ts';
import { openDatabase } from './standalone/open-database.ts';
import { assertCanListen, withFreeMetricsPort } from './standalone/ports.ts';
import { REPOSITORY } from './tree/repository.ts';

const DEFAULT_PORT = '8080';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const env = await withFreeMetricsPort(standaloneEnvironment(process.env));
  await assertCanListen(env);
  const database = await openDatabase(env, life, say);
  life.proceed();
  const port = env['PORT'] || DEFAULT_PORT;
  const url = `http://localhost:${port}`;
  database.announce(url);
  startChild(life, {
    name: 'game server',
    cwd: REPOSITORY,
    args: ['--watch', '--watch-preserve-output', join(REPOSITORY, 'scripts/dev-server.ts')],
    env: {
      ...env,
      PORT: port,
      JWT_SECRET_FILE: undefined,
      DATABASE_URL_FILE: undefined,
      DATABASE_URL: database.url,
      JWT_SECRET: database.jwtSecret,
      SW_EMBEDDED: database.isEmbedded ? '1' : '',
    },
  });
  for (const app of WEB_APPS) {
    const cwd = join(REPOSITORY, app.folder);
    if (!existsSync(join(cwd, 'index.html'))) continue;
    const options = [
      '--host',
      '127.0.0.1',
      '--port',
      String(app.devPort),
      '--strictPort',
      '--clearScreen',
      'false',
    ];
    startChild(life, {
      name: app.name,
      cwd,
      args: [installedBin('vite', 'vite'), ...options],
      env: { GAMESERVER_URL: `http://127.0.0.1:${port}` },
    });
    say(`The ${app.name} is at http://localhost:${app.devPort}.`);
  }
});
