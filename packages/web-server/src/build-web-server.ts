import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { StartupError, securityHeaders } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import type { WebServerConfig } from './config.ts';

const YEAR_S = 31_536_000;
const UNCACHED = 'no-cache';

/**
 * A server of one built app, without listening. The console is built for `/admin/`: the gateway takes that prefix
 * off, and whoever comes without a gateway gets it taken off here.
 *
 * @throws StartupError when there is no build
 */
export const buildWebServer = async (
  config: Pick<WebServerConfig, 'folder' | 'runtime'>,
): Promise<FastifyInstance> => {
  const page = readPage(config.folder);
  const app = Fastify({
    logger: false,
    rewriteUrl: ({ url = '/' }) => url.replace(/^\/admin(?=\/|$)/, '') || '/',
  });
  app.addHook('onSend', async (request, reply) => {
    const headers = securityHeaders({ surface: 'web', path: request.url, isHttps: false });
    reply.headers({ ...headers, ...reply.getHeaders() });
  });
  app.get('/config.json', (_request, reply) => reply.header('cache-control', UNCACHED).send(config.runtime));
  await app.register(fastifyStatic, {
    root: config.folder,
    wildcard: true,
    index: ['index.html'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_S}, immutable` : UNCACHED);
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isPage = request.method === 'GET' && !/\.\w+$/.test(path) && !path.startsWith('/api/');
    if (!isPage) return reply.code(404).type('text/plain').send('Not found\n');
    return reply.header('cache-control', UNCACHED).type('text/html; charset=utf-8').send(page);
  });
  return app;
};

const readPage = (folder: string): string => {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8');
  } catch (cause) {
    throw new StartupError(`WEB_APP_DIR holds no index.html: ${folder}.`, { cause });
  }
};
