import fastifyCookie from '@fastify/cookie';
import type { Health, Surface } from '@sw/service-kit';
import {
  AppError,
  createClientHttps,
  createClientIp,
  registerHealthRoutes,
  registerHttpMetrics,
  requestIdFrom,
  securityHeaders,
} from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { Deps } from '../deps.ts';
import { registerCors } from './cors.ts';
import { registerErrors, sendProblem } from './errors.ts';

const MAX_BODY_BYTES = 256 * 1024;
const MAX_PARAM_LENGTH = 200;
const REQUEST_TIMEOUT_MS = 30_000;
const DRAIN_RETRY_S = 5;

/** The part of a request, or of an upgrade, that tells where it came from. */
export interface Approach {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface HttpKernel {
  readonly app: FastifyInstance;
  readonly clientIp: (request: Approach) => string;
  readonly isHttps: (request: Approach) => boolean;
}

/** The HTTP kernel without any endpoint: ids, addresses, limits, headers, CORS, errors, health. */
export const createHttp = async (deps: Deps, health: Health): Promise<HttpKernel> => {
  const readIp = createClientIp(deps.config.trustedProxies);
  const readHttps = createClientHttps(deps.config.trustedProxies);
  const isHttps = ({ socket, headers }: Approach): boolean => readHttps(socket.remoteAddress, headers);

  const addCommonHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url;
    reply.header('x-request-id', request.id);
    reply.headers(securityHeaders({ surface: surfaceOf(path), path, isHttps: isHttps(request) }));
  };

  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id'], deps.newId),
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, caseSensitive: true },
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded, or names something impossibly long, leads nowhere; no hook runs for it.
    frameworkErrors: (_, request, reply) => {
      addCommonHeaders(request, reply);
      sendProblem(new AppError('not_found'), request, reply);
    },
  });
  // JSON is the only language spoken here; everything else is refused as a media type.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', (request, reply, done) => {
    addCommonHeaders(request, reply);
    const isAllowed = !health.isDraining() || PROBES.has(request.url);
    done(isAllowed ? undefined : new AppError('maintenance', {}, { retryAfterS: DRAIN_RETRY_S }));
  });
  registerErrors(app, deps.logger);
  await app.register(fastifyCookie);
  await registerCors(app, deps.origins, deps.config.adminOrigin);
  registerHttpMetrics(app, deps.metrics.http);
  registerHealthRoutes(app, health);
  return { app, clientIp: ({ socket, headers }) => readIp(socket.remoteAddress, headers), isHttps };
};

/** Asked by the machinery around the server, also while it drains. */
const PROBES = new Set(['/health', '/ready']);

const surfaceOf = (url: string): Surface => {
  if (url.startsWith('/api/v1/docs')) return 'docs';
  return url.startsWith('/api/') || PROBES.has(url) ? 'api' : 'web';
};
