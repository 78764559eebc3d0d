import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessStamp } from '@sw/db';

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** The files of one server: its secrets, its log, and which process it is. Nobody else on the host may read them. */
export interface ServerFolder {
  readonly path: string;
  readonly log: string;
  make(): void;
  /** Path of the file a secret lies in. */
  writeSecret(name: string, value: string): string;
  secretPath(name: string): string;
  readRecord(): ServerRecord | undefined;
  writeRecord(record: ServerRecord): void;
  forgetRecord(): void;
  remove(): void;
}

/** Which process serves, and what it was started with. */
export interface ServerRecord extends ProcessStamp {
  readonly settingsSha256: string;
}

export const serverFolder = (stateDir: string, name: string): ServerFolder => {
  const path = join(stateDir, name);
  const record = join(path, 'server.json');
  return {
    path,
    log: join(path, 'server.log'),
    make: () => {
      mkdirSync(join(path, 'secrets'), { recursive: true, mode: PRIVATE_FOLDER });
      chmodSync(path, PRIVATE_FOLDER);
    },
    writeSecret: (secret, value) => {
      const file = join(path, 'secrets', secret);
      writeFileSync(`${file}.new`, value, { mode: PRIVATE_FILE });
      renameSync(`${file}.new`, file);
      return file;
    },
    secretPath: (secret) => join(path, 'secrets', secret),
    readRecord: () => {
      if (!existsSync(record)) return undefined;
      try {
        return JSON.parse(readFileSync(record, 'utf8')) as ServerRecord;
      } catch {
        // Half written when the host went down: the search among processes decides.
        return undefined;
      }
    },
    writeRecord: (value) => {
      writeFileSync(`${record}.new`, JSON.stringify(value), { mode: PRIVATE_FILE });
      renameSync(`${record}.new`, record);
    },
    forgetRecord: () => rmSync(record, { force: true }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};
