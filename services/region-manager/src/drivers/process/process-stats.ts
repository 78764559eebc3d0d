import { readFileSync } from 'node:fs';
import type { ProcessStamp } from '@sw/db';
import type { ServerStats } from '../driver.ts';

/** Linux counts processor time in hundredths of a second on every platform Node runs on. */
const TICKS_PER_SECOND = 100;
const USER_TIME = 11;
const SYSTEM_TIME = 12;
const KIB = 1024;

/** What a process used, from /proc; null where there is none. */
export const processStats = (stamp: ProcessStamp): ServerStats | null => {
  try {
    const stat = readFileSync(`/proc/${stamp.pid}/stat`, 'latin1');
    // The name in parentheses may hold spaces and parentheses; fields are counted behind the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME]);
    return {
      run: `${stamp.pid}:${stamp.startedAt}`,
      cpuSeconds: ticks / TICKS_PER_SECOND,
      memoryBytes: residentBytes(stamp.pid),
    };
  } catch {
    return null;
  }
};

const residentBytes = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
  // Pages of files can be dropped at any time; anonymous and shared ones cannot.
  return (of('RssAnon') + of('RssShmem')) * KIB;
};
