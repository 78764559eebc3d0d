import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { THROWAWAY } from '../embedded/settings.ts';
import { startEmbeddedPostgres } from '../embedded/start.ts';
import { endAbandonedServers } from './abandoned-servers.ts';

/** Environment variable through which a test run tells its workers where the shared server is. */
export const TEST_SERVER_URL = 'SW_TEST_SERVER_URL';

const PREFIX = 'sectorwars-test-';

export interface TestServer {
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the one PostgreSQL server of a test run, in a folder of its own and without durability. Call it once per run
 * (vitest's global set-up) and put `url` into `process.env[TEST_SERVER_URL]`.
 */
export async function startTestServer(): Promise<TestServer> {
  endAbandonedServers(tmpdir(), PREFIX);
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startEmbeddedPostgres({ dataDir, settings: THROWAWAY });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
