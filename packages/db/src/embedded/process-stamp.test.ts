import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isPostmasterOf, isRunning, stampOf } from './process-stamp.ts';

const FOREVER = 'setInterval(() => undefined, 1000)';

describe('process stamps', () => {
  it('recognises a living process and only that one', () => {
    const own = stampOf(process.pid);
    expect(own).toBeDefined();
    expect(isRunning(own!)).toBe(true);
    expect(isRunning({ ...own!, startedAt: 'another life' })).toBe(false);
  });

  it('does not find a process that has ended', async () => {
    const child = spawn(process.execPath, ['-e', FOREVER]);
    await once(child, 'spawn');
    const stamp = stampOf(child.pid!);
    expect(stamp).toBeDefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(stamp!)).toBe(false);
    expect(stampOf(child.pid!)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')(
    'takes a killed process nobody has waited for as ended',
    async () => {
      // The shell leaves its killed child a zombie for as long as it sleeps itself.
      const shell = spawn('/bin/sh', ['-c', 'sleep 60 & kill -9 $!; echo $!; exec sleep 60']);
      const [line] = (await once(shell.stdout, 'data')) as [Buffer];
      await expect.poll(() => stampOf(Number(line.toString()))).toBeUndefined();
      shell.kill('SIGKILL');
    },
  );

  it('does not mistake another program for the server of a data folder', () => {
    expect(isPostmasterOf(process.pid, '/var/lib/nothing')).toBe(false);
    expect(isPostmasterOf(2 ** 30, process.cwd())).toBe(false);
  });
});
