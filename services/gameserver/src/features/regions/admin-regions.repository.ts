import type { Sql } from '@sw/db';
import type { RegionStatus } from '@sw/rules';
import type { RegistryRow } from './region.repository.ts';

/** A row of the registry with its owner's name. */
export interface AdminRegionRow extends RegistryRow {
  readonly ownerName: string | null;
  readonly planHash: string;
}

export interface RegionFilter {
  readonly name?: string;
  readonly q?: string | undefined;
  readonly status?: RegionStatus | undefined;
}

const PATTERN_WORDS = /[\\%_]/g;

/** Regions that match: a registry has at most some hundreds of rows. */
export const findAdminRegions = (sql: Sql, { name, q, status }: RegionFilter) => {
  const pattern = q === undefined ? null : `%${q.replaceAll(PATTERN_WORDS, String.raw`\$&`)}%`;
  return sql<AdminRegionRow[]>`
    SELECT r.*, u.username AS owner_name FROM regions r LEFT JOIN users u ON u.id = r.owner_user_id
    WHERE (${name ?? null}::text IS NULL OR r.name = ${name ?? null})
      AND (${status ?? null}::text IS NULL OR r.status = ${status ?? null})
      AND (${pattern}::text IS NULL OR r.name ILIKE ${pattern} OR r.title ILIKE ${pattern} OR u.username ILIKE ${pattern}
        OR r.code ILIKE ${pattern})
    ORDER BY r.name`;
};

export interface RegionEventRow {
  readonly at: Date;
  readonly step: string;
  readonly outcome: 'begun' | 'done' | 'failed';
  readonly detail: string | null;
}

export const findRegionEvents = (sql: Sql, regionId: string) => sql<RegionEventRow[]>`
  SELECT at, step, outcome, detail FROM region_events WHERE region_id = ${regionId} ORDER BY id DESC LIMIT 50`;

export const countShips = (sql: Sql, regionId: string) => sql<{ n: number }[]>`
  SELECT count(*)::int AS n FROM ships WHERE region_id = ${regionId} AND status <> 'destroyed'`;

/** What a treasury holds: its checkpoint and what was posted since. */
export const findTreasury = (sql: Sql, regionId: string) => sql<{ balance: bigint }[]>`
  SELECT (coalesce((SELECT balance FROM ledger_checkpoints WHERE account = a.id), 0)
    + coalesce((SELECT sum(CASE WHEN l.to_account = a.id THEN l.amount ELSE -l.amount END) FROM credit_ledger l
        WHERE a.id IN (l.from_account, l.to_account)
          AND l.xid >= coalesce((SELECT up_to FROM ledger_checkpoints WHERE account = a.id), '0'::xid8)), 0))::bigint AS balance
  FROM (SELECT ${`region:${regionId}`}::text AS id) a`;

/** The account with a username in any spelling of case. */
export const findOwnerByName = (sql: Sql, username: string) =>
  sql<{ id: string }[]>`SELECT id FROM users WHERE lower(username) = lower(${username})`;
