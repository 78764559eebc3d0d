import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds a tick of the kernel's accounting lasts, on every Linux that Node runs on. */
const TICK_MS = 10;
const [PARENT, OWN_USER, OWN_SYSTEM, ENDED_USER, ENDED_SYSTEM] = [1, 11, 12, 13, 14];

/** Reads the accounting line of a process; injected so that tests need no other processes. */
export type ReadStat = (pid: number | 'self') => string;

const fromProc: ReadStat = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8');

/** The numbers behind the name of the program, which may itself hold blanks and brackets. */
const fieldsOf = (stat: string): number[] =>
  stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map((field, index) => (index === 0 ? 0 : Number(field)));

const at = (fields: readonly number[], ...places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (fields[place] ?? 0), 0) * TICK_MS;

/** Processor time of one process so far, in milliseconds. */
export const ownTime = (stat: string): number => at(fieldsOf(stat), OWN_USER, OWN_SYSTEM);

/** The same with that of its children that have ended. */
export const familyTime = (stat: string): number =>
  at(fieldsOf(stat), OWN_USER, OWN_SYSTEM, ENDED_USER, ENDED_SYSTEM);

export const parentOf = (stat: string): number => fieldsOf(stat)[PARENT] ?? 0;

/**
 * Processor time so far of this process, of the server and of the database with all its backends; NaN where
 * there is no `/proc`. Unlike a rate it does not change when others keep the machine busy.
 */
export const totalCpuMs = (serverPid: number, postmasterPid: number, read: ReadStat = fromProc): number => {
  try {
    const backends = processes()
      .map((pid) => statOf(pid, read))
      .filter((stat) => parentOf(stat) === postmasterPid);
    const self = process.cpuUsage();
    return (
      (self.user + self.system) / 1_000 +
      ownTime(read(serverPid)) +
      familyTime(read(postmasterPid)) +
      backends.reduce((sum, stat) => sum + ownTime(stat), 0)
    );
  } catch {
    return Number.NaN;
  }
};

const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** A process that ended meanwhile counts with its parent. */
const statOf = (pid: number, read: ReadStat): string => {
  try {
    return read(pid);
  } catch {
    return '';
  }
};
