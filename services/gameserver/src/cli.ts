/**
 * The production entry of a game server: `node src/cli.ts [serve | migrate | generate | public-key | admin:reset [--user name]]`.
 * Everything else comes from the environment; logs are JSON lines on standard output, a reason not to start is one
 * sentence on standard error.
 */
import { StartupError } from '@sw/service-kit';
import { runCommandLine } from './command-line/run-command-line.ts';

try {
  await runCommandLine(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
