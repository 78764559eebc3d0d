import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { REPOSITORY } from '../tree/repository.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment of `npm start` and `npm run dev`: development, on this machine only. A `HOST` that is an address is
 * passed on, so that the server refuses one that others could reach; some shells and tool chains put the name of the
 * machine there, which is not meant for us.
 */
export function standaloneEnvironment(given: Variables): Variables {
  const host = given['HOST'];
  const isAddress = host !== undefined && (isIP(host) !== 0 || host === 'localhost');
  return { ...given, ENVIRONMENT: 'development', HOST: isAddress ? host : '127.0.0.1' };
}

/** Where an installation on this machine keeps everything: `.sectorwars`, or what `SW_DATA_DIR` names. */
export function dataFolder(given: Variables): string {
  return resolve(given['INIT_CWD'] ?? REPOSITORY, given['SW_DATA_DIR'] || join(REPOSITORY, '.sectorwars'));
}
