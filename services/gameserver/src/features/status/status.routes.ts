import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ACCOUNT_ENDPOINTS } from '@sw/contracts/account';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { catalogueHash, rulesCatalogue } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import { RawReply } from '../../http/raw-reply.ts';
import type { Registrar } from '../../http/register.ts';
import { toMoment } from '../../platform/clock.ts';
import { presentNotices } from '../notices/index.ts';
import { DOCS_PAGE, DOCS_SCRIPT } from './docs-page.ts';
import { buildOpenApi } from './openapi.ts';
import { countPlayers } from './status.repository.ts';

const HEALTH_CACHE_MS = 2_000;
const PLAYERS_CACHE_MS = 10_000;

/** Public facts of the server, the rules catalogue and the API documentation. */
export const registerStatusRoutes = (
  { bind, deps }: Registrar,
  app: FastifyInstance,
  isDraining: () => boolean,
): void => {
  const health = cached(HEALTH_CACHE_MS, async () => {
    await deps.db.sql`SELECT 1`;
  });
  const players = cached(PLAYERS_CACHE_MS, () => countPlayers(deps.db.sql));

  bind(PLAYER_ENDPOINTS.getStatus, async ({ nowMs }) => {
    const { window, motd } = presentNotices(deps.notices(), nowMs);
    return {
      name: 'SectorWars 2102',
      version: deps.config.build.version,
      role: deps.config.role,
      region: deps.config.regional?.regionName ?? null,
      status: stateOf(isDraining() || window?.isActive === true, deps.redisState()),
      motd,
      maintenance: window,
    };
  });
  bind(PLAYER_ENDPOINTS.ping, async ({ nowMs }) => ({ pong: true as const, serverTime: toMoment(nowMs) }));
  bind(PLAYER_ENDPOINTS.getVersion, async () => ({ ...deps.config.build, api: 'v1' as const }));
  bind(PLAYER_ENDPOINTS.getPublicHealth, async ({ nowMs }) => {
    try {
      await health(nowMs);
    } catch (cause) {
      throw new AppError('dependency_unavailable', {}, { cause });
    }
    return { status: deps.redisState() === 'down' ? ('degraded' as const) : ('ok' as const) };
  });
  bind(PLAYER_ENDPOINTS.getPlayersOnline, async ({ nowMs }) => players(nowMs));

  const hash = catalogueHash();
  const catalogue = JSON.stringify({ hash, ...rulesCatalogue() });
  bind(PLAYER_ENDPOINTS.getRules, async ({ ifNoneMatch }) => {
    const headers = { etag: `"${hash}"`, 'cache-control': 'no-cache' };
    return ifNoneMatch === `"${hash}"` ? new RawReply('', headers, 304) : new RawReply(catalogue, headers);
  });
  registerDocs(app, deps.config.build.version);
};

const registerDocs = (app: FastifyInstance, version: string): void => {
  const endpoints = [
    ...Object.values(PLAYER_ENDPOINTS),
    ...Object.values(ACCOUNT_ENDPOINTS),
    ...Object.values(ADMIN_ENDPOINTS),
  ];
  const document = JSON.stringify(buildOpenApi([...new Set(endpoints)], version));
  const assets = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  const asset = (name: string, type: string): void => {
    const body = readFileSync(join(assets, name));
    app.get(`/api/v1/docs/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(body),
    );
  };
  app.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
  app.get('/api/v1/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(DOCS_PAGE));
  app.get('/api/v1/docs/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(DOCS_SCRIPT),
  );
  asset('swagger-ui.css', 'text/css; charset=utf-8');
  asset('swagger-ui-bundle.js', 'text/javascript; charset=utf-8');
};

/** Without its Redis the game goes on, but events and counters of other processes are missing. */
const stateOf = (isDraining: boolean, redis: 'off' | 'up' | 'down'): 'ok' | 'degraded' | 'maintenance' => {
  if (isDraining) return 'maintenance';
  return redis === 'down' ? 'degraded' : 'ok';
};

/** Asks at most once per `lifeMs`; askers in between share the answer. */
const cached = <T>(lifeMs: number, ask: () => Promise<T>): ((nowMs: number) => Promise<T>) => {
  let answer: Promise<T> | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    if (answer === undefined || nowMs - askedAtMs >= lifeMs) {
      askedAtMs = nowMs;
      answer = ask();
    }
    return answer;
  };
};
