import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../tree/repository.ts';

interface Service {
  readonly image: string;
  readonly build?: { readonly dockerfile: string };
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: Readonly<Record<string, unknown>>;
  readonly privileged?: boolean;
  readonly command?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const text = readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const networksOf = ({ networks }: Service): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks ?? {});
const within = (profile: string): readonly string[] =>
  services.filter(([, { profiles }]) => profiles?.includes(profile)).map(([name]) => name);

/** The port map of the rule book, platform 12.2: service, container port, host default, variable, whether public. */
const PORTS = [
  ['gameserver', 8080, 8080, 'GAMESERVER_PORT', false],
  ['central-nexus-server', 8080, 8080, 'CENTRAL_NEXUS_PORT', false],
  ['player-client', 3000, 3000, 'PLAYER_CLIENT_PORT', false],
  ['admin-ui', 3000, 3001, 'ADMIN_UI_PORT', false],
  ['region-manager', 8080, 8081, 'REGION_MANAGER_PORT', false],
  ['database', 5432, 5433, 'DB_PORT', false],
  ['central-nexus-db', 5432, 5433, 'NEXUS_DB_PORT', false],
  ['redis-cache', 6379, 6379, 'REDIS_PORT', false],
  ['redis-nexus', 6380, 6380, 'REDIS_NEXUS_PORT', false],
  ['nginx-gateway', 80, 80, 'HTTP_PORT', true],
  ['nginx-gateway', 443, 443, 'HTTPS_PORT', true],
  ['prometheus', 9090, 9090, 'PROMETHEUS_PORT', false],
  ['grafana', 3000, 3002, 'GRAFANA_PORT', false],
] as const;

describe('ports of the compose file', () => {
  it.each(PORTS)('%s listens on %i, published as %i or %s', (name, inside, outside, variable, isPublic) => {
    const expected = `${isPublic ? '' : '127.0.0.1:'}\${${variable}:-${outside}}:${inside}`;
    expect(compose.services[name]?.ports).toContain(expected);
  });

  it('publishes nothing else, and metrics and the socket proxy nowhere', () => {
    const published = services.flatMap(([, { ports }]) => ports ?? []);
    expect(published).toHaveLength(PORTS.length);
    expect(published.some((port) => /:9464$|:2375$/.test(port))).toBe(false);
  });
});

describe('profiles of the compose file', () => {
  it.each([
    ['development', ['database', 'redis-cache', 'gameserver', 'player-client', 'admin-ui', 'nginx-gateway']],
    [
      'multi-regional',
      [
        'central-nexus-db',
        'redis-cache',
        'redis-nexus',
        'central-nexus-server',
        'player-client',
        'admin-ui',
        'nginx-gateway',
        'region-manager',
        'socket-proxy',
      ],
    ],
    [
      'production',
      [
        'central-nexus-db',
        'redis-cache',
        'redis-nexus',
        'central-nexus-server',
        'player-client',
        'admin-ui',
        'nginx-gateway',
        'prometheus',
        'grafana',
      ],
    ],
    ['orchestrator', ['region-manager', 'socket-proxy']],
    ['monitoring', ['prometheus', 'grafana', 'postgres-exporter', 'redis-exporter', 'backup-exporter']],
  ])('%s starts %j', (profile, expected) => {
    expect([...within(profile)].filter((name) => name !== 'preflight').sort()).toEqual([...expected].sort());
  });

  it('no service starts without a profile', () => {
    expect(services.filter(([, { profiles }]) => (profiles ?? []).length === 0)).toEqual([]);
  });

  it('a profile never fails for a service that it does not have', () => {
    for (const [name, { depends_on: needed }] of services) {
      for (const [other, { required }] of Object.entries(needed ?? {})) {
        expect([name, other, required, other in compose.services]).toEqual([name, other, false, true]);
      }
    }
  });
});

