/**
 * The entry of a region-manager: `node src/cli.ts [serve | migrate]`. Everything else comes from the environment;
 * logs are JSON lines on standard output, a reason not to start is one sentence on standard error.
 */
import { connect } from '@sw/db';
import { StartupError, stopOnSignals } from '@sw/service-kit';
import { loadConfig } from './config.ts';
import { migrateManager, startManager } from './main.ts';

const run = async (command: string): Promise<void> => {
  if (command === 'serve') {
    const manager = await startManager(process.env);
    stopOnSignals({ run: (reason) => manager.stop(reason) });
    return;
  }
  if (command === 'migrate') {
    const db = connect(loadConfig(process.env).databaseUrl, { max: 2 });
    try {
      const applied = await migrateManager(db);
      process.stdout.write(`${applied.length} migrations applied.\n`);
    } finally {
      await db.close();
    }
    return;
  }
  throw new StartupError(`There is no command ${command}; use serve or migrate.`);
};

try {
  await run(process.argv[2] ?? 'serve');
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
