import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../tree/repository.ts';

/**
 * The script behind a command of an installed package. Started with Node directly, it behaves the same
 * on every platform, unlike the shims in `node_modules/.bin`.
 */
export const installedBin = (packageName: string, command: string): string => {
  const folder = join(REPOSITORY, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin?: string | Readonly<Record<string, string>>;
  };
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, script);
};
