import type { Database, Sql } from '@sw/db';
import { connect, isUnavailable, sqlStateOf } from '@sw/db';
import { StepFailure, toStepFailure } from '../engine/failure.ts';
import { databaseOf, roleOf } from '../names.ts';
import { scramVerifier } from '../platform/scram.ts';

export interface ClusterSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface WorldFigures {
  readonly sectors: number;
  /** Null while the region has no gateway. */
  readonly gatewaySectorNumber: number | null;
}

/** Databases and roles of regions (rule book, platform 9.4). Every call may be repeated. */
export interface RegionDatabases {
  /** @throws StepFailure when the server does not answer. */
  check(): Promise<void>;
  ensureRole(name: string, password: string): Promise<void>;
  ensureDatabase(name: string): Promise<void>;
  /** Ends its connections and drops it. */
  dropDatabase(name: string): Promise<void>;
  dropRole(name: string): Promise<void>;
  /** Address a regional server connects to. */
  urlOf(name: string, password: string): string;
  /** What the smoke test looks at, seen as the regional server sees it. */
  inspectWorld(name: string, password: string): Promise<WorldFigures>;
  /** Players this region still holds: they exist nowhere else. 0 when the database or its role is gone. */
  countPlayersHeld(name: string, password: string): Promise<number>;
}

/** Connections one regional server may have. */
const CONNECTION_LIMIT = 30;
const DUPLICATE_OBJECT = '42710';
const DUPLICATE_DATABASE = '42P04';
const UNDEFINED_OBJECT = '42704';
/** No such database, no such role, no such table: nobody can be in it. */
const GONE = new Set(['3D000', '28P01', '28000', '42P01']);
const STATEMENT_LIMIT_MS = 30_000;
const MAINTENANCE_DATABASE = 'postgres';

/**
 * Works as a role that may create databases and roles and is no superuser. Such a role owns what belongs to a role
 * it is a member of, so it becomes a member of each role it makes.
 */
export const createRegionDatabases = (settings: ClusterSettings): RegionDatabases => {
  const address = (user: string, password: string, database: string): string => {
    const url = new URL('postgres://host');
    url.hostname = settings.host;
    url.port = String(settings.port);
    url.username = encodeURIComponent(user);
    url.password = encodeURIComponent(password);
    url.pathname = `/${database}`;
    return url.href;
  };

  const within = async <T>(url: string, work: (db: Database) => Promise<T>): Promise<T> => {
    const db = connect(url, {
      max: 2,
      applicationName: 'sectorwars-region-manager-admin',
      statementTimeoutMs: STATEMENT_LIMIT_MS,
    });
    try {
      return await work(db);
    } catch (error) {
      throw translate(error);
    } finally {
      await db.close();
    }
  };

  const administer = <T>(work: (sql: Sql) => Promise<T>, database = MAINTENANCE_DATABASE): Promise<T> =>
    within(address(settings.user, settings.password, database), (db) => db.session(work));

  return {
    check: () =>
      administer(async (sql) => {
        await sql`select 1`;
      }),
    ensureRole: (name, password) =>
      administer(async (sql) => {
        const role = quoted(roleOf(name));
        const login = `LOGIN CONNECTION LIMIT ${CONNECTION_LIMIT} PASSWORD '${scramVerifier(password)}'`;
        const noRights = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION';
        await sql.unsafe(`CREATE ROLE ${role} ${noRights} ${login}`).catch(async (error: unknown) => {
          if (sqlStateOf(error) !== DUPLICATE_OBJECT) throw error;
          // Only a superuser may say again that a role is none.
          await sql.unsafe(`ALTER ROLE ${role} ${login}`);
        });
        const [who] = await sql<{ isSuper: boolean }[]>`
          select rolsuper as is_super from pg_roles where rolname = current_user`;
        if (who?.isSuper !== true) await sql.unsafe(`GRANT ${role} TO CURRENT_USER`);
      }),
    ensureDatabase: async (name) => {
      const database = quoted(databaseOf(name));
      await administer(async (sql) => {
        await sql
          .unsafe(`CREATE DATABASE ${database} OWNER ${quoted(roleOf(name))}`)
          .catch((error: unknown) => {
            if (sqlStateOf(error) !== DUPLICATE_DATABASE) throw error;
          });
        await sql.unsafe(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      });
    },
    dropDatabase: (name) =>
      administer(async (sql) => {
        await sql.unsafe(`DROP DATABASE IF EXISTS ${quoted(databaseOf(name))} WITH (FORCE)`);
      }),
    dropRole: (name) =>
      administer(async (sql) => {
        await sql.unsafe(`DROP ROLE IF EXISTS ${quoted(roleOf(name))}`);
      }),
    urlOf: (name, password) => address(roleOf(name), password, databaseOf(name)),
    inspectWorld: (name, password) =>
      within(address(roleOf(name), password, databaseOf(name)), async (db) => {
        const [row] = await db.sql<WorldFigures[]>`
          select
            (select count(*)::int from sectors s where s.region_id = r.id) as sectors,
            (select s.number from sectors s where s.id = r.gateway_sector_id) as gateway_sector_number
          from regions r where r.name = ${name}`;
        return row ?? { sectors: 0, gatewaySectorNumber: null };
      }),
    countPlayersHeld: (name, password) =>
      within(address(roleOf(name), password, databaseOf(name)), async (db) => {
        try {
          // Whoever is leaving has not arrived elsewhere for certain.
          const [row] = await db.sql<{ count: number }[]>`
            select count(*)::int as count from players where holding <> 'away'`;
          return row?.count ?? 0;
        } catch (error) {
          if (GONE.has(sqlStateOf(error) ?? '')) return 0;
          throw error;
        }
      }),
  };
};

/** Names come from validated slugs; they are quoted all the same. */
const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

const translate = (error: unknown): StepFailure => {
  if (isUnavailable(error)) return toStepFailure(error);
  const state = sqlStateOf(error);
  const failure = toStepFailure(error);
  if (failure.code !== 'internal' || state === undefined) return failure;
  return new StepFailure('database_refused', `The database server refused (${state}).`, {
    isTransient: state !== UNDEFINED_OBJECT && !state.startsWith('42'),
    cause: error,
  });
};
