import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import type { Health, Surface } from '@sw/service-kit';
import {
  AppError,
  createClientIp,
  registerHealthRoutes,
  registerHttpMetrics,
  requestIdFrom,
  securityHeaders,
} from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { Deps } from '../deps.ts';
import { registerErrors, sendProblem } from './errors.ts';

const MAX_BODY_BYTES = 256 * 1024;
const CREDENTIALED = /^\/api\/v1\/(?:admin\/)?auth\//;

/** The HTTP kernel without any endpoint: ids, addresses, limits, headers, CORS, errors, health. */
export const createHttp = async (
  deps: Deps,
  health: Health,
): Promise<{ app: FastifyInstance; clientIp: (request: FastifyRequest) => string }> => {
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id'], deps.newId),
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded, or names something impossibly long, leads nowhere; no hook runs for it.
    frameworkErrors: (_, request, reply) => {
      addCommonHeaders(request, reply);
      sendProblem(new AppError('not_found'), request, reply);
    },
  });
  const readIp = createClientIp(deps.config.trustedProxies);
  const clientIp = (request: FastifyRequest): string => readIp(request.socket.remoteAddress, request.headers);

  app.addHook('onRequest', (request, reply, done) => {
    addCommonHeaders(request, reply);
    done(
      health.isDraining() && request.url !== '/health' && request.url !== '/ready'
        ? new AppError('maintenance', {}, { retryAfterS: 5 })
        : undefined,
    );
  });
  registerErrors(app, deps.logger);
  await app.register(fastifyCookie);
  await app.register(fastifyCors, {
    delegator: (request, callback) => {
      callback(null, {
        origin: (origin: string | undefined, allow: (error: Error | null, isAllowed: boolean) => void) =>
          allow(null, deps.origins.allows(origin)),
        credentials: CREDENTIALED.test(request.url ?? ''),
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
          'ratelimit-remaining',
          'x-server-time',
        ],
        maxAge: 600,
      });
    },
  });
  registerHttpMetrics(app, deps.metrics.http);
  registerHealthRoutes(app, health);
  return { app, clientIp };
};

const addCommonHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  const isHttps = request.protocol === 'https';
  reply.header('x-request-id', request.id);
  reply.headers(securityHeaders({ surface: surfaceOf(request.url), path: request.url, isHttps }));
};

const surfaceOf = (url: string): Surface => {
  if (url.startsWith('/api/v1/docs')) return 'docs';
  return url.startsWith('/api/') || url === '/health' || url === '/ready' ? 'api' : 'web';
};
