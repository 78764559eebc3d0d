import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

it('has every variable of the manager in docs/operations.md', () => {
  const text = read('../../../docs/operations.md');
  const table = text.slice(text.indexOf('| Setting |')).split('\n\n', 1)[0] ?? '';
  const listed = new Set(
    table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name)),
  );
  const variables = [...read('config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  expect(variables.filter((name) => !listed.has(name))).toEqual([]);
});

it('has every alert there too', () => {
  const text = read('../../../docs/operations.md');
  const kinds = [...read('store/journal.repository.ts').matchAll(/^ {2}\| '([a-z_]+)'/gm)].map(
    ([, kind]) => kind,
  );
  expect(kinds.filter((kind) => !text.includes(`| \`${kind ?? ''}\` |`))).toEqual([]);
  expect(kinds.length).toBeGreaterThan(5);
});
