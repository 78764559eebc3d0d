import type { AnyStatement, Sql } from '@sw/db';
import type { MaintenanceSpan } from '../../platform/server-notices.ts';

const MAINTENANCE = 'maintenance';
const MOTD = 'motd';

export const findNotices = (sql: Sql) =>
  sql<{ name: string; value: unknown }[]>`
    SELECT name, value FROM server_flags WHERE name IN (${MAINTENANCE}, ${MOTD})`;

/** The same under a lock: two operators change it one after the other. */
export const lockNotices = (sql: Sql) =>
  sql<{ name: string; value: unknown }[]>`
    SELECT f.name, f.value
    FROM (SELECT pg_advisory_xact_lock(hashtextextended('server_flags notices', 0))) locked
    LEFT JOIN server_flags f ON f.name IN (${MAINTENANCE}, ${MOTD})`;

export const saveMaintenance = (sql: Sql, span: MaintenanceSpan | null, now: Date): AnyStatement =>
  span === null ? forget(sql, MAINTENANCE) : keep(sql, MAINTENANCE, span, now);

export const saveMotd = (sql: Sql, text: string | null, now: Date): AnyStatement =>
  text === null ? forget(sql, MOTD) : keep(sql, MOTD, text, now);

const keep = (sql: Sql, name: string, value: object | string, now: Date): AnyStatement => sql`
  INSERT INTO server_flags (name, value, updated_at) VALUES (${name}, ${sql.json(value as never)}, ${now})
  ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`;

const forget = (sql: Sql, name: string): AnyStatement => sql`DELETE FROM server_flags WHERE name = ${name}`;
