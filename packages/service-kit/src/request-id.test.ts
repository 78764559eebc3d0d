import { describe, expect, it } from 'vitest';
import { requestIdFrom } from './request-id.ts';

const given = '0198C0DE-0000-7000-8000-00000000ABCD';
const fresh = '0198c0de-0000-7000-8000-000000000001';

describe('requestIdFrom', () => {
  it('keeps a UUID of the caller, in lower case', () => {
    expect(requestIdFrom(given, () => fresh)).toBe(given.toLowerCase());
  });

  it.each([undefined, '', 'abc', `${given}x`, `${given}\nlevel=error`, [given]])('replaces %j', (header) => {
    expect(requestIdFrom(header, () => fresh)).toBe(fresh);
  });
});
