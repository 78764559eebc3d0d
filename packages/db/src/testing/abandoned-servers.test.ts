import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stampOf } from '../embedded/process-stamp.ts';
import { endAbandonedServers } from './abandoned-servers.ts';

const GONE = { pid: 1, startedAt: 'an earlier life' };
let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sectorwars-abandoned-'));
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

function folder(name: string, record?: object): string {
  const path = join(parent, name);
  mkdirSync(path);
  if (record !== undefined) writeFileSync(join(path, 'run.json'), JSON.stringify(record));
  return path;
}

it('ends what a killed run left behind, and only that', async () => {
  const server = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(server, 'spawn');
  const ended = once(server, 'exit');
  const abandoned = folder('test-a', { server: GONE, postmaster: stampOf(server.pid!) });
  const owned = folder('test-b', { server: stampOf(process.pid), postmaster: stampOf(process.pid) });
  const young = folder('test-c');
  const foreign = folder('other', { server: GONE });
  endAbandonedServers(parent, 'test-');
  expect((await ended)[1]).toBe('SIGKILL');
  expect([abandoned, owned, young, foreign].map((path) => existsSync(path))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
