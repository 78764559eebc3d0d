import type { FastifyInstance } from 'fastify';
import type { Health } from './health.ts';

/**
 * `GET /health` answers while the event loop turns and touches nothing else; `GET /ready` answers 200
 * or 503 with the state of each dependency and is for the internal network only.
 */
export const registerHealthRoutes = (app: FastifyInstance, health: Health): void => {
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
};
