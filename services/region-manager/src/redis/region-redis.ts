import { createClient } from '@redis/client';
import { StepFailure } from '../engine/failure.ts';
import { redisPrefixOf, redisUserOf } from '../names.ts';

/** Accounts of regional servers in Redis (rule book, platform 9.4, 11). Every call may be repeated. */
export interface RegionRedis {
  /** An account that sees the keys and channels of this region and nothing else. */
  ensureUser(name: string, password: string): Promise<void>;
  /** Removes the account and every key of the region. */
  drop(name: string): Promise<void>;
  /** Address a regional server connects to. */
  urlOf(name: string, password: string): string;
  /** Keeps a sample for a day. */
  keepSample(name: string, sample: object): Promise<void>;
}

const KEYS_A_TURN = 500;
/** A day of samples every thirty seconds. */
const RING_LENGTH = 2_880;
const RING_LIFE_S = 86_400;
const CONNECT_LIMIT_MS = 5_000;

/** Connects for each piece of work: the manager needs Redis a few times an hour, and must not depend on it. */
export const createRegionRedis = (redisUrl: string): RegionRedis => {
  const within = async <T>(work: (client: ReturnType<typeof open>) => Promise<T>): Promise<T> => {
    const client = open(redisUrl);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } catch (cause) {
      throw new StepFailure('redis_unavailable', 'Redis does not answer or refuses.', {
        isTransient: true,
        cause,
      });
    } finally {
      client.destroy();
    }
  };

  return {
    ensureUser: (name, password) =>
      within(async (client) => {
        const prefix = redisPrefixOf(name);
        await client.sendCommand([
          ...['ACL', 'SETUSER', redisUserOf(name), 'reset', 'on', `>${password}`],
          ...[`~${prefix}*`, `&${prefix}*`, '+@all', '-@admin', '-@dangerous', '+info'],
        ]);
      }),
    drop: (name) =>
      within(async (client) => {
        await client.sendCommand(['ACL', 'DELUSER', redisUserOf(name)]);
        let cursor = '0';
        do {
          const [next, keys] = (await client.sendCommand([
            ...['SCAN', cursor, 'MATCH', `${redisPrefixOf(name)}*`, 'COUNT', String(KEYS_A_TURN)],
          ])) as unknown as [string, string[]];
          if (keys.length > 0) await client.sendCommand(['UNLINK', ...keys]);
          cursor = next;
        } while (cursor !== '0');
        await client.sendCommand(['DEL', ringOf(name)]);
      }),
    urlOf: (name, password) => {
      const url = new URL(redisUrl);
      url.username = redisUserOf(name);
      url.password = password;
      return url.href;
    },
    keepSample: (name, sample) =>
      within(async (client) => {
        await client
          .multi()
          .lPush(ringOf(name), JSON.stringify(sample))
          .lTrim(ringOf(name), 0, RING_LENGTH - 1)
          .expire(ringOf(name), RING_LIFE_S)
          .exec();
      }),
  };
};

const open = (url: string) =>
  createClient({ url, socket: { connectTimeout: CONNECT_LIMIT_MS, reconnectStrategy: false } });

/** Outside the keys a region may see: what is measured of it is not its own. */
const ringOf = (name: string): string => `rm:samples:${name}`;
