import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';

/** Stands in for npm: notes how it was called and leaves what an installation leaves. */
const FAKE_NPM = `
const fs = require('node:fs');
fs.writeFileSync('npm-called.json', JSON.stringify(process.argv.slice(2)));
if (fs.existsSync('npm-fails')) { console.error('npm error network'); process.exit(7); }
const folder = 'node_modules/node-' + process.platform + '-' + process.arch;
fs.mkdirSync(folder + '/bin', { recursive: true });
fs.writeFileSync(folder + '/package.json', JSON.stringify({ bin: { node: 'bin/node' } }));
fs.symlinkSync(process.execPath, folder + '/bin/node');
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
console.log('added 1 package');
`;

let root: string;
let children: ChildProcess[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sectorwars-bootstrap-'));
  children = [];
  for (const path of ['scripts/bootstrap.mjs', 'scripts/bootstrap']) {
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '0.1.0' } } }));
  writeFileSync(join(root, 'npm-cli.js'), FAKE_NPM);
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

function script(text: string): void {
  writeFileSync(join(root, 'task.ts'), text);
}

interface Run {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly exitCode: Promise<number>;
  saidLine(line: string): Promise<void>;
}

/** Runs the bootstrap in a bare environment; as the head of a process group when it is to get signals. */
function run(args: string[] = [], options: { isGroup?: boolean; shell?: boolean } = {}): Run {
  const command = [process.execPath, 'scripts/bootstrap.mjs', 'task.ts', ...args];
  // The second command keeps the shell from giving its place to the first.
  const [program = '', ...rest] = options.shell ? ['/bin/sh', '-c', `${command.join(' ')}; true`] : command;
  const child = spawn(program, rest, {
    cwd: root,
    env: { PATH: '/usr/bin:/bin', npm_execpath: join(root, 'npm-cli.js'), npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.isGroup ?? false,
  });
  children.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  return {
    child,
    lines,
    exitCode: once(child, 'close').then(([code]) => code as number),
    saidLine: (line) => expect.poll(() => lines, { timeout: 10_000 }).toContain(line),
  };
}

describe('the bootstrap', () => {
  it('installs once, without scripts, and hands over arguments and exit code', async () => {
    script(`console.log(process.argv.slice(2).join()); process.exitCode = 3;`);
    const first = run(['--players', '12']);
    expect(await first.exitCode).toBe(3);
    expect(first.lines).toContain('--players,12');
    const called = JSON.parse(readFileSync(join(root, 'npm-called.json'), 'utf8')) as string[];
    expect(called).toEqual(expect.arrayContaining(['ci', '--ignore-scripts', '--include=dev']));
    rmSync(join(root, 'npm-called.json'));
    const second = run();
    expect(await second.exitCode).toBe(3);
    expect(second.lines.join()).not.toContain('Installing');
  });

  it('does not insist on a lock file that names every platform', async () => {
    const tool = { version: '1.0.0', optional: true, optionalDependencies: { '@tool/other': '1.0.0' } };
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/tool': tool } }),
    );
    script(`console.log('started');`);
    expect(await run().exitCode).toBe(0);
    const called = JSON.parse(readFileSync(join(root, 'npm-called.json'), 'utf8')) as string[];
    expect(called.slice(0, 2)).toEqual(['install', '--no-save']);
  });

  it('keeps standard output to the script', async () => {
    script(`console.log('only this');`);
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'task.ts'], {
      cwd: root,
      env: { npm_execpath: join(root, 'npm-cli.js') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await once(child, 'close');
    expect(output).toBe('only this\n');
  });

  it('ends with one sentence when npm fails', async () => {
    writeFileSync(join(root, 'npm-fails'), '');
    script(`console.log('never');`);
    const { exitCode, lines } = run();
    expect(await exitCode).toBe(1);
    expect(lines.at(-1)).toMatch(/^Installing the dependencies failed \(npm ended with 7, .*try again\.$/);
    expect(lines).not.toContain('never');
  });
});

describe.skipIf(process.platform === 'win32')('signals', () => {
  const COUNTING = `
    let count = 0;
    for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
      count += 1;
      console.log(name + ' ' + count);
      setTimeout(() => process.exit(count), 300);
    });
    setInterval(() => undefined, 1000);
    console.log('up');`;

  it('reach the script exactly once when the terminal and npm both send them', async () => {
    script(COUNTING);
    const { child, exitCode, lines, saidLine } = run([], { isGroup: true });
    await saidLine('up');
    process.kill(-child.pid!, 'SIGINT');
    child.kill('SIGINT');
    expect(await exitCode).toBe(1);
    expect(lines).toContain('SIGINT 1');
    expect(lines).not.toContain('SIGINT 2');
  });

  it('reach the script when only the bootstrap is told', async () => {
    script(COUNTING);
    const { child, exitCode, lines, saidLine } = run();
    await saidLine('up');
    child.kill('SIGTERM');
    expect(await exitCode).toBe(1);
    expect(lines).toContain('SIGTERM 1');
  });

  it('are not needed: the script ends with a bootstrap that was killed', async () => {
    script(COUNTING);
    const { child, lines, saidLine } = run([], { isGroup: true });
    await saidLine('up');
    process.kill(-child.pid!, 'SIGKILL');
    await expect.poll(() => lines, { timeout: 10_000 }).toContain('SIGTERM 1');
  });

  it('are not needed either when npm ends the shell between itself and the bootstrap', async () => {
    script(COUNTING);
    const { child, lines, saidLine } = run([], { shell: true });
    await saidLine('up');
    child.kill('SIGTERM');
    await expect.poll(() => lines, { timeout: 10_000 }).toContain('SIGTERM 1');
  });

  it('are told by the exit code when they ended the script', async () => {
    script(`process.kill(process.pid, 'SIGKILL'); setInterval(() => undefined, 1000);`);
    expect(await run().exitCode).toBe(137);
  });
});
