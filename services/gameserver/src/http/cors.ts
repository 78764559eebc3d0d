import fastifyCors from '@fastify/cors';
import type { OriginAllowList } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';

const CREDENTIALED = /^\/api\/v1\/(?:admin\/)?auth\//;
const ADMIN = /^\/api\/v1\/admin(?:\/|$)/;
const PREFLIGHT_S = 600;

/**
 * Whether a page of `origin` may read answers of `path`. Where the console has a host of its own, the
 * admin endpoints answer that one only, and it may not act with a player's cookie (rule book, platform
 * 3.4 and 4).
 */
export const mayRead = (
  origin: string | undefined,
  path: string,
  origins: OriginAllowList,
  adminOrigin: string | undefined,
): boolean => {
  if (!origins.allows(origin)) return false;
  if (adminOrigin === undefined) return true;
  if (ADMIN.test(path)) return origin === adminOrigin;
  return origin !== adminOrigin || !CREDENTIALED.test(path);
};

/** CORS by the exact list of origins; credentials only where cookies are used. */
export const registerCors = async (
  app: FastifyInstance,
  origins: OriginAllowList,
  adminOrigin: string | undefined,
): Promise<void> => {
  await app.register(fastifyCors, {
    delegator: (request, callback) => {
      const path = request.url ?? '';
      callback(null, {
        origin: (origin: string | undefined, allow: (error: Error | null, isAllowed: boolean) => void) =>
          allow(null, mayRead(origin, path, origins, adminOrigin)),
        credentials: CREDENTIALED.test(path),
        methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        allowedHeaders: [
          'authorization',
          'content-type',
          'idempotency-key',
          'if-match',
          'if-none-match',
          'x-sw-client',
          'x-request-id',
        ],
        exposedHeaders: [
          'etag',
          'retry-after',
          'x-request-id',
          'idempotent-replay',
          'ratelimit-limit',
          'ratelimit-remaining',
          'ratelimit-reset',
          'x-server-time',
        ],
        maxAge: PREFLIGHT_S,
      });
    },
  });
};
