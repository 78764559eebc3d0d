import type { RedisServer } from '@sw/test-kit';
import { needsBinaries, startRedisServer } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';

const needs = needsBinaries('redis-server', 'redis-cli');
const PATIENCE = { timeout: 20_000 };
const ACL_RIGHTS =
  'resetchannels -@all +auth +hello +ping +select +evalsha +eval +set +get +del +pexpire +hget +hset +hincrby +xadd +xread +xrange +xrevrange +time';
/** Requests without a token: 20 at once, then one a second. */
const BURST = 20;

describe.skipIf(needs.isMissing)(`limits over Redis${needs.note}`, () => {
  let redis: RedisServer;
  let a: TestGame;
  let b: TestServer;

  beforeAll(async () => {
    redis = await startRedisServer([
      `user kepler on >of-kepler-only ~r:kepler:* ${ACL_RIGHTS}`,
      `user vega on >of-vega-only ~r:vega:* ${ACL_RIGHTS}`,
    ]);
    const env = { REDIS_URL: redis.url.replace('//', '//kepler:of-kepler-only@'), REDIS_PREFIX: 'r:kepler:' };
    a = await createTestGame({ env: { ...env, RATE_LIMITS: 'strict' } });
    b = await a.addServer();
  });
  afterAll(async () => {
    redis.resume();
    await a.stop();
    await redis.stop();
  });

  const ask = async (server: TestServer, remoteAddress: string) => {
    const answer = await server.app.inject({ url: '/api/v1/status/ping', remoteAddress });
    return { status: answer.statusCode, headers: answer.headers };
  };
  /** Asks both servers by turns; how many were let through. */
  const passing = async (address: string, count: number): Promise<number> => {
    let passed = 0;
    for (let index = 0; index < count; index += 1) {
      const { status } = await ask(index % 2 === 0 ? a : b, address);
      if (status === 200) passed += 1;
      else expect(status).toBe(429);
    }
    return passed;
  };
  const gauge = async () =>
    (await a.deps.metrics.registry.getSingleMetric('sw_ratelimit_degraded')?.get())?.values[0]?.value;

  it('count what all servers were asked', async () => {
    const passed = await passing('198.51.100.1', 2 * BURST);
    expect(passed).toBeGreaterThanOrEqual(BURST);
    // One comes back every second; the loop takes less than a few of them.
    expect(passed).toBeLessThan(2 * BURST - 5);
    const { status, headers } = await ask(b, '198.51.100.1');
    if (status === 429) expect(Number(headers['retry-after'])).toBe(1);
    expect(headers['ratelimit-limit']).toBe('60');
    expect((await ask(a, '198.51.100.2')).headers['ratelimit-remaining']).toBe(String(BURST - 1));
    expect(await gauge()).toBe(0);
  });

  it('count for each server alone while Redis is down, which is seen', async () => {
    await redis.kill();
    await expect.poll(gauge, PATIENCE).toBe(1);
    await expect.poll(() => b.deps.redisState(), PATIENCE).toBe('down');
    expect(await passing('198.51.100.3', 2 * BURST)).toBe(2 * BURST);
    expect((await ask(a, '198.51.100.3')).status).toBe(429);
    const errors = await a.deps.metrics.registry.getSingleMetric('sw_redis_errors_total')?.get();
    expect(errors?.values[0]?.value).toBeGreaterThan(0);
    await redis.start();
    await expect.poll(gauge, PATIENCE).toBe(0);
    expect((await ask(a, '198.51.100.4')).headers['ratelimit-remaining']).toBe(String(BURST - 1));
  });

  it('and everything else live under the prefix of the region, which no other region may touch', async () => {
    await ask(a, '198.51.100.5');
    const keys = (await redis.ask('KEYS', '*')).split('\n');
    expect(keys).toContain('r:kepler:rate:anon:198.51.100.5');
    expect(keys).toContain('r:kepler:bus:at');
    expect(keys.filter((key) => !key.startsWith('r:kepler:'))).toEqual([]);
    const asVega = (...command: string[]) =>
      redis.ask('--user', 'vega', '--pass', 'of-vega-only', '--no-auth-warning', ...command);
    expect(await asVega('GET', 'r:kepler:rate:anon:198.51.100.5')).toContain('NOPERM');
    expect(await asVega('XRANGE', 'r:kepler:bus', '-', '+')).toContain('NOPERM');
    expect(await asVega('KEYS', '*')).toContain('NOPERM');
    expect(await asVega('FLUSHALL')).toContain('NOPERM');
    expect(await asVega('SET', 'r:vega:own', '1')).toBe('OK');
  });
});
