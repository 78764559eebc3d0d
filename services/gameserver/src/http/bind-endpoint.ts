import { createHash } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import { AppError, isUuid } from '@sw/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { toMoment } from '../platform/clock.ts';
import type { Authenticate } from './authenticate.ts';
import type { Caller, UserCaller } from './caller.ts';
import type { RateDecision } from './gcra.ts';
import type { RateClasses } from './rate-classes.ts';
import { addressClassOf } from './rate-classes.ts';
import { RawReply } from './raw-reply.ts';
import type { IdempotencyClaim, RequestContext } from './request-context.ts';
import { decodePart } from './validation.ts';

export type Handler<E extends EndpointDeclaration> = (
  context: RequestContext<E>,
) => Promise<ReplyOf<E> | RawReply>;

/** What binding needs besides the endpoint: made once per application. */
export interface Edge {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly authenticate: Authenticate;
  readonly rates: RateClasses;
  readonly clientIp: (request: FastifyRequest) => string;
  readonly bound: Set<string>;
}

export type Bind = <E extends EndpointDeclaration>(endpoint: E, handler: Handler<E>) => void;

const BASE = '/api/v1';

/**
 * Puts a handler behind the stations of one endpoint, in the order of the rule book (platform 4):
 * address class, authentication, user class, scope, schema, idempotency; then the handler runs and its
 * answer is encoded by the contract.
 */
export const createBind =
  (edge: Edge): Bind =>
  (endpoint, handler) => {
    if (edge.bound.has(endpoint.id)) throw new Error(`${endpoint.id} is bound twice`);
    edge.bound.add(endpoint.id);
    edge.app.route({
      method: endpoint.method,
      url: `${BASE}${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      handler: (request, reply) => serve(edge, endpoint, handler, request, reply),
    });
  };

const serve = async <E extends EndpointDeclaration>(
  edge: Edge,
  endpoint: E,
  handler: Handler<E>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const nowMs = edge.deps.clock();
  reply.header('date', new Date(nowMs).toUTCString());
  reply.header('x-server-time', toMoment(nowMs));
  const ip = edge.clientIp(request);
  const token = bearerOf(request);
  const addressClass = addressClassOf(endpoint.method, endpoint.path, token !== undefined);
  const addressRate = edge.rates.address[addressClass].take(ip, nowMs);
  if (!addressRate.isAllowed) refuseRate(edge, addressClass, addressRate, reply);

  const caller = await admit(edge, endpoint, token, nowMs);
  if (caller.kind !== 'anonymous') {
    const userRate = edge.rates.user[endpoint.rateClass].take(caller.userId, nowMs);
    if (!userRate.isAllowed) refuseRate(edge, endpoint.rateClass, userRate, reply);
    writeRateHeaders(reply, userRate.remaining < addressRate.remaining ? userRate : addressRate);
  } else {
    writeRateHeaders(reply, addressRate);
  }

  const answer = await handler(buildContext(endpoint, caller, ip, nowMs, request, reply));
  return send(endpoint, answer, reply);
};

const buildContext = <E extends EndpointDeclaration>(
  endpoint: E,
  caller: Caller,
  ip: string,
  nowMs: number,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext<E> => {
  const part = (schema: z.ZodType | undefined, value: unknown): unknown =>
    schema === undefined ? undefined : decodePart(schema, value);
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const params = endpoint.params === undefined ? undefined : decodeParams(endpoint.params, request.params);
  const context = {
    endpoint,
    caller,
    params,
    query: part(endpoint.query, request.query),
    body: part(endpoint.body, request.body ?? undefined),
    ip,
    requestId: request.id,
    userAgent: (header('user-agent') ?? '').slice(0, 300),
    nowMs,
    idempotency: claimOf(endpoint, caller, header('idempotency-key'), request),
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
    acceptEncoding: header('accept-encoding') ?? '',
    isHttps: request.protocol === 'https',
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
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data;
};

/** Authentication, then what the level of the endpoint asks of the caller. */
const admit = async (
  edge: Edge,
  endpoint: EndpointDeclaration,
  token: string | undefined,
  nowMs: number,
): Promise<Caller> => {
  if (endpoint.auth === 'public' || endpoint.auth === 'cookie') return { kind: 'anonymous' };
  if (token === undefined) throw new AppError('unauthenticated');
  const caller = await edge.authenticate(token, nowMs);
  if (caller.mustChangePassword && endpoint.id !== 'auth.changePassword') {
    throw new AppError('password_change_required');
  }
  if (endpoint.auth === 'admin') {
    if (caller.kind !== 'admin') throw new AppError('forbidden');
    if (endpoint.scope !== undefined && !caller.scopes.has(endpoint.scope)) {
      throw new AppError('missing_scope', { scope: endpoint.scope });
    }
    return caller;
  }
  return admitUser(endpoint, caller);
};

const admitUser = (endpoint: EndpointDeclaration, caller: UserCaller): UserCaller => {
  if (caller.kind === 'admin') {
    if (endpoint.tag === 'auth' && endpoint.auth === 'user') return caller;
    throw new AppError('forbidden');
  }
  if (caller.isSuspended && endpoint.method !== 'GET') throw new AppError('account_suspended');
  if (endpoint.auth === 'player' && !caller.hasCompletedFirstLogin)
    throw new AppError('first_login_required');
  return caller;
};

const claimOf = (
  endpoint: EndpointDeclaration,
  caller: Caller,
  key: string | undefined,
  request: FastifyRequest,
): IdempotencyClaim | null => {
  if (endpoint.idempotency !== 'required' || caller.kind === 'anonymous') return null;
  if (key === undefined) throw new AppError('idempotency_key_required');
  if (!isUuid(key)) {
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/headers/idempotency-key', code: 'invalid_format', message: 'must be a UUID' }] },
    );
  }
  const route = `${request.method} ${request.url.split('?', 1)[0] ?? ''}`;
  const bodySha256 = createHash('sha256').update(canonicalBody(request.body)).digest();
  return { userId: caller.userId, key: key.toLowerCase(), route, bodySha256 };
};

const canonicalBody = (body: unknown): string => JSON.stringify(body ?? {}) ?? '{}';

const send = (endpoint: EndpointDeclaration, answer: unknown, reply: FastifyReply): FastifyReply => {
  if (answer instanceof RawReply) {
    reply.headers(answer.headers).code(answer.status ?? endpoint.status);
    if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8');
    return reply.send(answer.body);
  }
  reply.code(endpoint.status);
  if (endpoint.reply === undefined) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(z.encode(endpoint.reply, answer)));
};

const bearerOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined;
};

const writeRateHeaders = (reply: FastifyReply, rate: RateDecision): void => {
  reply.header('ratelimit-limit', rate.limit);
  reply.header('ratelimit-remaining', rate.remaining);
  reply.header('ratelimit-reset', Math.ceil(rate.resetMs / 1000));
};

const refuseRate = (edge: Edge, rateClass: string, rate: RateDecision, reply: FastifyReply): never => {
  edge.deps.metrics.rateLimit.hits.inc({ class: rateClass });
  writeRateHeaders(reply, rate);
  throw new AppError('rate_limited', {}, { retryAfterS: Math.max(1, Math.ceil(rate.retryAfterMs / 1000)) });
};
