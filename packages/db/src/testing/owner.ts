import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a process that tried to own a data folder said about it. */
export interface OwnerReport {
  readonly url: string;
  readonly postmasterPid: number;
  readonly location: string;
  readonly error?: string;
  readonly log: readonly string[];
}

export interface Owner extends OwnerReport {
  readonly process: ChildProcess;
  /** Ends it as an operator would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
}

export interface OwnerOptions {
  /** `owner-process.ts` of the tree to run; ours by default. */
  readonly program?: string;
  /** User to run as, with the group of the same number. */
  readonly uid?: number;
}

const OUR_PROGRAM = fileURLToPath(new URL('./owner-process.ts', import.meta.url));

/** Starts a process of its own, with an empty environment, that owns the embedded server of `dataDir`. */
export async function startOwner(dataDir: string, options: OwnerOptions = {}): Promise<Owner> {
  const { uid } = options;
  const child = spawn(process.execPath, [options.program ?? OUR_PROGRAM, dataDir], {
    env: {},
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = once(child, 'exit');
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const report = await firstLine(child, exited);
  if (report === undefined) throw new Error(`the owner said nothing: ${complaints.join('')}`);
  return {
    ...(JSON.parse(report) as OwnerReport),
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function firstLine(child: ChildProcess, exited: Promise<unknown>): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  const lines = createInterface({ input: child.stdout });
  return Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    exited.then(() => new Promise<undefined>((resolve) => setTimeout(resolve, 500, undefined))),
  ]);
}
