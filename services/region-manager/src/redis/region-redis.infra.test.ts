import { createClient } from '@redis/client';
import type { RedisServer } from '@sw/test-kit';
import { needsBinaries, startRedisServer } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegionRedis } from './region-redis.ts';
import { createRegionRedis } from './region-redis.ts';

const needs = needsBinaries('redis-server', 'redis-cli');

describe.skipIf(needs.isMissing)(`accounts of regions in Redis${needs.note}`, () => {
  let server: RedisServer;
  let nexus: RedisServer;
  let redis: RegionRedis;
  beforeAll(async () => {
    [server, nexus] = await Promise.all([startRedisServer(), startRedisServer()]);
    redis = createRegionRedis({ url: server.url, nexusUrl: nexus.url });
  });
  afterAll(() => Promise.all([server.stop(), nexus.stop()]));

  const as = async <T>(
    name: string,
    work: (client: ReturnType<typeof createClient>) => Promise<T>,
    variable = 'REDIS_URL',
  ): Promise<T> => {
    const client = createClient({ url: redis.urlsOf(name, `pass-${name}`)[variable] ?? '' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client as ReturnType<typeof createClient>);
    } finally {
      client.destroy();
    }
  };

  it('reach the keys and channels of their region and no others', async () => {
    for (const name of ['kepler-22', 'kepler-22', 'vega']) await redis.ensureUser(name, `pass-${name}`);
    await as('kepler-22', async (client) => {
      expect(await client.set('r:kepler-22:online', '3')).toBe('OK');
      await client.xAdd('r:kepler-22:events', '*', { a: '1' });
      await expect(client.get('r:vega:online')).rejects.toThrow('NOPERM');
      await expect(client.set('online', '1')).rejects.toThrow('NOPERM');
      await expect(client.publish('r:vega:wake', 'x')).rejects.toThrow('NOPERM');
      for (const command of [
        ['FLUSHALL'],
        ['KEYS', '*'],
        ['CONFIG', 'GET', '*'],
        ['ACL', 'LIST'],
        ['SHUTDOWN'],
      ]) {
        await expect(client.sendCommand(command)).rejects.toThrow('NOPERM');
      }
    });
  });

  it('hear the hub, and tell it nothing', async () => {
    await nexus.ask('XADD', 'nexus:global', '*', 'news', '1');
    await as(
      'kepler-22',
      async (client) => {
        await client.xGroupCreate('nexus:global', 'kepler-22', '0');
        await expect(client.xAdd('nexus:global', '*', { a: '1' })).rejects.toThrow('NOPERM');
        await expect(client.get('nexus:other')).rejects.toThrow('NOPERM');
      },
      'REDIS_NEXUS_URL',
    );
  });

  it('are restored where they were lost, and left alone where they are', async () => {
    await server.ask('ACL', 'DELUSER', 'region_vega');
    for (const _ of [1, 2]) await redis.restoreUser('vega', 'pass-vega');
    await as('vega', (client) => client.set('r:vega:online', '1'));
  });

  it('go with all keys of their region, and leave those of others', async () => {
    await redis.keepSample('kepler-22', { cpuPct: 5 });
    await redis.drop('kepler-22');
    await redis.drop('kepler-22');
    expect(await server.ask('KEYS', '*')).toBe('r:vega:online');
    expect(await server.ask('ACL', 'USERS')).toBe('default\nregion_vega');
  });

  it('cannot be made while Redis is down: named, and to be tried again', async () => {
    await server.kill();
    await expect(redis.ensureUser('vega', 'x')).rejects.toMatchObject({
      code: 'redis_unavailable',
      isTransient: true,
    });
    await server.start();
    await redis.ensureUser('vega', 'x');
  });
});
