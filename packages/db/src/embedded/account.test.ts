import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canReach, chooseAccount } from './account.ts';

const STRANGER = { uid: 54_321, gid: 54_321, name: 'stranger' };
const isRoot = process.getuid?.() === 0;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-account-'));
  chmodSync(folder, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('canReach', () => {
  it('follows the mode bits of every folder on the way', () => {
    const inner = join(folder, 'a', 'b');
    mkdirSync(inner, { recursive: true });
    expect(canReach(inner, STRANGER)).toBe(true);
    chmodSync(join(folder, 'a'), 0o700);
    expect(canReach(inner, STRANGER)).toBe(false);
    expect(canReach(inner, { ...STRANGER, uid: statSync(inner).uid })).toBe(true);
    chmodSync(join(folder, 'a'), 0o711);
    expect(canReach(inner, STRANGER)).toBe(true);
  });

  it('asks for execution of a file and ignores what does not exist yet', () => {
    const program = join(folder, 'program');
    writeFileSync(program, '', { mode: 0o644 });
    expect(canReach(program, STRANGER)).toBe(false);
    chmodSync(program, 0o755);
    expect(canReach(program, STRANGER)).toBe(true);
    expect(canReach(join(folder, 'later'), STRANGER)).toBe(true);
  });
});

describe('chooseAccount', () => {
  it.runIf(!isRoot)('stays who we are', () => {
    expect(chooseAccount([folder], folder)).toBeUndefined();
  });

  it.runIf(isRoot)('never chooses root, and keeps the owner of existing data', () => {
    expect(chooseAccount([join(folder, 'none')], folder)?.uid).toBeGreaterThan(0);
    const data = join(folder, 'data');
    mkdirSync(data);
    expect(chooseAccount([data], folder)?.uid).toBeGreaterThan(0);
  });
});
