/**
 * `node scripts/bootstrap.mjs <script.ts> [arguments]`: the way into every npm script. Runs on the host's own Node
 * (20 or newer, nothing installed yet), brings the dependencies up to date when they are not, and hands over to the
 * Node that npm installed.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './bootstrap/install.mjs';
import { missingDependency } from './bootstrap/lockfile.mjs';
import { runToEnd } from './bootstrap/run-to-end.mjs';
import { findRuntime } from './bootstrap/runtime.mjs';

const OLDEST_NODE = 20;
/**
 * V8 lets a heap grow with the memory of the machine; a server that people start beside everything else should stay
 * small. Measured in docs/performance.md: with a thousand players connected, half the memory at the same speed.
 */
const SERVER_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024'];
const SERVER = 'scripts/start.ts';
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  refuse(`SectorWars 2102 needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`);
}
if (script === undefined) refuse('Usage: node scripts/bootstrap.mjs <script.ts> [arguments]');

const missing = missingDependency(root);
if (missing !== undefined) {
  process.stderr.write(
    `Installing dependencies (${missing}); the first time this takes about half a minute.\n`,
  );
  const failure = installDependencies(root);
  if (failure !== undefined) refuse(failure);
}

const runtime = findRuntime(root);
if (runtime.note !== undefined) process.stderr.write(`${runtime.note}\n`);
if (runtime.node === undefined) refuse(runtime.refusal);

// Compiled modules, types already stripped, are kept for the next start.
process.env.NODE_COMPILE_CACHE ??= resolve(root, 'node_modules/.cache/compile');
const watch = resolve(root, 'scripts/bootstrap/end-with-parent.mjs');
process.exitCode = await runToEnd(
  runtime.node,
  [
    '--disable-warning=ExperimentalWarning',
    `--import=${new URL(`file://${watch}`).href}`,
    ...(script === SERVER ? SERVER_FLAGS : []),
    resolve(root, script),
    ...args,
  ],
  root,
);
