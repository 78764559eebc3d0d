import { startEmbeddedPostgres } from '../embedded/start.ts';

/**
 * Program of a process that owns an embedded server: starts it in the folder named by the first argument, tells in
 * one line of JSON how that went, and stops it on SIGTERM. Run by the launcher's tests, also inside a copied tree.
 */
const [, , dataDir = ''] = process.argv;
const log: string[] = [];

function tell(message: object): void {
  process.stdout.write(`${JSON.stringify({ ...message, log })}\n`);
}

try {
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => log.push(line) });
  tell({ url: server.url, postmasterPid: server.postmasterPid, location: server.location });
  const keepAlive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(keepAlive);
    void server.stop().then(() => process.exit(0));
  });
} catch (error) {
  tell({ error: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
