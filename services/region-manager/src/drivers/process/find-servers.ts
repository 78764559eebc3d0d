import { readdirSync, readFileSync } from 'node:fs';
import type { ProcessStamp } from '@sw/db';
import { stampOf } from '@sw/db';

/** Environment of a server by which its process is known again: the state folder of its manager, and its region. */
export const OWNER_VARIABLE = 'SW_REGION_OWNER';
export const NAME_VARIABLE = 'SW_REGION_SERVER';

/** A server among the processes of this host. */
export interface FoundServer extends ProcessStamp {
  readonly name: string;
}

/**
 * Servers of one state folder among the processes of this host. It is what finds a server whose manager died between
 * starting it and writing down which process it is. Empty where there is no /proc.
 */
export const findServers = (owner: string): readonly FoundServer[] => {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const name = nameIn(pid, owner);
      const stamp = name === undefined ? undefined : stampOf(Number(pid));
      return name === undefined || stamp === undefined ? [] : [{ ...stamp, name }];
    });
};

const nameIn = (pid: string, owner: string): string | undefined => {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    if (!variables.includes(`${OWNER_VARIABLE}=${owner}`)) return undefined;
    const prefix = `${NAME_VARIABLE}=`;
    return variables.find((variable) => variable.startsWith(prefix))?.slice(prefix.length);
  } catch {
    // Another user's, or gone meanwhile.
    return undefined;
  }
};
