import type { EndpointDeclaration } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbCall } from './arb-call.ts';
import { schemaOf } from './json-schema.ts';
import { arbValid } from './valid-values.ts';

const ENDPOINTS: Readonly<Record<string, EndpointDeclaration>> = { ...PLAYER_ENDPOINTS, ...ADMIN_ENDPOINTS };
const known = {
  uuids: ['0190a000-0000-7000-8000-000000000001'],
  integers: [1, 2, 3],
  // No reserved one: what the platform keeps for itself no new region may be called.
  names: ['deep-kepler'],
};

describe.each(Object.entries(ENDPOINTS))('%s', (_, declaration) => {
  it('gets bodies and queries its own schema accepts', () => {
    for (const part of ['body', 'query', 'params'] as const) {
      const schema = schemaOf(declaration, part);
      if (schema === undefined) continue;
      for (const value of fc.sample(arbValid(schema, known), { numRuns: 30, seed: 7 })) {
        const zod =
          part === 'body' ? declaration.body : part === 'query' ? declaration.query : declaration.params;
        const parsed = zod?.safeParse(value);
        expect(parsed?.success, `${part} ${JSON.stringify(value)}`).toBe(true);
      }
    }
  });
});

describe('the calls', () => {
  const calls = fc.sample(arbCall(ENDPOINTS, known), { numRuns: 3000, seed: 11 });

  it('reach every endpoint, as everybody', () => {
    expect(new Set(calls.map(({ endpoint }) => endpoint)).size).toBe(Object.keys(ENDPOINTS).length);
    expect(new Set(calls.map(({ persona }) => persona)).size).toBe(5);
  });

  it('can be sent: every address and header is one a client may write', () => {
    for (const { target, headers } of calls) {
      expect(() => new Request(`http://localhost/api/v1${target}`, { headers })).not.toThrow();
    }
  });

  it('mix what fits with what does not', () => {
    const moves = calls.filter(({ endpoint }) => endpoint === 'move');
    const fits = moves.filter(({ body }) => {
      try {
        return PLAYER_ENDPOINTS.move.body.safeParse(JSON.parse(body ?? '')).success;
      } catch {
        return false;
      }
    });
    expect(fits.length).toBeGreaterThan(moves.length / 5);
    expect(fits.length).toBeLessThan((moves.length * 4) / 5);
  });
});
