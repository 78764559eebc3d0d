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

const watch = resolve(root, 'scripts/bootstrap/end-with-parent.mjs');
process.exitCode = await runToEnd(
  runtime.node,
  [
    '--disable-warning=ExperimentalWarning',
    `--import=${new URL(`file://${watch}`).href}`,
    resolve(root, script),
    ...args,
  ],
  root,
);
