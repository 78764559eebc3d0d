import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostmasterOf } from './process-stamp.ts';

/** What a running PostgreSQL server says about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The living server of a cluster; `undefined` when none runs. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = readPostmasterFile(cluster);
  return postmaster !== undefined && isPostmasterOf(postmaster.pid, cluster) ? postmaster : undefined;
}

/**
 * Removes a `postmaster.pid` left behind by a killed server. PostgreSQL itself refuses to start when the pid in it is
 * alive, although another program may have inherited that pid.
 */
export function forgetDeadPostmaster(cluster: string): void {
  if (findPostmaster(cluster) === undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function readPostmasterFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}
