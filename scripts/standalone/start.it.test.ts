import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findEmbedded } from '@sw/db';
import { claimRun, releaseRun } from '@sw/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';

const SECRET = 'k3J9-vQ2x-71Zp-mmT0-s8Ld-wwYb-4uRe';
const isRoot = process.getuid?.() === 0;

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sectorwars-start-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string[];
  readonly stderr: string[];
}

/** Runs `scripts/start.ts` in a bare environment until it ends; `onLine` may send signals meanwhile. */
async function start(
  env: Record<string, string>,
  options: { uid?: number; onLine?: (line: string, pid: number) => void } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(REPOSITORY, 'scripts/start.ts')], {
    env: { SW_DATA_DIR: dataDir, METRICS_PORT: '0', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout.push(line);
    options.onLine?.(line, child.pid ?? 0);
  });
  createInterface({ input: child.stderr }).on('line', (line) => stderr.push(line));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, stdout, stderr };
}

describe('npm start tells in one sentence what is wrong, and starts nothing', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a database without a secret',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
      /^JWT_SECRET is required together/,
    ],
    ['a short secret', { JWT_SECRET: 'short' }, /^JWT_SECRET has 5 characters: at least 32/],
    [
      'a sample secret',
      { JWT_SECRET: 'change-me-change-me-change-me-change-me' },
      /^JWT_SECRET is a sample value/,
    ],
    [
      'a database nobody can reach',
      { DATABASE_URL: 'postgres://a:hidden@127.0.0.1:1/c', JWT_SECRET: SECRET },
      /^PostgreSQL at 127\.0\.0\.1:1 cannot be reached/,
    ],
    ['a host others could reach', { HOST: '0.0.0.0' }, /HOST must be a loopback address/],
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
  ])('%s', async (_case, env, sentence) => {
    const { exitCode, stdout, stderr } = await start(env);
    expect(stderr).toEqual([expect.stringMatching(sentence)]);
    expect(stderr.join()).not.toContain('hidden');
    expect(exitCode).toBe(1);
    expect(stdout).toEqual([]);
  });

  it('a port in use', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const { exitCode, stdout, stderr } = await start({ PORT: String(port) });
    holder.close();
    expect(stderr).toEqual([
      `Port ${port} is in use by another process or not allowed: stop that process, or set PORT to another number.`,
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toEqual([]);
  });

  it('a data folder that a living process owns', async () => {
    await claimRun(dataDir);
    const { exitCode, stderr } = await start({});
    releaseRun(dataDir);
    expect(stderr).toEqual([
      expect.stringContaining(`in use by process ${process.pid}: stop that process first`),
    ]);
    expect(exitCode).toBe(1);
  });

  it.runIf(isRoot)('a data folder without rights', async () => {
    chmodSync(dataDir, 0o700);
    const { exitCode, stderr } = await start({}, { uid: 65_534 });
    expect(stderr).toEqual([expect.stringMatching(/belongs to another user \(uid 0\)/)]);
    expect(exitCode).toBe(1);
  });

  it('a torn secrets file, after PostgreSQL was stopped again', async () => {
    writeFileSync(join(dataDir, 'secrets.json'), 'torn');
    const { exitCode, stderr } = await start({});
    expect(stderr).toEqual([expect.stringContaining('secrets.json cannot be read: restore it')]);
    expect(exitCode).toBe(1);
    expect(findEmbedded(dataDir)).toBeUndefined();
  });
});

describe('npm start that is stopped while it starts', () => {
  it('leaves no server behind and ends with success', async () => {
    const { exitCode, stderr } = await start(
      {},
      {
        onLine: (line, pid) => {
          if (line.startsWith('Starting PostgreSQL')) process.kill(pid, 'SIGINT');
        },
      },
    );
    expect(stderr).toEqual([]);
    expect(exitCode).toBe(0);
    expect(findEmbedded(dataDir)).toBeUndefined();
  });
});
