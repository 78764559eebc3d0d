import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT_VARIABLE = 'SW_E2E_ROOT';
const END_WITHIN_MS = 15_000;

interface RunFile {
  readonly server?: { readonly pid: number };
  readonly postmaster?: { readonly pid: number };
}

/** Where the data folders of this run lie: below one folder, so that nothing can be left behind. */
export const dataRoot = (): string => process.env[ROOT_VARIABLE] ?? tmpdir();

/** Makes the folder of a run and names it to everything that is started from here. */
export const makeDataRoot = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'sw-e2e-'));
  // The database runs as a user of its own when we are root, and must be able to pass through.
  chmodSync(root, 0o711);
  process.env[ROOT_VARIABLE] = root;
  return root;
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Ends a process: asks with `signal`, and by force when it has not ended in 15 s. */
export const endProcess = async (pid: number | undefined, signal: NodeJS.Signals): Promise<void> => {
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, signal);
  const endMs = performance.now() + END_WITHIN_MS;
  while (isAlive(pid)) {
    if (performance.now() > endMs) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Ends what the tests could not end because they were ended themselves, and removes the folder. */
export const sweepDataRoot = async (root: string): Promise<void> => {
  for (const name of readdirSync(root)) {
    const runFile = join(root, name, 'run.json');
    if (!existsSync(runFile)) continue;
    const { server, postmaster } = JSON.parse(readFileSync(runFile, 'utf8')) as RunFile;
    await endProcess(server?.pid, 'SIGTERM');
    await endProcess(postmaster?.pid, 'SIGINT');
  }
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
};
