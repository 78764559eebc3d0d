import { BusyError, DatabaseUnavailableError, isUnavailable } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { AppError, PROBLEM_CONTENT_TYPE, presentProblem, toAppError } from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Seconds a client is told to wait after `busy`. */
const BUSY_RETRY_S = 1;

/**
 * The one place where something thrown becomes an answer: problem+json with a registered code. Defects
 * are logged once with their cause and shown as `internal`.
 */
export const registerErrors = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler((thrown, request, reply) => {
    const error = translate(thrown);
    if (error.code === 'internal') {
      logger.error(
        { err: error.cause, requestId: request.id, route: request.routeOptions.url },
        'request.failed',
      );
    } else if (error.status >= 500) {
      logger.warn({ code: error.code, err: error.cause, requestId: request.id }, 'request.unavailable');
    }
    return sendProblem(error, request, reply);
  });
};

/** Answers with a problem document; also for what fails before there is a route. */
export const sendProblem = (error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (error.retryAfterS !== undefined) reply.header('retry-after', error.retryAfterS);
  return reply
    .code(error.status)
    .type(PROBLEM_CONTENT_TYPE)
    .send(JSON.stringify(presentProblem(error, { path: request.url, requestId: request.id })));
};

const translate = (thrown: unknown): AppError => {
  if (thrown instanceof BusyError) {
    return new AppError('busy', {}, { retryAfterS: BUSY_RETRY_S, cause: thrown });
  }
  if (thrown instanceof DatabaseUnavailableError || isUnavailable(thrown)) {
    return new AppError('dependency_unavailable', {}, { retryAfterS: BUSY_RETRY_S, cause: thrown });
  }
  return toAppError(thrown);
};
