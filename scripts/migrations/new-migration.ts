import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMigrationName } from '@sw/db';
import { StartupError } from '@sw/service-kit/startup-error';

/**
 * Makes an empty migration with the time stamp of `nowMs` (or one second after the newest, so that it sorts last) and
 * answers its path.
 *
 * @throws StartupError when the name does not say, verb first, what the migration does.
 */
export function newMigration(folder: string, slug: string, nowMs: number): string {
  const newest = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .at(-1);
  const name = `${laterOf(stampOf(nowMs), newest)}-${slug}`;
  if (!isMigrationName(name)) {
    throw new StartupError(
      `"${slug}" is not a name such as add-station-version: lower case, words joined by hyphens, verb first.`,
    );
  }
  const path = join(folder, `${name}.sql`);
  writeFileSync(path, `-- ${slug.replaceAll('-', ' ')}\n`, { flag: 'wx' });
  return path;
}

function stampOf(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

function laterOf(stamp: string, newest: string | undefined): string {
  const last = newest?.slice(0, 14);
  if (last === undefined || stamp > last) return stamp;
  const [year, month, day, hour, minute, second] = [...last.matchAll(/^\d{4}|\d{2}/g)].map(Number);
  return stampOf(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, (second ?? 0) + 1));
}
