import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

/**
 * Names one process for good. A pid alone is reused (in a container after every restart), so the moment the process
 * began is kept with it.
 */
export interface ProcessStamp {
  readonly pid: number;
  readonly startedAt: string;
}

/** The stamp of a living process; `undefined` when there is none (a zombie counts as gone). */
export function stampOf(pid: number): ProcessStamp | undefined {
  const startedAt = process.platform === 'linux' ? linuxStart(pid) : portableStart(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process is still alive. */
export function isRunning(stamp: ProcessStamp): boolean {
  return stampOf(stamp.pid)?.startedAt === stamp.startedAt;
}

/** Whether the process is the PostgreSQL server of this data directory, and not one that inherited its pid. */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (stampOf(pid) === undefined) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
    if (process.platform === 'win32') return true;
    return ps(pid, 'command').includes(dataDirectory);
  } catch {
    return false;
  }
}

function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold spaces and parentheses; the fields are counted behind the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return undefined;
    const ticks = fields[19];
    return ticks === undefined ? undefined : `${bootId()}:${ticks}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return 'boot';
  }
}

function portableStart(pid: number): string | undefined {
  try {
    if (process.platform !== 'win32') return ps(pid, 'lstart') || undefined;
    // No start time without another program there: liveness alone decides.
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
