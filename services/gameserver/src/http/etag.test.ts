import { expect, it } from 'vitest';
import { entityTag, isUnchanged } from './etag.ts';

it('is quoted, short and the same for the same parts', () => {
  expect(entityTag('p', 1n, 2)).toMatch(/^"[\w-]{22}"$/);
  expect(entityTag('p', 1n, 2)).toBe(entityTag('p', '1', '2'));
});

it('differs for another reader, another revision, and other cuts of the same text', () => {
  const tags = [
    entityTag('p', 1),
    entityTag('q', 1),
    entityTag('p', 2),
    entityTag('p1'),
    entityTag('p', 1, 0),
  ];
  expect(new Set(tags).size).toBe(tags.length);
});

it.each([
  [undefined, false],
  ['', false],
  ['"b"', false],
  ['a', false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
])('%s is known: %s', (header, known) => {
  expect(isUnchanged(header, '"a"')).toBe(known);
});
