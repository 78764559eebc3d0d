import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegionDatabases } from '../clusters/region-database.ts';
import type { RegionDriver, ServerSpec } from '../drivers/driver.ts';
import { StepFailure } from '../engine/failure.ts';
import type { HubClient } from '../hub/hub-client.ts';
import type { RegionRedis } from '../redis/region-redis.ts';

/** Everything a manager can leave behind, in memory: what exists now, and what shall fail. */
export interface FakeWorld {
  readonly roles: Set<string>;
  readonly databases: Set<string>;
  readonly redisUsers: Set<string>;
  readonly prepared: Set<string>;
  readonly running: Map<string, ServerSpec>;
  readonly volumes: Set<string>;
  readonly generated: Map<string, number>;
  readonly attached: Set<string>;
  /** Calls in order, as `driver.ensureStarted kepler`. */
  readonly calls: string[];
  /** What the hub knows: owner and number of sectors of each region. */
  readonly registry: Map<string, { ownerUserId: string; sectors: number; entitled: boolean }>;
  /** Regions whose server runs and answers nothing. */
  readonly mute: Set<string>;
  /** Players who are in a region. */
  readonly held: Map<string, number>;
  readonly stats: Map<string, { cpuSeconds: number; memoryBytes: number }>;
  /** Thrown by the call of this name, as long as it stands here. */
  readonly faults: Map<string, () => Error>;
  readonly driver: RegionDriver;
  readonly clusters: RegionDatabases;
  readonly redis: RegionRedis;
  readonly hub: HubClient;
  /** Everything that is left of a region, by kind. */
  leftOf(name: string): string[];
  close(): Promise<void>;
}

/** Answers as a regional server does while it is running and not mute; the first part of the path is its name. */
const startAnswers = async (isAnswering: (name: string) => boolean) => {
  const server = createServer((request, response) => {
    const [, name = '', ...rest] = (request.url ?? '').split('/');
    if (!isAnswering(name)) {
      response.writeHead(503).end();
      return;
    }
    const isPlayers = rest.join('/') === 'api/v1/status/players';
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(isPlayers ? { online: 7, onlineInRegion: 7, registered: 9 } : { status: 'ok' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, close };
};

/** A world that does what it is told, at once, and remembers it. */
export const createFakeWorld = async (): Promise<FakeWorld> => {
  const roles = new Set<string>();
  const databases = new Set<string>();
  const redisUsers = new Set<string>();
  const prepared = new Set<string>();
  const running = new Map<string, ServerSpec>();
  const volumes = new Set<string>();
  const generated = new Map<string, number>();
  const attached = new Set<string>();
  const calls: string[] = [];
  const registry: FakeWorld['registry'] = new Map();
  const mute = new Set<string>();
  const held = new Map<string, number>();
  const stats: FakeWorld['stats'] = new Map();
  const faults: FakeWorld['faults'] = new Map();
  const answers = await startAnswers((name) => running.has(name) && !mute.has(name));

  const call = (what: string, name: string): void => {
    calls.push(`${what} ${name}`);
    const fault = faults.get(what);
    if (fault !== undefined) throw fault();
  };
  const need = (isThere: boolean, what: string): void => {
    if (!isThere) throw new StepFailure('engine_refused', `${what} is missing`);
  };

  const driver: RegionDriver = {
    kind: 'docker',
    check: async () => call('driver.check', ''),
    prepare: async ({ name }) => {
      call('driver.prepare', name);
      prepared.add(name);
      volumes.add(name);
    },
    runOnce: async ({ name, resources }, command) => {
      call(`driver.${command}`, name);
      need(prepared.has(name) && databases.has(name) && roles.has(name), 'what a program needs');
      if (command === 'generate') generated.set(name, registry.get(name)?.sectors ?? resources.diskGb);
      return { exitCode: 0, output: 'done' };
    },
    ensureStarted: async (spec) => {
      call('driver.ensureStarted', spec.name);
      need(prepared.has(spec.name), 'what a server needs');
      running.set(spec.name, spec);
    },
    stop: async (name) => {
      call('driver.stop', name);
      running.delete(name);
    },
    remove: async (name, { keepData }) => {
      call('driver.remove', name);
      running.delete(name);
      prepared.delete(name);
      if (!keepData) volumes.delete(name);
    },
    updateResources: async (spec) => {
      call('driver.updateResources', spec.name);
      running.set(spec.name, spec);
      return false;
    },
    stats: async (name) => {
      const figures = stats.get(name);
      return running.has(name) && figures !== undefined ? { run: 'one', ...figures } : null;
    },
    endpoint: async (name) => `http://region-${name}-server:8080`,
    probeAddress: async (name) => `http://127.0.0.1:${answers.port}/${name}`,
    list: async () => {
      call('driver.list', '');
      return [...running.keys()].map((name) => ({ name, isRunning: true }));
    },
    close: async () => call('driver.close', ''),
  };

  const clusters: RegionDatabases = {
    check: async () => call('databases.check', ''),
    ensureRole: async (name) => {
      call('databases.ensureRole', name);
      roles.add(name);
    },
    ensureDatabase: async (name) => {
      call('databases.ensureDatabase', name);
      need(roles.has(name), 'the owner');
      databases.add(name);
    },
    dropDatabase: async (name) => {
      call('databases.dropDatabase', name);
      databases.delete(name);
      generated.delete(name);
    },
    dropRole: async (name) => {
      call('databases.dropRole', name);
      need(!databases.has(name), 'an empty role');
      roles.delete(name);
    },
    urlOf: (name, password) => `postgres://${name}:${password}@db/${name}`,
    countPlayersHeld: async (name) => held.get(name) ?? 0,
    inspectWorld: async (name) => ({
      sectors: generated.get(name) ?? 0,
      gatewaySectorNumber: generated.has(name) ? 12 : null,
    }),
  };

  const redis: RegionRedis = {
    ensureUser: async (name) => {
      call('redis.ensureUser', name);
      redisUsers.add(name);
    },
    drop: async (name) => {
      call('redis.drop', name);
      redisUsers.delete(name);
    },
    restoreUser: async (name) => {
      call('redis.restoreUser', name);
      redisUsers.add(name);
    },
    urlsOf: (name, password) => ({ REDIS_URL: `redis://${name}:${password}@redis` }),
    keepSample: async (name) => call('redis.keepSample', name),
  };

  const hub: HubClient = {
    certificate: async (name) => {
      call('hub.certificate', name);
      const entry = registry.get(name);
      if (entry === undefined) throw new StepFailure('not_entitled', 'The hub knows no such region.');
      return { name, sectorCount: entry.sectors, ownerUserId: entry.ownerUserId, entitled: entry.entitled };
    },
    attach: async (name, { endpoint, gatewaySectorNumber }) => {
      call('hub.attach', name);
      need(running.has(name) && gatewaySectorNumber > 0 && endpoint !== '', 'a region that can be entered');
      attached.add(name);
    },
    detach: async (name) => {
      call('hub.detach', name);
      attached.delete(name);
    },
  };

  const kinds = { roles, databases, redisUsers, prepared, running, volumes, attached };
  return {
    ...{ roles, databases, redisUsers, prepared, running, volumes, generated, attached },
    ...{ calls, registry, mute, held, stats, faults, driver, clusters, redis, hub },
    leftOf: (name) =>
      Object.entries(kinds)
        .filter(([, things]) => things.has(name))
        .map(([kind]) => kind),
    close: answers.close,
  };
};
