import { startTestServer, TEST_SERVER_URL } from '@sw/db/testing';

/** Global set-up of the `it` project: one PostgreSQL server for the whole run, stopped afterwards. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  process.env[TEST_SERVER_URL] = server.url;
  return () => server.stop();
}
