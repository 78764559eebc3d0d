import { createClient } from '@redis/client';
import { StepFailure } from '../engine/failure.ts';
import { redisPrefixOf, redisUserOf } from '../names.ts';

/** Accounts of regional servers in Redis (rule book, platform 9.4, 11). Every call may be repeated. */
export interface RegionRedis {
  /** An account that sees the keys and channels of this region and nothing else. */
  ensureUser(name: string, password: string): Promise<void>;
  /** The same when there is none: accounts that were not saved are gone after Redis was started anew. */
  restoreUser(name: string, password: string): Promise<void>;
  /** Removes the account and every key of the region. */
  drop(name: string): Promise<void>;
  /** Addresses a regional server connects to, by the variables that name them. */
  urlsOf(name: string, password: string): Readonly<Record<string, string>>;
  /** Keeps a sample for a day. */
  keepSample(name: string, sample: object): Promise<void>;
}

export interface RegionRedisSettings {
  /** The Redis regions share, each with keys of its own. */
  readonly url: string;
  /** The one where they hear the hub; undefined without it. */
  readonly nexusUrl: string | undefined;
}

const KEYS_A_TURN = 500;
/** A day of samples every thirty seconds. */
const RING_LENGTH = 2_880;
const RING_LIFE_S = 86_400;
const CONNECT_LIMIT_MS = 5_000;

const CONNECTING = ['+auth', '+hello', '+ping', '+select'];
/** What a game server says to its own Redis (docs/operations.md). */
const OWN_COMMANDS = [
  ...['+evalsha', '+eval', '+set', '+get', '+del', '+pexpire', '+hget', '+hset', '+hincrby'],
  ...['+xadd', '+xread', '+xrange', '+xrevrange', '+time'],
];
/** What it says where it hears the hub: it reads, and writes nothing but how far it has read. */
const NEXUS_COMMANDS = ['+xgroup|create', '+xreadgroup', '+xautoclaim', '+xack'];
const NEXUS_KEYS = ['~nexus:control', '~nexus:global'];

/** Connects for each piece of work: the manager needs Redis a few times an hour, and must not depend on it. */
export const createRegionRedis = ({ url, nexusUrl }: RegionRedisSettings): RegionRedis => {
  const rightsOf = (name: string): string[] => {
    const prefix = redisPrefixOf(name);
    return [`~${prefix}*`, 'resetchannels', `&${prefix}*`, '-@all', ...CONNECTING, ...OWN_COMMANDS];
  };
  const places = (name: string) => [
    { address: url, rights: rightsOf(name) },
    ...(nexusUrl === undefined
      ? []
      : [
          {
            address: nexusUrl,
            rights: [...NEXUS_KEYS, 'resetchannels', '-@all', ...CONNECTING, ...NEXUS_COMMANDS],
          },
        ]),
  ];

  const setUsers = async (name: string, password: string, isOnlyMissing: boolean): Promise<void> => {
    const user = redisUserOf(name);
    for (const { address, rights } of places(name)) {
      await within(address, async (client) => {
        if (isOnlyMissing && (await client.sendCommand(['ACL', 'GETUSER', user])) !== null) return;
        await client.sendCommand(['ACL', 'SETUSER', user, 'reset', 'on', `>${password}`, ...rights]);
        await saveUsers(client);
      });
    }
  };

  return {
    ensureUser: (name, password) => setUsers(name, password, false),
    restoreUser: (name, password) => setUsers(name, password, true),
    drop: async (name) => {
      for (const { address } of places(name)) {
        await within(address, async (client) => {
          await client.sendCommand(['ACL', 'DELUSER', redisUserOf(name)]);
          await saveUsers(client);
        });
      }
      await within(url, async (client) => {
        await dropKeys(client, `${redisPrefixOf(name)}*`);
        await client.sendCommand(['DEL', ringOf(name)]);
      });
    },
    urlsOf: (name, password) => ({
      REDIS_URL: asUser(url, name, password),
      ...(nexusUrl === undefined ? {} : { REDIS_NEXUS_URL: asUser(nexusUrl, name, password) }),
    }),
    keepSample: (name, sample) =>
      within(url, async (client) => {
        await client
          .multi()
          .lPush(ringOf(name), JSON.stringify(sample))
          .lTrim(ringOf(name), 0, RING_LENGTH - 1)
          .expire(ringOf(name), RING_LIFE_S)
          .exec();
      }),
  };
};

type Client = ReturnType<typeof open>;

const within = async <T>(address: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = open(address);
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

/** Only a server with a file for accounts can keep them; the monitor restores them elsewhere. */
const saveUsers = (client: Client): Promise<unknown> =>
  client.sendCommand(['ACL', 'SAVE']).catch(() => undefined);

const dropKeys = async (client: Client, pattern: string): Promise<void> => {
  let cursor = '0';
  do {
    const answer = await client.sendCommand(['SCAN', cursor, 'MATCH', pattern, 'COUNT', String(KEYS_A_TURN)]);
    const [next, keys] = answer as unknown as [string, string[]];
    if (keys.length > 0) await client.sendCommand(['UNLINK', ...keys]);
    cursor = next;
  } while (cursor !== '0');
};

const asUser = (address: string, name: string, password: string): string => {
  const url = new URL(address);
  url.username = redisUserOf(name);
  url.password = password;
  return url.href;
};

const open = (url: string) =>
  createClient({ url, socket: { connectTimeout: CONNECT_LIMIT_MS, reconnectStrategy: false } });

/** Outside the keys a region may see: what is measured of it is not its own. */
const ringOf = (name: string): string => `rm:samples:${name}`;
