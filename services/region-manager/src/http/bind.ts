import { createHash } from 'node:crypto';
import type { BodyOf, EndpointDeclaration, ParamsOf, QueryOf, ReplyOf } from '@sw/contracts';
import type { VerifyServiceToken } from '@sw/service-kit';
import { AppError, isUuid } from '@sw/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';

/** What a handler is given. */
export interface RequestContext<E extends EndpointDeclaration> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Of calls that bring one: the key, and a hash of what was asked with it. */
  readonly idempotency: { readonly key: string; readonly requestSha256: Buffer } | null;
}

export type Bind = <E extends EndpointDeclaration>(
  endpoint: E,
  handler: (context: RequestContext<E>) => Promise<ReplyOf<E>>,
) => void;

const BEARER = 'Bearer ';
const MAX_FIELD_ERRORS = 20;
const LONGEST_KEY = 100;

/** Puts handlers behind the checks of their endpoints: who asks first, then what. */
export const createBind = (app: FastifyInstance, verify: VerifyServiceToken, clock: Clock): Bind => {
  const admit = async (endpoint: EndpointDeclaration, request: FastifyRequest): Promise<void> => {
    if (endpoint.auth !== 'service') return;
    const header = request.headers.authorization;
    if (header === undefined || !header.startsWith(BEARER)) throw new AppError('unauthenticated');
    const claims = await verify(header.slice(BEARER.length), clock());
    const scopes = (claims.scope ?? '').split(' ');
    if (endpoint.scope !== undefined && !scopes.includes(endpoint.scope)) {
      throw new AppError('missing_scope', { scope: endpoint.scope });
    }
  };

  return (endpoint, handler) => {
    app.route({
      method: endpoint.method,
      url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      onRequest: (request) => admit(endpoint, request),
      handler: async (request, reply) => {
        const context = {
          params: decodeParams(endpoint.params, request.params),
          query: decode(endpoint.query, request.query),
          body: decode(endpoint.body, request.body ?? undefined),
          idempotency: claimOf(endpoint, request),
        };
        const answer = await handler(context as never);
        return reply
          .code(endpoint.status)
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(endpoint.reply === undefined ? null : z.encode(endpoint.reply, answer)));
      },
    });
  };
};

const decode = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, MAX_FIELD_ERRORS).map((issue) => ({
    path: issue.path.map((step) => `/${String(step)}`).join(''),
    code: issue.code,
    message: issue.message,
  }));
  throw new AppError('validation_failed', {}, { errors });
};

/** What cannot be a name or an id names nothing. */
const decodeParams = (schema: z.ZodType | undefined, value: unknown): unknown => {
  const parsed = schema?.safeParse(value);
  if (parsed !== undefined && !parsed.success) throw new AppError('not_found');
  return parsed?.data;
};

const claimOf = (endpoint: EndpointDeclaration, request: FastifyRequest) => {
  if (endpoint.idempotency === 'none') return null;
  const key = request.headers['idempotency-key'];
  if (key === undefined) {
    if (endpoint.idempotency === 'required') throw new AppError('idempotency_key_required');
    return null;
  }
  if (typeof key !== 'string' || key.length > LONGEST_KEY || !isUuid(key)) {
    const errors = [{ path: '/headers/idempotency-key', code: 'invalid_format', message: 'must be a UUID' }];
    throw new AppError('validation_failed', {}, { errors });
  }
  const asked = `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`;
  return { key: key.toLowerCase(), requestSha256: createHash('sha256').update(asked).digest() };
};
