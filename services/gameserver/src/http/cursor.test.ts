import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const KEY = Buffer.alloc(32, 7);
const codeOf = (attempt: () => unknown): unknown => {
  try {
    return attempt();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('brings the sort key back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(decodeCursor(KEY, 'trades', encodeCursor(KEY, 'trades', value))).toBe(value.toWellFormed());
    }),
  );
});

describe('is refused', () => {
  const cursor = encodeCursor(KEY, 'trades', '1700');
  it.each([
    ['of another list', () => decodeCursor(KEY, 'turn ledger', cursor)],
    ['under another key', () => decodeCursor(Buffer.alloc(32, 8), 'trades', cursor)],
    ['with another value', () => decodeCursor(KEY, 'trades', cursor.replace(/^./, 'X'))],
    ['without its signature', () => decodeCursor(KEY, 'trades', cursor.split('.')[0] ?? '')],
    ['when it is empty', () => decodeCursor(KEY, 'trades', '')],
    ['when it is nonsense', () => decodeCursor(KEY, 'trades', '"; DROP TABLE')],
  ])('%s', (_case, attempt) => {
    expect(codeOf(attempt)).toBe('bad_cursor');
  });
});
