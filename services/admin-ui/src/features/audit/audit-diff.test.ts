import { expect, it } from 'vitest';
import { diffOf } from './audit-diff.ts';

it('shows both sides by field, changes first', () => {
  const before = { status: 'active', name: 'mara', until: null };
  const after = { status: 'suspended', name: 'mara', until: null, tags: ['a'] };
  expect(diffOf(before, after)).toEqual([
    { field: 'status', before: 'active', after: 'suspended', isChanged: true },
    { field: 'tags', before: '', after: '["a"]', isChanged: true },
    { field: 'name', before: 'mara', after: 'mara', isChanged: false },
    { field: 'until', before: 'null', after: 'null', isChanged: false },
  ]);
});

it('knows records that were made or ended', () => {
  expect(diffOf(null, { a: 1 })).toEqual([{ field: 'a', before: '', after: '1', isChanged: true }]);
  expect(diffOf({ a: 1 }, null)).toEqual([{ field: 'a', before: '1', after: '', isChanged: true }]);
  expect(diffOf(null, null)).toEqual([]);
});
