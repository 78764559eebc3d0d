import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampOf } from './process-stamp.ts';
import { claimRun, EmbeddedInUseError, readRun, recordPostmaster, releaseRun } from './run-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-run-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveRecordOf(pid: number, startedAt: string): void {
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ server: { pid, startedAt }, port: 4711 }));
}

describe('claimRun', () => {
  it('makes us the owner and keeps the record to ourselves', async () => {
    await claimRun(folder);
    expect(readRun(folder)?.server).toEqual(stampOf(process.pid));
    expect(statSync(join(folder, 'run.json')).mode & 0o077).toBe(0);
  });

  it('refuses in one sentence while the owner lives', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    await once(child, 'spawn');
    leaveRecordOf(child.pid!, stampOf(child.pid!)!.startedAt);
    const refusal = await claimRun(folder).catch((error: unknown) => error);
    child.kill('SIGKILL');
    expect(refusal).toBeInstanceOf(EmbeddedInUseError);
    expect((refusal as Error).message).toBe(
      `The data folder ${folder} is in use by process ${child.pid}: stop that process first, or start with another data folder.`,
    );
  });

  it('takes over from an owner whose pid somebody else has inherited', async () => {
    leaveRecordOf(process.pid, 'an earlier life');
    await claimRun(folder);
    expect(readRun(folder)?.server).toEqual(stampOf(process.pid));
  });

  it('is granted to one of many that ask at once', async () => {
    const claims = await Promise.allSettled(Array.from({ length: 5 }, () => claimRun(folder)));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('breaks the lock of a claim that was killed half way', async () => {
    const lock = join(folder, 'run.lock');
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
    await claimRun(folder);
    expect(readRun(folder)).toBeDefined();
  });

  it('can be repeated once the folder was given up', async () => {
    await claimRun(folder);
    recordPostmaster(folder, process.pid, 4711);
    expect(readRun(folder)).toMatchObject({ port: 4711, postmaster: { pid: process.pid } });
    releaseRun(folder);
    expect(readRun(folder)).toBeUndefined();
    await claimRun(folder);
  });
});
