import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { StartupError } from '@sw/service-kit/startup-error';
import { installedBin } from '../process/installed-bin.ts';
import { runNode } from '../process/run-command.ts';
import { REPOSITORY } from '../tree/repository.ts';
import { sourceHash } from './source-hash.ts';
import type { WebApp } from './web-apps.ts';
import { SHARED_SOURCES, WEB_APPS } from './web-apps.ts';

const LIMIT_MS = 180_000;
const OUTPUT_LINES = 30;

/** Folders with the built clients, as far as there are any. */
export interface ClientDirs {
  player?: string;
  admin?: string;
}

/**
 * Builds the web clients whose sources are not those of their last build; a client without `index.html` has nothing to
 * build. Answers where the builds are.
 *
 * @throws StartupError when a build fails, after its output was written to standard error.
 */
export async function buildClients(say: (line: string) => void, root = REPOSITORY): Promise<ClientDirs> {
  const dirs: ClientDirs = {};
  await Promise.all(
    WEB_APPS.map(async (app) => {
      if (!existsSync(join(root, app.folder, 'index.html'))) return;
      await buildIfStale(app, root, say);
      dirs[app.key] = join(root, app.folder, 'dist');
    }),
  );
  return dirs;
}

async function buildIfStale(app: WebApp, root: string, say: (line: string) => void): Promise<void> {
  const cwd = join(root, app.folder);
  const stamp = join(cwd, 'dist', '.built-from');
  const hash = sourceHash(root, [app.folder, ...SHARED_SOURCES]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say(`Building the ${app.name} …`);
  rmSync(stamp, { force: true });
  const { exitCode, output } = await runNode(installedBin('vite', 'vite'), ['build'], {
    cwd,
    limitMs: LIMIT_MS,
    // Whoever starts the build, a test runner for one, must not turn it into a development build.
    env: { NODE_ENV: 'production' },
  });
  if (exitCode !== 0) {
    process.stderr.write(
      `${stripVTControlCharacters(output).trim().split('\n').slice(-OUTPUT_LINES).join('\n')}\n`,
    );
    throw new StartupError(`The ${app.name} could not be built: its reason stands above.`);
  }
  writeFileSync(stamp, hash);
}
