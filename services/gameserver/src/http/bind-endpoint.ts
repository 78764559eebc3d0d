import { createHash } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import { homeOf } from '@sw/contracts';
import { AppError, isUuid } from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ServiceRole } from '../config-role.ts';
import type { Admission, Gatekeeper } from './admission.ts';
import { admit } from './admission.ts';
import type { Caller } from './caller.ts';
import { RawReply } from './raw-reply.ts';
import type { IdempotencyClaim, RequestContext } from './request-context.ts';
import { decodePart } from './validation.ts';

export type Handler<E extends EndpointDeclaration> = (
  context: RequestContext<E>,
) => Promise<ReplyOf<E> | RawReply>;

/** What binding needs besides the endpoint: made once per application. */
export interface Edge extends Gatekeeper {
  readonly app: FastifyInstance;
  /** What a server of this role does not have is not mounted at all. */
  readonly role: ServiceRole;
  /** Refuses a path that names a region which is not here, or where the caller is not. */
  readonly enterRegion: (regionName: string, caller: Caller) => Promise<void>;
  readonly isHttps: (request: FastifyRequest) => boolean;
}

export type Bind = <E extends EndpointDeclaration>(endpoint: E, handler: Handler<E>) => void;

const BASE = '/api/v1';
/** The region a path names before the path of the endpoint (rule book, platform 1 and 15). */
const REGION_PARAMETER = 'atRegion';
const MAX_USER_AGENT = 300;

/**
 * Puts handlers behind the stations of their endpoints (rule book, platform 4). Rates and identity are
 * judged before the body is read, schema and idempotency after; then the handler runs and its answer is
 * encoded by the contract.
 */
export const createBind = (edge: Edge): Bind => {
  const bound = new Set<string>();
  const admissions = new WeakMap<FastifyRequest, Admission>();

  return (endpoint, handler) => {
    if (bound.has(endpoint.id)) throw new Error(`${endpoint.id} is bound twice`);
    bound.add(endpoint.id);
    if (edge.role === 'region' && homeOf(endpoint) === 'hub') return;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const mount = (base: string): void => {
      edge.app.route({
        method: endpoint.method,
        url: `${base}${path}`,
        onRequest: async (request, reply) => {
          const admission = await admit(edge, endpoint, request, reply);
          const regionName = (request.params as Readonly<Record<string, string>>)[REGION_PARAMETER];
          if (regionName !== undefined) await edge.enterRegion(regionName, admission.caller);
          admissions.set(request, admission);
        },
        handler: async (request, reply) => {
          const admission = admissions.get(request);
          if (admission === undefined) throw new Error('a request reached its handler without admission');
          const context = buildContext(edge, endpoint, admission, { request, reply });
          return send(endpoint, await handler(context), reply);
        },
      });
    };
    mount(BASE);
    if (homeOf(endpoint) === 'world') mount(`${BASE}/regions/:${REGION_PARAMETER}`);
  };
};

const buildContext = <E extends EndpointDeclaration>(
  edge: Edge,
  endpoint: E,
  { caller, ip, nowMs }: Admission,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): RequestContext<E> => {
  const part = (schema: z.ZodType | undefined, value: unknown): unknown =>
    schema === undefined ? undefined : decodePart(schema, value);
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const context = {
    endpoint,
    caller,
    params: endpoint.params === undefined ? undefined : decodeParams(endpoint.params, request.params),
    query: part(endpoint.query, request.query),
    body: part(endpoint.body, request.body ?? undefined),
    ip,
    requestId: request.id,
    userAgent: (header('user-agent') ?? '').slice(0, MAX_USER_AGENT),
    nowMs,
    idempotency: claimOf(endpoint, caller, header('idempotency-key'), request),
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
    acceptEncoding: header('accept-encoding') ?? '',
    isHttps: edge.isHttps(request),
    cookie: (name: string) => request.cookies[name],
    header,
    setCookie: (name: string, value: string, options: { path: string; maxAge: number; secure: boolean }) => {
      reply.setCookie(name, value, { ...options, httpOnly: true, sameSite: 'strict' });
    },
    setHeader: (name: string, value: string) => {
      reply.header(name, value);
    },
  };
  return context as unknown as RequestContext<E>;
};

/** A malformed id in a path names nothing: it answers like an unknown one. */
const decodeParams = (schema: z.ZodType, value: unknown): unknown => {
  const { [REGION_PARAMETER]: _region, ...own } = value as Readonly<Record<string, unknown>>;
  const parsed = schema.safeParse(own);
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data;
};

const claimOf = (
  endpoint: EndpointDeclaration,
  caller: Caller,
  key: string | undefined,
  request: FastifyRequest,
): IdempotencyClaim | null => {
  if (endpoint.idempotency !== 'required' || caller.kind === 'anonymous') return null;
  if (caller.kind === 'service') return null;
  if (key === undefined) throw new AppError('idempotency_key_required');
  if (!isUuid(key)) {
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/headers/idempotency-key', code: 'invalid_format', message: 'must be a UUID' }] },
    );
  }
  const route = `${request.method} ${request.url.split('?', 1)[0] ?? ''}`;
  const bodySha256 = createHash('sha256')
    .update(JSON.stringify(request.body ?? {}))
    .digest();
  return { userId: caller.userId, key: key.toLowerCase(), route, bodySha256 };
};

const JSON_TYPE = 'application/json; charset=utf-8';

const send = (endpoint: EndpointDeclaration, answer: unknown, reply: FastifyReply): FastifyReply => {
  if (answer instanceof RawReply) {
    reply.headers(answer.headers).code(answer.status ?? endpoint.status);
    if (!reply.hasHeader('content-type')) reply.type(JSON_TYPE);
    return reply.send(answer.body);
  }
  reply.code(endpoint.status);
  if (endpoint.reply === undefined) return reply.send();
  return reply.type(JSON_TYPE).send(JSON.stringify(z.encode(endpoint.reply, answer)));
};
