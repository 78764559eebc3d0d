import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';

type Configuration = ReplyOf<(typeof ADMIN_ENDPOINTS)['getConfiguration']>;
type Setting = Configuration['settings'][number];

/** A name that may hold what nobody should read; a setting of such a name only says whether it is set. */
const SECRET = /secret|password|token|key|credential|signing|private/i;
/** Addresses may carry a password between their two slashes and the sign. */
const CREDENTIALS = /\/\/[^/@\s]*@/;

/** The settings a server was started with, one line each, by name; secrets only as whether they are set. */
export const listSettings = (config: object, path = ''): Setting[] =>
  Object.entries(config)
    .flatMap(([name, value]: [string, unknown]): Setting[] => {
      const full = path === '' ? name : `${path}.${name}`;
      if (SECRET.test(name)) {
        return [{ name: full, value: value === undefined || value === null ? null : 'set', isSecret: true }];
      }
      if (Array.isArray(value)) return [setting(full, value.map(String).join(', '))];
      if (typeof value === 'object' && value !== null) return listSettings(value, full);
      return [setting(full, value === undefined || value === null ? null : String(value))];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const setting = (name: string, value: string | null): Setting =>
  value !== null && CREDENTIALS.test(value)
    ? { name, value: value.replace(CREDENTIALS, '//…@'), isSecret: true }
    : { name, value, isSecret: false };

/** What this server runs with: build, settings, migrations. */
export const readConfiguration = async (deps: Deps): Promise<Configuration> => {
  const migrations = await deps.db.sql<{ name: string; appliedAt: Date }[]>`
    SELECT name, applied_at FROM schema_migrations ORDER BY name DESC`;
  const { build, ...config } = deps.config;
  return {
    build: { ...build, node: process.versions.node },
    settings: listSettings(config),
    migrations: migrations.map(({ name, appliedAt }) => ({ name, appliedAt: toMoment(appliedAt.getTime()) })),
  };
};
