import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  basisPoints,
  credits,
  id,
  moment,
  page,
  pageQuery,
  problem,
  quantity,
  regionName,
  sectorId,
  signedCredits,
} from './primitives.ts';

const MOST = 9_000_000_000_000_000;
const refuses = (schema: z.ZodType, value: unknown): boolean => !schema.safeParse(value).success;

describe('credits', () => {
  it.each([0, 1, 4_200, MOST])('carries %i to bigint and back', (wire) => {
    const decoded = z.decode(credits, wire);
    expect(decoded).toBe(BigInt(wire));
    expect(z.encode(credits, decoded)).toBe(wire);
  });

  it.each([
    -1,
    0.5,
    MOST + 1,
    Number.MAX_SAFE_INTEGER + 1,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '12',
    12n,
    null,
  ])('refuses %s from the wire', (wire) => {
    expect(refuses(credits, wire)).toBe(true);
  });

  it('cannot be made to send what nobody may have', () => {
    expect(() => z.encode(credits, -1n)).toThrow();
    expect(() => z.encode(credits, BigInt(MOST) + 1n)).toThrow();
  });
});

describe('signed credits', () => {
  it.each([-MOST, -1, 0, MOST])('carries %i to bigint and back', (wire) => {
    expect(z.encode(signedCredits, z.decode(signedCredits, wire))).toBe(wire);
  });

  it.each([-MOST - 1, MOST + 1, -0.5])('refuses %s', (wire) => {
    expect(refuses(signedCredits, wire)).toBe(true);
  });
});

describe('numbers', () => {
  it('counts 1 to 100,000 units in one line', () => {
    expect([0, -1, 1.5, 100_001].every((value) => refuses(quantity, value))).toBe(true);
    expect([1, 100_000].some((value) => refuses(quantity, value))).toBe(false);
  });

  it('numbers sectors from 1', () => {
    expect(refuses(sectorId, 0)).toBe(true);
    expect(refuses(sectorId, 1)).toBe(false);
  });

  it('takes whole basis points', () => {
    expect(refuses(basisPoints, 0.1)).toBe(true);
    expect(refuses(basisPoints, -2_500)).toBe(false);
  });
});

describe('texts', () => {
  it('takes UUIDs as ids and moments in UTC', () => {
    expect(refuses(id, 'a1')).toBe(true);
    expect(refuses(id, '03c95b80-d000-7000-8000-000000000001')).toBe(false);
    expect(refuses(moment, '2102-01-01T00:00:00+01:00')).toBe(true);
    expect(refuses(moment, '2102-01-01T00:00:00.000Z')).toBe(false);
  });

  it('takes slugs as names of regions', () => {
    expect(['', 'no', 'Terran', '1st', 'a b', 'x/../y'].every((value) => refuses(regionName, value))).toBe(
      true,
    );
    expect(refuses(regionName, 'terran-space')).toBe(false);
  });
});

describe('paging', () => {
  it('gives 25 unless asked, at most 100', () => {
    expect(pageQuery.parse({})).toEqual({ limit: 25 });
    expect(pageQuery.parse({ limit: '100' })).toEqual({ limit: 100 });
    expect(['0', '101', '2.5', 'x'].every((limit) => refuses(pageQuery, { limit }))).toBe(true);
  });

  it('ends with a null cursor', () => {
    expect(page(z.int()).parse({ items: [1], nextCursor: null })).toEqual({ items: [1], nextCursor: null });
  });
});

describe('problem', () => {
  it('keeps the members that belong to one code', () => {
    const body = {
      type: 'https://sectorwars2102/errors/insufficient_turns',
      title: 'Not enough turns',
      status: 409,
      detail: 'Wait.',
      instance: '/api/v1/nav/move',
      code: 'insufficient_turns',
      requestId: 'r',
      need: 3,
      have: 1,
    };
    expect(problem.parse(body)).toEqual(body);
  });
});