describe('containers of the compose file', () => {
  it.each(services)('%s can write nowhere, gains no rights and says how it is', (name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    const withoutProbe = ['socket-proxy', 'postgres-exporter', 'redis-exporter', 'backup-exporter'];
    if (!withoutProbe.includes(name)) expect(service.healthcheck).toBeDefined();
  });

  it.each(services.filter(([, { build }]) => build !== undefined))(
    '%s is built from a file of ours',
    (_, { build }) => {
      expect(existsSync(join(REPOSITORY, build?.dockerfile ?? ''))).toBe(true);
    },
  );

  it('none runs as development', () => {
    for (const [name, { environment }] of services) {
      if (name === 'nginx-gateway') continue;
      expect([name, environment?.['ENVIRONMENT'] ?? 'production']).toEqual([name, 'production']);
    }
  });

  it('only the proxy has the socket of the engine, and only the manager reaches the proxy', () => {
    const holders = services.filter(([, { volumes }]) =>
      volumes?.some((volume) => volume.includes('docker.sock')),
    );
    expect(holders.map(([name]) => name)).toEqual(['socket-proxy']);
    expect(compose.networks['docker-control']).toMatchObject({ internal: true });
    const reach = services.filter(([, service]) => networksOf(service).includes('docker-control'));
    expect(reach.map(([name]) => name)).toEqual(['region-manager', 'socket-proxy']);
    expect(compose.services['socket-proxy']?.environment).toMatchObject({
      EXEC: 0,
      BUILD: 0,
      SWARM: 0,
      PLUGINS: 0,
    });
  });

  it('the hub is found by the gateway under the name of the game server', () => {
    expect(compose.services['central-nexus-server']?.networks).toMatchObject({
      'sectorwars-network': { aliases: ['gameserver'] },
    });
  });

  it('uses every network and volume it declares, and declares what it uses', () => {
    const networks = new Set(services.flatMap(([, service]) => networksOf(service)));
    expect([...networks].sort()).toEqual(Object.keys(compose.networks).sort());
    const named = services
      .flatMap(([, { volumes }]) => volumes ?? [])
      .map((volume) => volume.split(':')[0] ?? '');
    const volumes = new Set(named.filter((volume) => /^[a-z_]+$/.test(volume)));
    expect([...volumes].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('holds no secret itself', () => {
    const literal = services.flatMap(([name, { environment }]) =>
      Object.entries(environment ?? {})
        .filter(([variable]) => /PASSWORD|_SECRET|_KEY$/.test(variable))
        .filter(([, value]) => !/^\$\{[A-Z_]+:-\}$|^$/.test(String(value)))
        .map(([variable]) => `${name} ${variable}`),
    );
    expect(literal).toEqual([]);
  });
});

const GOOD = {
  ...{
    JWT_SECRET: 'kQ9v-zT4mWx7rBn2LpHs6YdGf-0aBcDeFg',
    ADMIN_PASSWORD: 'nine-lamps-at-sea',
    SERVER_NAMES: 'play.test',
  },
  ...{
    POSTGRES_PASSWORD: 'r4nd0m-postgres',
    NEXUS_DB_PASSWORD: 'r4nd0m-nexus-db',
    REDIS_PASSWORD: 'r4nd0m-redis-1',
  },
  ...{
    REDIS_NEXUS_PASSWORD: 'r4nd0m-redis-2',
    MANAGER_DB_PASSWORD: 'r4nd0m-manager',
    GRAFANA_PASSWORD: 'r4nd0m-grafana',
  },
  ...{ MONITOR_DB_PASSWORD: 'r4nd0m-monitor', HUB_PUBLIC_KEY: 'pem', REGION_IMAGE_DIGEST: 'sha256:0' },
  ...Object.fromEntries(PORTS.map(([, , outside, variable]) => [variable, String(outside)])),
};

const preflight = (env: Readonly<Record<string, string>>) => {
  const script = join(REPOSITORY, 'services/nginx-gateway/preflight.sh');
  const { status, stderr } = spawnSync('sh', [script], { encoding: 'utf8', env: { ...GOOD, ...env } });
  return { status, stderr };
};

describe('preflight', () => {
  it.each([
    'development',
    'multi-regional',
    'production',
    'production,orchestrator',
    'development,monitoring',
  ])('lets a complete %s start', (COMPOSE_PROFILES) => {
    expect(preflight({ COMPOSE_PROFILES })).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    [{ COMPOSE_PROFILES: '' }, 'COMPOSE_PROFILES is empty'],
    [{ COMPOSE_PROFILES: 'development,multi-regional' }, 'cannot run together'],
    [{ COMPOSE_PROFILES: 'development', JWT_SECRET: '' }, 'JWT_SECRET is missing'],
    [{ COMPOSE_PROFILES: 'development', JWT_SECRET: 'short' }, 'needs at least 32'],
    [{ COMPOSE_PROFILES: 'development', POSTGRES_PASSWORD: 'with:colon@host/x' }, 'letters, digits'],
    [{ COMPOSE_PROFILES: 'production', NEXUS_DB_PASSWORD: 'change-me-please' }, 'sample value'],
    [{ COMPOSE_PROFILES: 'production', SERVER_NAMES: '' }, 'SERVER_NAMES is missing'],
    [{ COMPOSE_PROFILES: 'multi-regional', HUB_PUBLIC_KEY: '' }, 'HUB_PUBLIC_KEY is missing'],
    [{ COMPOSE_PROFILES: 'development', GAMESERVER_PORT: '3000' }, 'another service has already'],
    [{ COMPOSE_PROFILES: 'development', HTTP_PORT: 'eighty' }, 'HTTP_PORT must be a port'],
  ])('%j is named', (env, sentence) => {
    const { status, stderr } = preflight(env);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('r4nd0m');
  });

  it('refuses the file of examples as it is outside development', () => {
    const examples = readFileSync(join(REPOSITORY, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm);
    const env = Object.fromEntries([...examples].map(([, name = '', value = '']) => [name, value]));
    expect(preflight({ ...env, COMPOSE_PROFILES: 'production' }).stderr).toContain(
      'JWT_SECRET is a sample value',
    );
  });
});

describe('Dockerfiles', () => {
  const MADE_OF = [
    ['gameserver', 'services/gameserver', 'sources'],
    ['region-manager', 'services/region-manager', 'sources'],
    ['player-client', 'packages/web-server', 'sources'],
    ['admin-ui', 'packages/web-server', 'sources'],
    ['player-client', 'services/player-client', 'compile'],
    ['admin-ui', 'services/admin-ui', 'compile'],
  ] as const;

  const closure = (workspace: string, withTools: boolean): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (folder: string): void => {
      if (found.has(folder)) return;
      found.add(folder);
      const manifest = JSON.parse(readFileSync(join(REPOSITORY, folder, 'package.json'), 'utf8')) as {
        readonly dependencies?: object;
        readonly devDependencies?: object;
      };
      const names = {
        ...manifest.dependencies,
        ...(withTools && folder === workspace ? manifest.devDependencies : {}),
      };
      for (const name of Object.keys(names)) {
        if (name.startsWith('@sw/') && name !== '@sw/test-kit') visit(`packages/${name.slice(4)}`);
      }
    };
    visit(workspace);
    return found;
  };

  it.each(MADE_OF)('%s copies all that %s is made of (%s), and nothing else', (service, workspace, stage) => {
    const file = readFileSync(join(REPOSITORY, 'services', service, 'Dockerfile'), 'utf8');
    const [, lines = ''] = new RegExp(`AS ${stage}\\n([\\s\\S]*?)\\nFROM`).exec(file) ?? [];
    const copied = [...lines.matchAll(/^COPY ((?:packages|services)\/[\w-]+) /gm)].map(
      ([, folder]) => folder,
    );
    expect(copied.sort()).toEqual([...closure(workspace, stage === 'compile')].sort());
  });

  it.each(['gameserver', 'region-manager', 'player-client', 'admin-ui', 'nginx-gateway', 'database'])(
    '%s runs as nobody special and says how it is',
    (service) => {
      const file = readFileSync(join(REPOSITORY, 'services', service, 'Dockerfile'), 'utf8');
      expect(file).toMatch(/^USER (?!root|0)/m);
      expect(file).toMatch(/^HEALTHCHECK /m);
      expect(file).toMatch(/^ARG \w+_IMAGE=[a-z]+:[\w.-]+$/m);
      expect(file).not.toMatch(/\bcurl\b/);
    },
  );
});
