import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RedisServer, TestDatabase } from '@sw/test-kit';
import { createTestDatabase, needsBinaries, startRedisServer } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOBS } from './registry.ts';

const needs = needsBinaries('redis-server', 'redis-cli');
const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const PATIENCE = { timeout: 40_000, interval: 200 };
/** The loop whose lease runs out first: the others follow the same code. */
const LOOPS = ['ships.fuses'];

describe.skipIf(needs.isMissing)(`jobs of three processes over one database${needs.note}`, () => {
  let redis: RedisServer;
  let database: TestDatabase;
  const servers: ChildProcess[] = [];
  const logs: string[] = [];

  const startServer = (): void => {
    const server = spawn(process.execPath, [CLI, 'serve'], {
      env: {
        PATH: process.env['PATH'],
        ENVIRONMENT: 'test',
        HOST: '127.0.0.1',
        PORT: '0',
        METRICS_PORT: '0',
        DATABASE_URL: database.url,
        DATABASE_POOL_SIZE: '6',
        REDIS_URL: redis.url,
        JWT_SECRET: 'fL4t-only-of-this-fleet-Zq8VnXc2RmKw7',
        ADMIN_USERNAME: 'operator',
        ADMIN_PASSWORD: 'harbour violet 8 engine',
        NEXUS_ENABLED: 'false',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data: Buffer) => logs.push(...String(data).split('\n')));
    }
    servers.push(server);
  };
  const kill = async (server: ChildProcess): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    server.kill('SIGKILL');
    await exit;
  };
  const alive = async (): Promise<number> =>
    (
      await database.sql<{ n: number }[]>`
        SELECT count(*)::int AS n FROM server_processes WHERE heartbeat_at > now() - interval '8 seconds'`.catch(
        () => [],
      )
    )[0]?.n ?? 0;
  const holders = () =>
    database.sql<{ name: string; holder: string }[]>`
      SELECT name, holder FROM leases WHERE name = ANY(${LOOPS}) AND until > now() ORDER BY name`;

  beforeAll(async () => {
    redis = await startRedisServer();
    database = await createTestDatabase();
    // All at once, over an empty database: migrations, galaxy and first operator are made once too.
    for (let count = 0; count < 3; count += 1) startServer();
  });
  afterAll(async () => {
    for (const server of servers) await kill(server);
    await database.drop();
    await redis.stop();
  });

  it('what is due at the start runs once, whoever of them does it', async () => {
    await expect.poll(alive, PATIENCE).toBe(3);
    const due = JOBS.filter(({ isDueAtStart }) => isDueAtStart === true).map(({ name }) => name);
    const runs = () =>
      database.sql<{ name: string; runs: number }[]>`
        SELECT name, count(*)::int AS runs FROM pgboss.job
        WHERE name = ANY(${due}) AND state = 'completed' GROUP BY name ORDER BY name`;
    await expect.poll(async () => (await runs()).map(({ name }) => name), PATIENCE).toEqual(due.toSorted());
    const failed = await database.sql`SELECT name, output FROM pgboss.job WHERE state IN ('failed', 'retry')`;
    expect(failed).toEqual([]);
    const [regions] = await database.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM regions`;
    expect(regions?.n).toBe(1);
    // A cron slot may have come meanwhile; a job never runs more often than once for each of both.
    for (const { name, runs: count } of await runs()) expect([name, count <= 2]).toEqual([name, true]);
  });

  it('the loops have one holder each, and another takes over where it dies', async () => {
    await expect.poll(async () => (await holders()).map(({ name }) => name), PATIENCE).toEqual(LOOPS);
    const before = new Set((await holders()).map(({ holder }) => holder));
    const [first, second, last] = servers;
    await kill(first as ChildProcess);
    await kill(second as ChildProcess);
    await expect.poll(alive, PATIENCE).toBe(1);
    const [survivor] = await database.sql<{ id: string }[]>`
      SELECT id FROM server_processes ORDER BY heartbeat_at DESC LIMIT 1`;
    const holdersOf = async () => [...new Set((await holders()).map(({ holder }) => holder))];
    await expect.poll(holdersOf, PATIENCE).toEqual([survivor?.id]);
    await expect.poll(async () => (await holders()).length, PATIENCE).toBe(LOOPS.length);
    expect(before.size).toBeGreaterThan(0);
    expect(last?.exitCode).toBeNull();
    expect(logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
