import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';
import { programOf } from './binaries.ts';
import type { Credentials } from './credentials.ts';
import { launchServer } from './launch.ts';
import type { Place } from './place.ts';
import { clusterOf, giveTo } from './place.ts';
import type { Postmaster } from './postmaster-file.ts';
import { findPostmaster, forgetDeadPostmaster } from './postmaster-file.ts';
import { runProgram } from './run-program.ts';
import type { PostgresSettings } from './settings.ts';
import { renderSettings } from './settings.ts';

const STOP_TIMEOUT_S = 60;
const PORT_TAKEN = /could not bind/;
/** What passes by itself: a port taken since we found it free, the last processes of a killed server. */
const PASSING = /could not bind|pre-existing shared memory block/;
const START_ATTEMPTS = 5;
const RETRY_PAUSE_MS = 300;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Makes the database cluster unless it exists. It is made under another name and renamed when complete, so that an
 * interrupted first start leaves nothing half done.
 *
 * Encoding and locale are named here because a bare environment would yield SQL_ASCII; the built-in provider sorts
 * the same on every operating system.
 */
export async function ensureCluster(place: Place, credentials: Credentials): Promise<void> {
  const cluster = clusterOf(place.location);
  if (existsSync(join(cluster, 'PG_VERSION'))) return assertVersion(place);

  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, place.account);
  const passwordFile = join(place.location, `initdb.${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 });
  giveTo(passwordFile, place.account);
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${credentials.user}`,
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--no-instructions',
  ];
  const result = await runProgram(programOf(place.binaries, 'initdb'), args, { account: place.account });
  rmSync(passwordFile, { force: true });
  if (result.code !== 0) {
    throw new StartupError(`PostgreSQL could not make its data folder: ${lastLine(result.output)}`);
  }
  renameSync(unfinished, cluster);
}

/** Starts the server of a cluster and waits until it takes connections; recovery after a crash is part of that. */
export async function startCluster(
  place: Place,
  settings: PostgresSettings,
  preferredPort: number | undefined,
): Promise<Postmaster> {
  const cluster = clusterOf(place.location);
  const log = openLog(place);
  forgetDeadPostmaster(cluster);
  let wanted = preferredPort;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wanted);
    writeSettings(place, { ...settings, port: String(port) });
    const sizeBefore = statSync(log).size;
    const postmaster = await launchServer(place, log);
    if (postmaster !== undefined) return postmaster;
    const written = readFileSync(log).subarray(sizeBefore).toString('utf8');
    if (attempt === START_ATTEMPTS || !PASSING.test(written)) {
      throw new StartupError(`PostgreSQL did not start: ${lastFatal(written)} (more in ${log}).`);
    }
    if (PORT_TAKEN.test(written)) wanted = undefined;
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS));
  }
}

/** Stops the server: running transactions are rolled back, everything committed is on disk. */
export async function stopCluster(place: Place): Promise<void> {
  const cluster = clusterOf(place.location);
  if (findPostmaster(cluster) === undefined) return;
  const args = [
    'stop',
    `--pgdata=${cluster}`,
    '--mode=fast',
    '--wait',
    `--timeout=${STOP_TIMEOUT_S}`,
    '--silent',
  ];
  const result = await runProgram(programOf(place.binaries, 'pg_ctl'), args, { account: place.account });
  if (result.code !== 0 && findPostmaster(cluster) !== undefined) {
    throw new Error(`PostgreSQL did not stop: ${lastLine(result.output)}`);
  }
}

function assertVersion(place: Place): void {
  const found = readFileSync(join(clusterOf(place.location), 'PG_VERSION'), 'utf8').trim();
  const [ours] = place.binaries.version.split('.');
  if (found === ours) return;
  throw new StartupError(
    `${place.location} holds data of PostgreSQL ${found}, but version ${ours} is installed: export them with the old release first, or choose another data folder.`,
  );
}

function writeSettings(place: Place, settings: PostgresSettings): void {
  const path = join(clusterOf(place.location), 'postgresql.conf');
  writeFileSync(path, renderSettings(settings), { mode: 0o600 });
  chmodSync(path, 0o600);
  giveTo(path, place.account);
}

function openLog(place: Place): string {
  const log = join(place.location, 'postgres.log');
  appendFileSync(log, '', { mode: 0o600 });
  giveTo(log, place.account);
  if (statSync(log).size > LOG_LIMIT_BYTES) truncateSync(log);
  return log;
}

function freePort(preferred: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (preferred === undefined) reject(error);
      else resolve(freePort(undefined));
    });
    probe.listen(preferred ?? 0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() || 'no reason given';
}

function lastFatal(output: string): string {
  const fatal = output.split('\n').findLast((line) => /\b(FATAL|PANIC|ERROR):/.test(line));
  return fatal?.replace(/^.*?\b(?:FATAL|PANIC|ERROR):\s*/, '') ?? lastLine(output);
}
