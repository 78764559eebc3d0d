import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether tests against real servers can run here, and the words for the title of what is skipped. */
export interface Needs {
  readonly isMissing: boolean;
  /** Empty, or ` (skipped: needs nginx, redis-server)`. */
  readonly note: string;
}

/** Where Debian keeps servers, which the path of an ordinary user leaves out. */
const SERVER_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** Path of an installed program; undefined when there is none. */
export const findBinary = (name: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...SERVER_FOLDERS]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram);

/**
 * What a test against real servers needs: `describe.skipIf(needs.isMissing)(`gateway${needs.note}`, …)`.
 *
 * @throws Error where `SW_INFRA=required` says that nothing may be skipped.
 */
export const needsBinaries = (...names: readonly string[]): Needs => {
  const missing = names.filter((name) => findBinary(name) === undefined);
  if (missing.length === 0) return { isMissing: false, note: '' };
  const text = missing.join(', ');
  if (process.env['SW_INFRA'] === 'required') throw new Error(`${text} must be installed for these tests`);
  return { isMissing: true, note: ` (skipped: needs ${text})` };
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
