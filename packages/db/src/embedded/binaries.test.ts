import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Binaries } from './binaries.ts';
import { copyBinaries, locateBinaries, programOf, repairBinaries } from './binaries.ts';

let folder: string;
let binaries: Binaries;

/** A package as it looks after `npm ci --ignore-scripts` from an archive that lost its execute permissions. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-binaries-'));
  binaries = { native: join(folder, 'native'), version: '18.4.0' };
  mkdirSync(join(binaries.native, 'bin'), { recursive: true });
  mkdirSync(join(binaries.native, 'lib'));
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    writeFileSync(join(binaries.native, 'bin', program), '#!/bin/sh\n', { mode: 0o644 });
  }
  writeFileSync(join(binaries.native, 'lib', 'libicuuc.so.60.2'), 'library');
  const links = ['libicuuc.so', 'libicuuc.so.60'].map((name) => ({
    source: 'native/lib/libicuuc.so.60.2',
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(binaries.native, 'pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const linked = (native: string): string => readFileSync(join(native, 'lib', 'libicuuc.so.60'), 'utf8');

describe.skipIf(process.platform === 'win32')('repairBinaries', () => {
  it('makes the links a blocked install script left out, as often as it is called', () => {
    repairBinaries(binaries);
    repairBinaries(binaries);
    expect(linked(binaries.native)).toBe('library');
    expect(lstatSync(join(binaries.native, 'lib', 'libicuuc.so')).isSymbolicLink()).toBe(true);
  });

  it('gives programs their execute permission back', () => {
    repairBinaries(binaries);
    expect(statSync(programOf(binaries, 'postgres')).mode & 0o111).toBe(0o111);
  });

  it('leaves links alone that point somewhere already', () => {
    writeFileSync(join(binaries.native, 'lib', 'libicuuc.so'), 'made by the install script');
    repairBinaries(binaries);
    expect(readFileSync(join(binaries.native, 'lib', 'libicuuc.so'), 'utf8')).toBe(
      'made by the install script',
    );
  });
});

describe.skipIf(process.platform === 'win32')('copyBinaries', () => {
  it('makes a copy that can be completed on its own, once', () => {
    const place = join(folder, 'place');
    mkdirSync(place);
    const copy = copyBinaries(binaries, place);
    repairBinaries(copy);
    rmSync(binaries.native, { recursive: true });
    expect(linked(copy.native)).toBe('library');
    expect(copyBinaries(binaries, place)).toEqual(copy);
  });

  it('can be entered by others', () => {
    chmodSync(folder, 0o755);
    const copy = copyBinaries(binaries, folder);
    expect(statSync(copy.native).mode & 0o055).toBe(0o055);
  });
});

describe('locateBinaries', () => {
  it('finds what npm installed for this platform', () => {
    const found = locateBinaries();
    expect(found.version).toMatch(/^\d+\./);
    expect(statSync(programOf(found, 'postgres')).isFile()).toBe(true);
  });
});
