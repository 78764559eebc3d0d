import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { AppError } from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Folders with the built clients; an absent one is not served. */
export interface ClientDirs {
  readonly player?: string | undefined;
  readonly admin?: string | undefined;
}

/** What the clients need to know of this installation, so that one build serves all. */
export interface RuntimeConfig {
  readonly apiBase: string;
  readonly socketPath: string;
  readonly environment: string;
  readonly build: string;
}

const YEAR_S = 31_536_000;

/** Serves both clients: hashed files for ever, pages never cached, every unknown page is the app's own route. */
export const registerWebApps = async (
  app: FastifyInstance,
  dirs: ClientDirs,
  runtime: RuntimeConfig,
): Promise<void> => {
  app.get('/config.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(runtime));
  if (has(dirs.admin)) {
    await serve(app, dirs.admin, '/admin/', false);
    app.get('/admin', (_request, reply) => reply.redirect('/admin/', 308));
  }
  if (has(dirs.player)) await serve(app, dirs.player, '/', !has(dirs.admin));

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isPage =
      request.method === 'GET' && acceptsHtml(request) && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (!isPage) throw new AppError('not_found');
    if (path.startsWith('/admin/') && has(dirs.admin)) return sendPage(reply, dirs.admin);
    if (has(dirs.player)) return sendPage(reply, dirs.player);
    throw new AppError('not_found');
  });
};

const has = (dir: string | undefined): dir is string =>
  dir !== undefined && existsSync(join(dir, 'index.html'));

const serve = async (
  app: FastifyInstance,
  root: string,
  prefix: string,
  decorateReply: boolean,
): Promise<void> => {
  await app.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: decorateReply || prefix === '/admin/',
    index: ['index.html'],
    preCompressed: true,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
};

const sendPage = (reply: FastifyReply, root: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').sendFile('index.html', root);

const acceptsHtml = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/html');
