/** `npm run build`: builds the web apps, the only parts that need it, into their `dist` folders. */
import { relative } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';
import { buildClients } from './clients/build-clients.ts';
import { WEB_APPS } from './clients/web-apps.ts';
import { endCommandsWithProcess } from './process/run-command.ts';
import { REPOSITORY } from './tree/repository.ts';

endCommandsWithProcess();
try {
  const dirs = await buildClients((line) => process.stdout.write(`${line}\n`));
  for (const { key, folder, name } of WEB_APPS) {
    const dir = dirs[key];
    const state =
      dir === undefined ? `${folder} has no index.html, nothing to build` : relative(REPOSITORY, dir);
    process.stdout.write(`${name}: ${state}\n`);
  }
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
