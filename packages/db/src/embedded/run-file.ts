import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';
import type { ProcessStamp } from './process-stamp.ts';
import { isRunning, stampOf } from './process-stamp.ts';

/** Who uses a data folder: kept in `run.json`, so that the next start knows whether it may, and what was left over. */
export interface RunRecord {
  readonly server: ProcessStamp;
  readonly postmaster?: ProcessStamp;
  /** Where PostgreSQL listens. */
  readonly port?: number;
  /** Where the game is served, once it is. */
  readonly url?: string;
}

/** Another living process owns the data folder. */
export class EmbeddedInUseError extends StartupError {
  readonly ownerPid: number;

  constructor(dataDir: string, ownerPid: number) {
    super(
      `The data folder ${dataDir} is in use by process ${ownerPid}: stop that process first, or start with another data folder.`,
    );
    this.name = 'EmbeddedInUseError';
    this.ownerPid = ownerPid;
  }
}

/** How old the lock of the short critical section may grow before its holder is taken for dead. */
const LOCK_STALE_MS = 10_000;

/** Makes this process the owner of the data folder; refuses while another living process is. */
export async function claimRun(dataDir: string): Promise<void> {
  await withLock(dataDir, () => {
    const record = readRun(dataDir);
    if (record !== undefined && isRunning(record.server)) {
      throw new EmbeddedInUseError(dataDir, record.server.pid);
    }
    writeRun(dataDir, { server: ownStamp() });
  });
}

/** Notes which PostgreSQL serves the folder now. */
export function recordPostmaster(dataDir: string, postmasterPid: number, port: number): void {
  const postmaster = stampOf(postmasterPid);
  amendRun(dataDir, { ...(postmaster === undefined ? {} : { postmaster }), port });
}

/** Notes where the game can be reached, for tools that look for a running one. */
export function recordAddress(dataDir: string, url: string): void {
  amendRun(dataDir, { url });
}

/** Gives the folder up. */
export function releaseRun(dataDir: string): void {
  rmSync(runPath(dataDir), { force: true });
}

/** The record of the last start that was not stopped properly (or still runs). */
export function readRun(dataDir: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(runPath(dataDir), 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

function ownStamp(): ProcessStamp {
  return stampOf(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
}

function amendRun(dataDir: string, facts: Omit<RunRecord, 'server'>): void {
  writeRun(dataDir, { ...readRun(dataDir), ...facts, server: ownStamp() });
}

function runPath(dataDir: string): string {
  return join(dataDir, 'run.json');
}

function writeRun(dataDir: string, record: RunRecord): void {
  const unfinished = join(dataDir, `run.json.${process.pid}`);
  writeFileSync(unfinished, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, runPath(dataDir));
}

async function withLock(dataDir: string, section: () => void): Promise<void> {
  const lock = join(dataDir, 'run.lock');
  while (!tryLock(lock)) await new Promise((resolve) => setTimeout(resolve, 20));
  try {
    section();
  } finally {
    rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const madeAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > LOCK_STALE_MS) rmSync(lock, { force: true });
    return false;
  }
}
