import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { namesEveryPlatform } from './lockfile.mjs';

/** Nothing may need an install script; development tools are part of playing, because the clients are built here. */
const OPTIONS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--include=dev',
  '--include=optional',
  '--include=peer',
];

/** Both install what the lock file names and leave it as it is. */
const EXACT = ['ci'];
const LENIENT = ['install', '--no-save'];

/**
 * Installs exactly what the lock file names, with npm's own output visible.
 *
 * @param {string} root
 * @returns {string | undefined} a sentence when it failed
 */
export function installDependencies(root) {
  const node = hostNode(root);
  if (node === undefined) {
    return 'The dependencies have changed and Windows cannot replace the running Node: run "npm ci --ignore-scripts", then try again.';
  }
  // Standard output belongs to the script that runs afterwards.
  const args = [...(namesEveryPlatform(root) ? EXACT : LENIENT), ...OPTIONS];
  const options = { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] };
  const npm = process.env.npm_execpath;
  const result =
    npm?.endsWith('.js') && npm.includes('npm') && existsSync(npm)
      ? spawnSync(node, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error?.code === 'ENOENT')
    return 'npm was not found: install npm, or run "npm ci --ignore-scripts" where it is.';
  if (result.status === 0) return undefined;
  return `Installing the dependencies failed (npm ended with ${result.status ?? result.signal}, its reason stands above): check network and disk, then try again.`;
}

/**
 * The Node outside `node_modules`: inside an npm script the `node` on the path may be the very one that is about to
 * be replaced.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
function hostNode(root) {
  const isInside = process.execPath.startsWith(join(realpathSync(root), 'node_modules') + sep);
  if (!isInside) return process.execPath;
  return process.platform === 'win32' ? undefined : (process.env.npm_node_execpath ?? process.execPath);
}
