import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage
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

/**
 * Whether the lock file names the packages of every platform. npm leaves out those that the registry did not have when
 * the file was made, and then `npm ci` refuses the file, although nothing is missing for this platform.
 *
 * @param {string} root
 */
export function namesEveryPlatform(root) {
  return isSelfContained(readPackages(join(root, 'package-lock.json')) ?? {});
}

/** @param {LockedPackages} locked */
export function isSelfContained(locked) {
  return Object.entries(locked).every(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).every((name) => isResolvable(locked, path, name)),
  );
}

/**
 * Looks where Node would: beside the package, then one `node_modules` further out each time.
 *
 * @param {LockedPackages} locked
 * @param {string} from
 * @param {string} name
 */
function isResolvable(locked, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (locked[`${place === '' ? '' : `${place}/`}node_modules/${name}`] !== undefined) return true;
    if (place === '') return false;
  }
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
