import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMigrationName, readMigrations } from './migration-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-migrations-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text = 'select 1;\n'): void {
  writeFileSync(join(folder, file), text);
}

describe('readMigrations', () => {
  it('reads them in the order of their time stamps, whatever else lies there', () => {
    put('20260102000000-add-ships.sql');
    put('20260101000000-create-users.sql');
    put('README.md');
    expect(readMigrations(folder).map(({ name }) => name)).toEqual([
      '20260101000000-create-users',
      '20260102000000-add-ships',
    ]);
  });

  it('gives one text one checksum on every operating system', () => {
    put('20260101000000-create-users.sql', 'create table users ();\nselect 1;\n');
    const [unix] = readMigrations(folder);
    put('20260101000000-create-users.sql', 'create table users ();\r\nselect 1;\r\n');
    const [windows] = readMigrations(folder);
    put('20260101000000-create-users.sql', 'create table users ();\nselect 2;\n');
    const [edited] = readMigrations(folder);
    expect(windows?.checksum).toBe(unix?.checksum);
    expect(edited?.checksum).not.toBe(unix?.checksum);
  });

  it('knows which asked to run without a transaction', () => {
    put('20260101000000-create-users.sql');
    put('20260102000000-index-users.sql', '-- no-transaction\ncreate index concurrently …;\n');
    expect(readMigrations(folder).map((file) => file.isTransactional)).toEqual([true, false]);
  });

  it('refuses a name that is not one, a shared time stamp and a missing folder', () => {
    put('create-users.sql');
    expect(() => readMigrations(folder)).toThrow('is not named YYYYMMDDHHMMSS-verb-first.sql');
    rmSync(join(folder, 'create-users.sql'));
    put('20260101000000-create-users.sql');
    put('20260101000000-create-ships.sql');
    expect(() => readMigrations(folder)).toThrow('carry the same time stamp');
    expect(() => readMigrations(join(folder, 'none'))).toThrow('cannot be read');
  });
});

describe('isMigrationName', () => {
  it.each([
    ['20260105120000-add-port-stock-version', true],
    ['20260105120000-users', false],
    ['2026-add-users', false],
    ['20260105120000-Add-Users', false],
    ['20260105120000-add-users.sql', false],
  ])('%s: %s', (name, expected) => {
    expect(isMigrationName(name)).toBe(expected);
  });
});
