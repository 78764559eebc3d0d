import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { endCommandsWithProcess, runCommand } from './run-command.ts';

it('ends what runs and starts nothing more when the process is told to stop', async () => {
  const signals = new EventEmitter();
  endCommandsWithProcess(signals);
  const options = { cwd: tmpdir(), limitMs: 25_000 };
  const endless = runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options);
  signals.emit('SIGINT');
  expect((await endless).exitCode).toBe(-1);
  expect(await runCommand(process.execPath, ['-p', '1'], options)).toEqual({
    exitCode: -1,
    output: 'stopped\n',
  });
});
