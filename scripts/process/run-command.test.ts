import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const options = { cwd: tmpdir(), limitMs: 20_000 };
const node = (code: string, changes: Partial<typeof options> = {}) =>
  runCommand(process.execPath, ['-e', code], { ...options, ...changes });

describe('runCommand', () => {
  it('hands back the exit code and everything that was said', async () => {
    const result = await node("console.log('out'); console.error('err'); process.exitCode = 3");
    expect(result.exitCode).toBe(3);
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  it('passes on added variables', async () => {
    const result = await runCommand(process.execPath, ['-p', 'process.env.SW_PROBE'], {
      ...options,
      env: { SW_PROBE: 'seen' },
    });
    expect(result.output.trim()).toBe('seen');
  });

  it('does not reject when the command does not exist', async () => {
    const result = await runCommand('/does/not/exist', [], options);
    expect(result.exitCode).toBe(-1);
    expect(result.output).toContain('ENOENT');
  });

  it('ends a command that takes too long, with what it started', async () => {
    // The grandchild holds the output open, so the result only comes early when it is gone as well.
    const result = await node(
      `require('node:child_process').spawn(process.execPath, ['-e', "process.on('exit', () => console.log('gone')); process.on('SIGTERM', () => process.exit()); console.log('there'); setInterval(() => {}, 1000)"], { stdio: 'inherit' });
       setInterval(() => {}, 1000);`,
      { limitMs: 4000 },
    );
    expect(result.exitCode).toBe(-1);
    expect(result.output).toMatch(/there\s+gone\s+ended after 4 s: took too long/);
  });
});
