import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Label of requests no route took; their paths are endless and must not become label values. */
const UNMATCHED = 'unmatched';

/** Counts every answer and measures its time, by route template. */
export const registerHttpMetrics = (app: FastifyInstance, http: Metrics['http']): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? UNMATCHED : (request.routeOptions.url ?? UNMATCHED);
    http.requests.inc({ route, method: request.method, status: String(reply.statusCode) });
    http.durationSeconds.observe({ route }, reply.elapsedTime / 1000);
    done();
  });
};
