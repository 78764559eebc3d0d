import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { describe, expect, it } from 'vitest';
import { buildOpenApi } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: Record<string, unknown>;
  }[];
  readonly requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Record<string, unknown> }> }
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

const endpoints = [...new Set([...Object.values(PLAYER_ENDPOINTS), ...Object.values(ADMIN_ENDPOINTS)])];
const document = JSON.parse(JSON.stringify(buildOpenApi(endpoints, '1.2.3'))) as Document;
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const of = (path: string, method: string): Operation => {
  const operation = document.paths[path]?.[method];
  if (operation === undefined) throw new Error(`no ${method} ${path}`);
  return operation;
};
const schemaOf = (operation: Operation, status: string): Record<string, unknown> =>
  operation.responses[status]?.content?.['application/json']?.schema ?? {};

describe('the document', () => {
  it('has every endpoint once, under an id of its own', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations).toHaveLength(endpoints.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpoints.length);
  });

  it('names every parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map(({ name }) => name).sort()).toEqual(names);
        expect(inPath.every(({ required }) => required)).toBe(true);
      }
    }
  });

  it('shows credits as integers, the way they travel', () => {
    const turns = schemaOf(of('/player/state', 'get'), '200') as { properties: { credits: object } };
    expect(turns.properties.credits).toMatchObject({ type: 'integer', minimum: 0 });
    expect(JSON.stringify(document)).not.toContain('bigint');
  });

  it('asks for the key where something moves, and for a token where somebody must be known', () => {
    const move = of('/nav/move', 'post');
    expect(move.parameters).toContainEqual({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    });
    expect(move.security).toEqual([{ bearer: [] }]);
    expect(of('/status', 'get').security).toEqual([]);
    expect(of('/status', 'get').parameters).toEqual([]);
  });

  it('tells optional queries from required ones', () => {
    const trades = of('/trading/history', 'get').parameters;
    expect(trades.find(({ name }) => name === 'cursor')?.required).toBe(false);
    expect(
      of('/map/regions/{regionName}/delta', 'get').parameters.find(({ name }) => name === 'since')?.required,
    ).toBe(true);
  });

  it('lists refusals by status with their codes', () => {
    const { responses } = of('/nav/move', 'post');
    expect(responses['409']?.description).toContain('insufficient_turns');
    expect(responses['409']?.description).toContain('idempotency_mismatch');
    expect(responses['428']?.description).toBe('idempotency_key_required');
    expect(responses['409']?.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
  });

  it('is built of plain JSON Schema of one dialect', () => {
    expect(JSON.stringify(document)).not.toContain('$schema');
  });
});
