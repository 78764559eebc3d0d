import { AppError } from '@sw/service-kit';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodePart } from './validation.ts';

const refusalOf = (schema: z.ZodType, value: unknown): AppError => {
  try {
    decodePart(schema, value);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('nothing was refused');
};
const basket = z.strictObject({
  lines: z.array(z.strictObject({ quantity: z.int().min(1) })).max(2),
  'a/b~c': z.string().optional(),
});

it('decodes what fits', () => {
  expect(decodePart(z.object({ n: z.coerce.number() }), { n: '7' })).toEqual({ n: 7 });
});

it('points at every wrong field', () => {
  const { code, status, errors } = refusalOf(basket, {
    lines: [{ quantity: 0 }, { quantity: 1.5, extra: 1 }],
  });
  expect([code, status]).toEqual(['validation_failed', 400]);
  expect(errors?.map(({ path, code: why }) => [path, why])).toEqual([
    ['/lines/0/quantity', 'too_small'],
    ['/lines/1/quantity', 'invalid_type'],
    ['/lines/1', 'unrecognized_keys'],
  ]);
});

it('escapes what a pointer would misread', () => {
  expect(refusalOf(basket, { lines: [], 'a/b~c': 1 }).errors?.[0]?.path).toBe('/a~1b~0c');
});

it('points at the whole where it is of the wrong kind', () => {
  expect(refusalOf(basket, 'text').errors).toMatchObject([{ path: '', code: 'invalid_type' }]);
  expect(refusalOf(basket, undefined).errors).toMatchObject([{ path: '' }]);
});

it('names at most twenty', () => {
  const many = refusalOf(
    z.array(z.string()),
    Array.from({ length: 50 }, () => 1),
  );
  expect(many.errors).toHaveLength(20);
});
