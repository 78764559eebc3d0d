import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { programOf } from './binaries.ts';
import type { Place } from './place.ts';
import { clusterOf } from './place.ts';
import type { Postmaster } from './postmaster-file.ts';
import { findPostmaster } from './postmaster-file.ts';
import { BARE_ENVIRONMENT, runProgram } from './run-program.ts';

/** Recovery after a crash is part of starting, and may have much to do. */
const LIMIT_MS = 600_000;
const LOOK_EVERY_MS = 20;

/**
 * Starts the server's process, writing to `log`, and waits until it takes connections; `undefined` when it ended
 * instead. It gets a session of its own, so that no signal of a terminal reaches it, and outlives us.
 */
export async function launchServer(place: Place, log: string): Promise<Postmaster | undefined> {
  if (process.platform === 'win32') return launchOnWindows(place, log);
  const cluster = clusterOf(place.location);
  const { account } = place;
  const output = openSync(log, 'a');
  // Started directly: pg_ctl would go through a shell, which reads more into a path than its name.
  const child = spawn(programOf(place.binaries, 'postgres'), ['-D', cluster], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: BARE_ENVIRONMENT,
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  closeSync(output);
  child.unref();
  return Promise.race([untilReady(cluster, child), untilEnded(child)]);
}

async function untilReady(cluster: string, child: ChildProcess): Promise<Postmaster | undefined> {
  for (let waitedMs = 0; waitedMs < LIMIT_MS; waitedMs += LOOK_EVERY_MS) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  child.kill('SIGQUIT');
  return undefined;
}

async function untilEnded(child: ChildProcess): Promise<undefined> {
  await Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => undefined);
  return undefined;
}

/** There the server refuses the rights of an administrator, and pg_ctl gives them up for it. */
async function launchOnWindows(place: Place, log: string): Promise<Postmaster | undefined> {
  const cluster = clusterOf(place.location);
  const args = ['start', `--pgdata=${cluster}`, `--log=${log}`, '--wait', `--timeout=${LIMIT_MS / 1000}`];
  const { code } = await runProgram(programOf(place.binaries, 'pg_ctl'), args, { account: place.account });
  return code === 0 ? findPostmaster(cluster) : undefined;
}
