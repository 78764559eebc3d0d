import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EndpointDeclaration } from './endpoint.ts';
import { clientMessage } from './socket/client-messages.ts';
import { serverEnvelope } from './socket/envelope.ts';
import { EVENTS } from './socket/events.ts';
import { ALL_ENDPOINTS } from './testing/all-endpoints.ts';

const wireSide = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input' });

const partsOf = (endpoint: EndpointDeclaration): [string, z.ZodType][] =>
  (['params', 'query', 'body', 'reply'] as const).flatMap((part): [string, z.ZodType][] => {
    const schema = endpoint[part];
    return schema === undefined ? [] : [[`${endpoint.id} ${part}`, schema]];
  });

describe('the wire side of every schema', () => {
  it.each(ALL_ENDPOINTS.flatMap(partsOf))('%s can be written as JSON Schema', (_name, schema) => {
    expect(wireSide(schema)).toMatchObject({ $schema: expect.any(String) });
  });

  it.each(Object.entries(EVENTS))('%s can be written as JSON Schema', (_type, schema) => {
    expect(wireSide(schema)).toMatchObject({ type: 'object' });
  });

  it('shows both directions of the socket', () => {
    expect(wireSide(clientMessage)).toHaveProperty('oneOf');
    expect(wireSide(serverEnvelope)).toMatchObject({ type: 'object' });
  });

  it('shows credits as bounded integers, not as bigint', () => {
    const move = ALL_ENDPOINTS.find(({ id }) => id === 'nav.move')?.body;
    expect(move === undefined ? undefined : wireSide(move)).toMatchObject({
      properties: { maxToll: { type: 'integer', minimum: 0, maximum: 9_000_000_000_000_000 } },
      additionalProperties: false,
    });
  });
});

describe('writes', () => {
  const bodies = ALL_ENDPOINTS.flatMap((endpoint) =>
    endpoint.body === undefined ? [] : [[endpoint.id, endpoint.body] as const],
  );

  it.each(bodies)('%s refuses a member it does not know', (_id, body) => {
    const found = body.safeParse({ surprise: 1 }).error?.issues ?? [];
    expect(found.map(({ code }) => code)).toContain('unrecognized_keys');
  });

  const queries = ALL_ENDPOINTS.flatMap((endpoint) =>
    endpoint.query === undefined ? [] : [[endpoint.id, endpoint.query] as const],
  );

  it.each(queries)('%s refuses a query member it does not know', (_id, query) => {
    const found = query.safeParse({ surprise: '1' }).error?.issues ?? [];
    expect(found.map(({ code }) => code)).toContain('unrecognized_keys');
  });
});
