import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version whose TypeScript support everything here relies on. */
const NEEDED_MAJOR = 24;

/**
 * The Node to run scripts with: the one npm installed, else the host's own when it is new enough.
 *
 * @param {string} root
 * @param {{ execPath: string, version: string }} host
 * @returns {{ node: string, note?: string } | { node: undefined, refusal: string, note?: undefined }}
 */
export function findRuntime(root, host = { execPath: process.execPath, version: process.versions.node }) {
  const installed = installedNode(root);
  if (installed !== undefined && majorOf(installed) >= NEEDED_MAJOR) return { node: installed };
  const why =
    installed === undefined ? 'npm has no Node for this platform' : `${installed} does not run here`;
  if (Number(host.version.split('.')[0]) >= NEEDED_MAJOR) {
    return { node: host.execPath, note: `${why}: using Node ${host.version} of this machine.` };
  }
  return {
    node: undefined,
    refusal: `${why}, and this machine has Node ${host.version}: install Node ${NEEDED_MAJOR} or newer.`,
  };
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function installedNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`);
  try {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = join(folder, typeof bin === 'string' ? bin : bin.node);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * 0 when the program does not run, as a build for another C library.
 *
 * @param {string} node
 */
function majorOf(node) {
  if (node === process.execPath) return Number(process.versions.node.split('.')[0]);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}
