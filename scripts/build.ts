/** `npm run build`: builds the web apps, the only parts that need it, into their `dist` folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedBin } from './process/installed-bin.ts';
import { endCommandsWithProcess, runNode } from './process/run-command.ts';
import { REPOSITORY } from './tree/repository.ts';

const WEB_APPS = ['services/player-client', 'services/admin-ui'];
const LIMIT_MS = 120_000;

endCommandsWithProcess();
for (const folder of WEB_APPS) {
  const cwd = join(REPOSITORY, folder);
  if (!existsSync(join(cwd, 'index.html'))) {
    process.stdout.write(`${folder}: nothing to build, it has no index.html\n`);
    continue;
  }
  const { exitCode } = await runNode(installedBin('vite', 'vite'), ['build'], {
    cwd,
    limitMs: LIMIT_MS,
    echo: true,
  });
  if (exitCode !== 0) process.exitCode = 1;
}
