import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JOBS } from './jobs/index.ts';

/* What the documents list is what the server has. */

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const quoted = (text: string): string[] => [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
/** Names in code quotes in the first column of the table that begins with a heading. */
const firstColumn = (text: string, heading: string): string[] => {
  const table = text.slice(text.indexOf(heading)).split('\n\n', 1)[0] ?? '';
  return table.split('\n').flatMap((row) => quoted(row.split('|')[1] ?? ''));
};

describe('docs/operations.md', () => {
  const text = read('docs/operations.md');

  it('lists every job that recurs', () => {
    const loops = [...read('services/gameserver/src/jobs/start-jobs.ts').matchAll(/name: '([a-z.]+)'/g)];
    const names = [...JOBS.map(({ name }) => name), ...loops.map(([, name]) => name)];
    expect(firstColumn(text, '| Job |').sort()).toEqual(names.sort());
  });

  it('names every variable the server reads', () => {
    const listed = new Set(firstColumn(text, '| Variable |'));
    const sources = ['config.ts', 'config-role.ts'].map((name) => read(`services/gameserver/src/${name}`));
    const variables = [...sources.join('').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)];
    expect(variables.map(([, name]) => name).filter((name) => !listed.has(name ?? ''))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('names every feature of the server', () => {
    const { groups } = /^ {4}features\/ +(?<names>[\s\S]*?)\n```/m.exec(read('docs/architecture.md')) ?? {};
    const listed = (groups?.['names'] ?? '').replaceAll(/\([^)]*\)/g, '').split(/[\s,]+/);
    const folders = readdirSync(new URL('services/gameserver/src/features', ROOT), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(listed.filter((name) => name !== '').sort()).toEqual(folders.sort());
  });
});

describe('docs/adr', () => {
  it('has one number for each decision, and a line in its list', () => {
    const files = readdirSync(new URL('docs/adr', ROOT)).filter((name) => /^\d/.test(name));
    const numbers = files.map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    const list = read('docs/adr/README.md');
    expect(files.filter((name) => !list.includes(`(${name})`))).toEqual([]);
    for (const name of files) expect(read(`docs/adr/${name}`)).toContain(`# ${name.slice(0, 4)}. `);
  });
});
