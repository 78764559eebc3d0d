import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Says in a few words why the dependencies must be installed, or nothing when they are as `package-lock.json` wants
 * them. npm writes what it installed to `node_modules/.package-lock.json` as its last step, so contents are compared
 * and an interrupted installation is noticed; time stamps say nothing after a checkout or a copy.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function missingDependency(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined) return undefined;
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'not installed yet';
  return firstDifference(wanted, installed);
}

/**
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | undefined}
 */
export function firstDifference(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const present = installed[path];
    // What is only for other platforms is never installed here.
    if (present === undefined && (entry.optional || entry.devOptional)) continue;
    if (present === undefined) return `${nameOf(path)} is missing`;
    if (present.version !== entry.version || present.integrity !== entry.integrity)
      return `${nameOf(path)} has changed`;
  }
  const surplus = Object.keys(installed).find((path) => wanted[path] === undefined);
  return surplus === undefined ? undefined : `${nameOf(surplus)} is not needed any more`;
}

/** @param {string} path */
function nameOf(path) {
  return path.split('node_modules/').at(-1);
}

/**
 * @param {string} file
 * @returns {LockedPackages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}
