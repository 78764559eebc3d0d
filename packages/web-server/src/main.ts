/** Serves the build of one web app until it is told to stop. */
import { createLogger, createShutdown, StartupError, stopOnSignals } from '@sw/service-kit';
import { buildWebServer } from './build-web-server.ts';
import { loadConfig } from './config.ts';

try {
  // biome-ignore lint/style/noProcessEnv: the environment is read once, here
  const config = loadConfig(process.env);
  const logger = createLogger({ service: 'web-server', level: config.logLevel });
  const app = await buildWebServer(config);
  const shutdown = createShutdown(logger);
  shutdown.addHook({ name: 'http', stage: 'requests', run: () => app.close() });
  stopOnSignals(shutdown);
  await app.listen({ host: config.host, port: config.port });
  logger.info({ port: config.port, folder: config.folder }, 'server.started');
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
