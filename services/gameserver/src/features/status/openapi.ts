import type { EndpointDeclaration, ErrorCode } from '@sw/contracts';
import { ERRORS, problem } from '@sw/contracts';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** Codes any endpoint of a level can answer with, besides its own. */
const SHARED: readonly ErrorCode[] = [
  'validation_failed',
  'rate_limited',
  'internal',
  'dependency_unavailable',
];
const SIGNED_IN: readonly ErrorCode[] = ['unauthenticated', 'token_expired', 'session_revoked'];

/** The OpenAPI 3.1 document of the given endpoints; schemas show the wire side. */
export const buildOpenApi = (endpoints: readonly EndpointDeclaration[], version: string): Json => {
  const byPath = Map.groupBy(endpoints, ({ path }) => path);
  const paths = Object.fromEntries(
    [...byPath].map(([path, list]) => [
      path,
      Object.fromEntries(list.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint)])),
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'SectorWars 2102',
      version,
      description: 'Amounts are whole credits. Every refusal is application/problem+json with a stable code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: wire(problem) },
    },
    paths,
  };
};

const operationOf = (endpoint: EndpointDeclaration): Json => ({
  operationId: endpoint.id,
  summary: endpoint.summary,
  tags: [endpoint.tag],
  ...(needsToken(endpoint) ? { security: [{ bearer: [] }] } : { security: [] }),
  parameters: [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.idempotency === 'required'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', format: 'uuid' },
          },
        ]
      : []),
  ],
  ...(endpoint.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: wire(endpoint.body) } } } }),
  responses: { [endpoint.status]: successOf(endpoint), ...refusalsOf(endpoint) },
});

const needsToken = ({ auth }: EndpointDeclaration): boolean => auth !== 'public' && auth !== 'cookie';

const successOf = (endpoint: EndpointDeclaration): Json => ({
  description: 'Done.',
  ...(endpoint.reply === undefined
    ? {}
    : { content: { 'application/json': { schema: wire(endpoint.reply) } } }),
});

const refusalsOf = (endpoint: EndpointDeclaration): Json => {
  const codes = new Set<ErrorCode>([
    ...SHARED,
    ...(needsToken(endpoint) ? SIGNED_IN : []),
    ...(endpoint.idempotency === 'required'
      ? (['idempotency_key_required', 'idempotency_mismatch'] as const)
      : []),
    ...(endpoint.auth === 'player' ? (['first_login_required'] as const) : []),
    ...endpoint.errors,
  ]);
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const parametersOf = (schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = wire(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const wire = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json & { $schema?: string };
  return rest;
};
