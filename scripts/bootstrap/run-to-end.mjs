import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that mean "end"; each is handed on. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ctrl-C reaches us from the terminal and once more from npm, which passes on what it got: both are one wish. */
const SAME_WISH_MS = 500;

/** npm runs us through a shell. A shell that npm tells to end does so without a word to us. */
const IS_RUN_BY_NPM = process.env.npm_lifecycle_event !== undefined;
const LOOK_EVERY_MS = 500;
const parent = process.ppid;

/**
 * Runs a program and answers its exit code. It gets a process group of its own, so that Ctrl-C in the terminal
 * reaches it exactly once: through us.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
export function runToEnd(program, args, cwd) {
  const isWindows = process.platform === 'win32';
  const child = spawn(program, args, { cwd, stdio: 'inherit', detached: !isWindows, windowsHide: false });
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // Windows tells every process of the console itself, and knows no gentle signal.
      if (isWindows || performance.now() - lastMs < SAME_WISH_MS) return;
      lastMs = performance.now();
      child.kill(signal);
    });
  }
  if (IS_RUN_BY_NPM && !isWindows) {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      child.kill('SIGTERM');
    }, LOOK_EVERY_MS).unref();
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${program} cannot be run: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
