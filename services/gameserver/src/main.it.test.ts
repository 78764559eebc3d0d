import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { connect } from '@sw/db';
import { StartupError } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase } from '@sw/test-kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningServer, StartOptions } from './main.ts';
import { startGameServer } from './main.ts';
import { TestPlayer } from './testing/test-player.ts';
import { connectSocket } from './testing/test-socket.ts';

let database: TestDatabase;
let running: RunningServer | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await database.drop();
});

const options = (env: Record<string, string> = {}, url = database.url): StartOptions => ({
  env: {
    ENVIRONMENT: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    METRICS_PORT: '0',
    NEXUS_ENABLED: 'false',
    LOG_LEVEL: 'fatal',
    RATE_LIMITS: 'relaxed',
    ...env,
  },
  databaseUrl: url,
  secrets: { jwtSecret: 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf' },
  clientDirs: {},
  embedded: true,
  onProgress: () => {},
});
/** Connections of a server to the database of this test. */
const connections = async (): Promise<number> =>
  (
    await database.sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'sectorwars-%'`
  ).length;

it('starts from an empty database, serves, and stops without leaving anything behind', {
  timeout: 60_000,
}, async () => {
  running = await startGameServer(options());
  expect(running.adminCredentials).toMatchObject({ username: 'admin' });
  const get = (path: string) => fetch(`${running?.url}${path}`);
  expect((await get('/health')).status).toBe(200);
  expect((await get('/ready')).status).toBe(200);
  expect((await get('/api/v1/status/players')).status).toBe(200);
  expect((await get('/metrics')).status).toBe(404);
  const metrics = await fetch(`http://127.0.0.1:${running.metricsPort}/metrics`);
  expect(await metrics.text()).toContain('sw_http_requests_total');
  await expect.poll(connections, { timeout: 10_000 }).toBeGreaterThan(0);

  await Promise.all([running.stop(), running.stop()]);
  await expect(get('/health')).rejects.toThrow();
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  expect(await database.sql`SELECT 1 FROM server_processes`).toHaveLength(0);

  running = await startGameServer(options());
  expect(running.adminCredentials).toBeUndefined();
});

it('tells its sockets before it goes, and does not wait for those that do not listen', {
  timeout: 60_000,
}, async () => {
  running = await startGameServer(options());
  const response = await fetch(`${running.url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'witness', password: 'gorse lamp ferry', delivery: 'body' }),
  });
  const { accessToken, user } = (await response.json()) as { accessToken: string; user: { id: string } };
  const server = running;
  const remote = {
    inject: async ({
      method,
      url,
      headers,
      payload,
    }: {
      method: string;
      url: string;
      headers: Record<string, string>;
      payload?: object;
    }) => {
      const answer = await fetch(`${server.url}${url}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(payload ?? {}),
      });
      const body = await answer.text();
      return {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body,
        json: () => JSON.parse(body) as unknown,
      };
    },
  };
  const player = new TestPlayer(remote as never, accessToken, user.id);
  const socket = await connectSocket(server.url, player, { origin: null });
  await server.stop();
  expect(await socket.closed()).toBe(4503);
  expect(socket.all('system.draining')).toHaveLength(1);
});

it('says that the port is taken, and leaves nothing running', { timeout: 60_000 }, async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const attempt = startGameServer(options({ PORT: String(port) }));
  await expect(attempt).rejects.toThrow(`Port ${port} is in use by another process`);
  await expect(attempt).rejects.toBeInstanceOf(StartupError);
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  expect(await database.sql`SELECT 1 FROM server_processes`).toHaveLength(0);
  other.close();
});

it('says that the metrics port is taken, and leaves nothing running', { timeout: 60_000 }, async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(startGameServer(options({ METRICS_PORT: String(port) }))).rejects.toThrow(
    `METRICS_PORT ${port} is taken`,
  );
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  other.close();
});

it('says that the database cannot be reached', async () => {
  const nowhere = new URL(database.url);
  nowhere.port = '1';
  await expect(startGameServer(options({}, nowhere.href))).rejects.toThrow('The database cannot be reached');
});

it('says what is wrong with its settings before it touches the database', async () => {
  await expect(startGameServer({ ...options(), secrets: { jwtSecret: 'short' } })).rejects.toThrow(
    'JWT_SECRET',
  );
  await expect(
    startGameServer(options({ ENVIRONMENT: 'development', HOST: '0.0.0.0' })),
  ).rejects.toBeInstanceOf(StartupError);
  const db = connect(database.url, { max: 2 });
  expect(await db.sql`SELECT 1 FROM pg_class WHERE relname = 'players'`).toHaveLength(0);
  await db.close();
});
