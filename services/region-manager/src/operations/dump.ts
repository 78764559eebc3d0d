import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../drivers/process/run-program.ts';
import { StepFailure } from '../engine/failure.ts';
import { databaseOf } from '../names.ts';

export interface DumpOrder {
  readonly url: string;
  readonly folder: string;
  readonly region: string;
  readonly signal: AbortSignal;
}

/**
 * Copies the database of a region with `pg_dump` into a file of the custom format, complete or not there. The
 * password travels in the environment: arguments can be read by everybody on a host.
 *
 * @returns the file, or nothing when the database is gone already
 */
export const dumpDatabase = async ({ url, folder, region, signal }: DumpOrder): Promise<string | null> => {
  const { hostname, port, username, password, pathname } = new URL(url);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${databaseOf(region)}-final.dump`);
  const { exitCode, output } = await runProgram(
    'pg_dump',
    ['--format=custom', '--compress=6', '--no-password', `--file=${file}.partial`],
    {
      signal,
      env: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        PGHOST: hostname,
        PGPORT: port,
        PGUSER: decodeURIComponent(username),
        PGPASSWORD: decodeURIComponent(password),
        PGDATABASE: pathname.slice(1),
      },
    },
  );
  signal.throwIfAborted();
  if (exitCode === 0) {
    renameSync(`${file}.partial`, file);
    return file;
  }
  rmSync(`${file}.partial`, { force: true });
  if (/database ".*" does not exist|role ".*" does not exist/.test(output)) return null;
  const isDiskFull = /No space left on device/.test(output);
  throw new StepFailure(
    isDiskFull ? 'disk_full' : 'dump_failed',
    `pg_dump ended with ${exitCode}: ${output.slice(-300)}`,
    {
      isTransient: !isDiskFull,
    },
  );
};
