import { BusyError, isUnavailable } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import {
  AppError,
  PROBLEM_CONTENT_TYPE,
  presentProblem,
  registerHttpMetrics,
  requestIdFrom,
  securityHeaders,
  toAppError,
} from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { ManagerMetrics } from '../manager-metrics.ts';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_PARAM_LENGTH = 200;
const REQUEST_TIMEOUT_MS = 30_000;
const BUSY_RETRY_S = 1;

/** The HTTP kernel without any endpoint: ids, limits, headers, errors as problem documents. */
export const createHttp = (options: {
  readonly logger: Logger;
  readonly metrics: ManagerMetrics;
  readonly newId: () => string;
}): FastifyInstance => {
  const { logger } = options;
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id'], options.newId),
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, caseSensitive: true },
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: (_, request, reply) => sendProblem(new AppError('not_found'), request, reply),
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.headers(securityHeaders({ surface: 'api', path: request.url, isHttps: false }));
    done();
  });
  app.setNotFoundHandler((request, reply) => sendProblem(new AppError('not_found'), request, reply));
  app.setErrorHandler((thrown, request, reply) => {
    const error = translate(thrown);
    if (error.code === 'internal') {
      logger.error(
        { err: error.cause, requestId: request.id, route: request.routeOptions.url },
        'request.failed',
      );
    }
    return sendProblem(error, request, reply);
  });
  registerHttpMetrics(app, options.metrics.http);
  return app;
};

const sendProblem = (error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (error.retryAfterS !== undefined) reply.header('retry-after', error.retryAfterS);
  return reply
    .code(error.status)
    .type(PROBLEM_CONTENT_TYPE)
    .send(JSON.stringify(presentProblem(error, { path: request.url, requestId: request.id })));
};

const translate = (thrown: unknown): AppError => {
  if (thrown instanceof BusyError)
    return new AppError('busy', {}, { retryAfterS: BUSY_RETRY_S, cause: thrown });
  if (isUnavailable(thrown)) {
    return new AppError('dependency_unavailable', {}, { retryAfterS: BUSY_RETRY_S, cause: thrown });
  }
  return toAppError(thrown);
};
