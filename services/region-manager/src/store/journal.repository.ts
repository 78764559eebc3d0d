import type { AnyStatement, Sql, Statement } from '@sw/db';

/** Figures and names; never a secret. */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;

export interface EventRow {
  readonly at: Date;
  readonly kind: string;
  readonly detail: Detail;
}

export interface AlertRow {
  readonly kind: string;
  readonly region: string;
  readonly since: Date;
  readonly detail: Detail;
}

/** What operators are told of (rule book, platform 9.4, 9.5). */
export type AlertKind =
  | 'capacity_exhausted'
  | 'compensation_incomplete'
  | 'operation_failed'
  | 'orphan'
  | 'region_at_cap'
  | 'region_failed'
  | 'region_unhealthy';

export const addEvent = (sql: Sql, region: string, kind: string, detail: Detail = {}): AnyStatement =>
  sql`insert into rm.region_events (region, kind, detail)
      values (${region}, ${kind}, ${JSON.stringify(detail)}::text::jsonb)`;

export const lastEvents = (sql: Sql, region: string, limit: number): Statement<EventRow[]> =>
  sql<EventRow[]>`
    select at, kind, detail from rm.region_events where region = ${region} order by id desc limit ${limit}`;

/** Keeps the moment an alert began when it is raised again. */
export const raiseAlert = (sql: Sql, kind: AlertKind, region: string, detail: Detail = {}): AnyStatement =>
  sql`insert into rm.alerts (kind, region, detail)
      values (${kind}, ${region}, ${JSON.stringify(detail)}::text::jsonb)
      on conflict (kind, region) do update set detail = excluded.detail`;

export const clearAlerts = (sql: Sql, region: string, kinds: readonly AlertKind[]): AnyStatement =>
  sql`delete from rm.alerts where region = ${region} and kind = any(${[...kinds]}::text[])`;

export const listAlerts = (sql: Sql): Statement<AlertRow[]> =>
  sql<AlertRow[]>`select kind, region, since, detail from rm.alerts order by since, kind, region limit 1000`;

/** Orphans that are gone. */
export const clearOrphansBut = (sql: Sql, names: readonly string[]): AnyStatement =>
  sql`delete from rm.alerts where kind = 'orphan' and not (region = any(${[...names]}::text[]))`;
