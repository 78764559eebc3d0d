import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../embedded/process-stamp.ts';
import { readRun } from '../embedded/run-file.ts';

/**
 * Ends the servers of test runs that were killed and could not do so themselves, and removes their data. A folder
 * whose owner lives, or that is only being made (it has no record yet), is left alone.
 */
export function endAbandonedServers(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    const run = readRun(folder);
    if (run === undefined || isRunning(run.server)) continue;
    try {
      if (run.postmaster !== undefined && isRunning(run.postmaster))
        process.kill(run.postmaster.pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // Another user's: not ours to end.
    }
  }
}
