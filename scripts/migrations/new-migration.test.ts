import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newMigration } from './new-migration.ts';

const NOON = Date.UTC(2026, 0, 5, 12, 0, 0);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-new-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('newMigration', () => {
  it('makes a file named by time and purpose', () => {
    const path = newMigration(folder, 'add-station-version', NOON);
    expect(path).toBe(join(folder, '20260105120000-add-station-version.sql'));
    expect(readFileSync(path, 'utf8')).toBe('-- add station version\n');
  });

  it('comes after what is there, even when a clock was ahead', () => {
    writeFileSync(join(folder, '20271231235959-add-ships.sql'), '');
    newMigration(folder, 'add-docks', NOON);
    expect(readdirSync(folder).sort().at(-1)).toBe('20280101000000-add-docks.sql');
  });

  it.each(['', 'docks', 'Add-Docks', 'add docks', '../add-docks'])('refuses the name "%s"', (slug) => {
    expect(() => newMigration(folder, slug, NOON)).toThrow('is not a name such as add-station-version');
  });
});
