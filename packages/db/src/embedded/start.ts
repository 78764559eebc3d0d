import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';
import postgres from 'postgres';
import { ensureCluster, startCluster, stopCluster } from './cluster.ts';
import type { Credentials } from './credentials.ts';
import { DATABASE, databaseUrlOf, keepCredentials } from './credentials.ts';
import type { Place } from './place.ts';
import { choosePlace, clusterOf } from './place.ts';
import type { Postmaster } from './postmaster-file.ts';
import { findPostmaster } from './postmaster-file.ts';
import { claimRun, readRun, recordAddress, recordPostmaster, releaseRun } from './run-file.ts';
import type { PostgresSettings } from './settings.ts';
import { DURABLE } from './settings.ts';
import { supervise } from './supervise.ts';

/** How long a server that is just starting or stopping is waited for before it counts as stuck. */
const SETTLE_TIMEOUT_MS = 90_000;
const SETTLE_STEP_MS = 50;

export interface EmbeddedOptions {
  /** Folder for data, password and log; made when missing. */
  readonly dataDir: string;
  /** Settings to use instead of the durable ones (tests). */
  readonly settings?: PostgresSettings;
  /** Told what is worth telling the operator, one line at a time. */
  readonly log?: (line: string) => void;
  /** Told when the server died and could not be started again. */
  readonly onLost?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** Where to connect, password included. */
  readonly url: string;
  readonly port: number;
  readonly postmasterPid: number;
  /** The folder that really holds the data: `dataDir`, or the reachable one chosen in its place. */
  readonly location: string;
  /** Notes in `run.json` where the game is served, see `findEmbedded`. */
  announce(url: string): void;
  /** Stops the server (fast shutdown) and gives the data folder up. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server on this machine, on loopback and a free port, in a session of its own so that it
 * outlives a killed owner. If it did, the next start adopts it; if it was killed too, it is started again and recovers.
 *
 * @throws EmbeddedInUseError while another living process owns the data folder.
 * @throws StartupError with one sentence for everything else that keeps it from starting.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  assertOurs(dataDir);
  const place = await choosePlace(dataDir, log);
  const previousPort = readRun(dataDir)?.port;
  await claimRun(dataDir);
  try {
    assertPasswordKnown(dataDir, place);
    const credentials = keepCredentials(dataDir);
    const settings = options.settings ?? DURABLE;
    const adopted = await findOrphan(place);
    if (adopted !== undefined) log('PostgreSQL was still running after an unclean end and is used as it is.');
    else await ensureCluster(place, credentials);
    const postmaster = adopted ?? (await startCluster(place, settings, previousPort));
    recordPostmaster(dataDir, postmaster.pid, postmaster.port);
    await ensureDatabase(credentials, postmaster.port);
    const supervision = supervise(postmaster.pid, {
      async restart() {
        log('PostgreSQL has died and is started again.');
        const restarted = await startCluster(place, settings, postmaster.port);
        recordPostmaster(dataDir, restarted.pid, restarted.port);
        if (restarted.port !== postmaster.port) throw new Error('the port of PostgreSQL was taken');
        return restarted;
      },
      onLost: options.onLost ?? (() => undefined),
    });
    return {
      url: databaseUrlOf(credentials, postmaster.port, DATABASE),
      port: postmaster.port,
      postmasterPid: postmaster.pid,
      location: place.location,
      announce: (url) => recordAddress(dataDir, url),
      async stop() {
        await supervision.stop();
        await stopCluster(place);
        releaseRun(dataDir);
      },
    };
  } catch (error) {
    await stopCluster(place).catch(() => undefined);
    releaseRun(dataDir);
    throw error;
  }
}

/** A server without an owner. One that is still starting or stopping is waited for: it ends up ready or gone. */
async function findOrphan(place: Place): Promise<Postmaster | undefined> {
  for (let waitedMs = 0; waitedMs < SETTLE_TIMEOUT_MS; waitedMs += SETTLE_STEP_MS) {
    const postmaster = findPostmaster(clusterOf(place.location));
    if (postmaster === undefined || postmaster.status === 'ready') return postmaster;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
  }
  throw new StartupError(
    `A PostgreSQL server in ${place.location} neither becomes ready nor ends: stop it first.`,
  );
}

/** Refuses data of another ordinary user in one sentence, where PostgreSQL would only say "permission denied". */
function assertOurs(dataDir: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || uid === 0) return;
  for (const path of [dataDir, clusterOf(dataDir), join(dataDir, 'database.json')]) {
    if (existsSync(path) && statSync(path).uid !== uid) {
      throw new StartupError(
        `${path} belongs to another user (uid ${statSync(path).uid}): start as that user, or remove the folder to begin anew.`,
      );
    }
  }
}

function assertPasswordKnown(dataDir: string, place: Place): void {
  if (existsSync(join(dataDir, 'database.json')) || !existsSync(clusterOf(place.location))) return;
  throw new StartupError(
    `${join(dataDir, 'database.json')} with the password of the data in ${place.location} is missing: restore it, or remove the data to begin anew.`,
  );
}

async function ensureDatabase(credentials: Credentials, port: number): Promise<void> {
  const sql = postgres(databaseUrlOf(credentials, port, 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  } catch (cause) {
    throw new StartupError(
      `PostgreSQL runs but refuses us: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
