import type { AnyStatement, Sql } from '@sw/db';
import type { EntryPolicy, RegionKind, RegionStatus, ZoneKind } from '@sw/rules';

/** A region as the registry knows it. */
export interface RegistryRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly title: string;
  readonly kind: RegionKind;
  readonly status: RegionStatus;
  readonly sectorCount: number;
  readonly firstSectorId: number;
  readonly seed: string;
  readonly generatorVersion: number;
  readonly mapX: number;
  readonly mapY: number;
  readonly mapZ: number;
  readonly gatewaySectorId: number | null;
  readonly nexusSectorId: number | null;
  readonly ownerUserId: string | null;
  readonly endpoint: string | null;
  readonly instanceVersion: string | null;
  readonly servicePublicKey: string | null;
  readonly isManaged: boolean;
  readonly operationId: string | null;
  readonly regionTaxBp: number;
  readonly activePlayers: number;
  readonly onlinePlayers: number;
  readonly countedAt: Date | null;
  readonly createdAt: Date;
  readonly suspendedAt: Date | null;
  readonly terminatedAt: Date | null;
  readonly evacuatedAt: Date | null;
  readonly purgeAfter: Date | null;
  readonly attachFailures: number;
  readonly version: number;
}

const columns = (sql: Sql) => sql`
  r.id, r.name, r.code, r.title, r.kind, r.status, r.sector_count, r.first_sector_id, r.seed, r.generator_version,
  r.map_x, r.map_y, r.map_z, r.gateway_sector_id, r.nexus_sector_id, r.owner_user_id, r.endpoint, r.instance_version,
  r.service_public_key, r.is_managed, r.operation_id, r.region_tax_bp, r.active_players, r.online_players,
  r.counted_at, r.created_at, r.suspended_at, r.terminated_at, r.evacuated_at, r.purge_after, r.attach_failures,
  r.version`;

export const findRegion = (sql: Sql, name: string) =>
  sql<RegistryRow[]>`SELECT ${columns(sql)} FROM regions r WHERE r.name = ${name}`;

export const lockRegion = (sql: Sql, name: string) =>
  sql<RegistryRow[]>`SELECT ${columns(sql)} FROM regions r WHERE r.name = ${name} FOR UPDATE`;

/** Statuses in which a region counts against the limits of its owner and of the galaxy. */
const COUNTED: readonly RegionStatus[] = [
  'pending',
  'provisioning',
  'attaching',
  'active',
  'suspended',
  'grace',
  'failed',
];

/** How many regions there are, and how many of them one account owns. */
export const countRegions = (sql: Sql, ownerUserId: string) =>
  sql<{ total: number; owned: number }[]>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE owner_user_id = ${ownerUserId}))::int AS owned
    FROM regions WHERE kind = 'player_owned' AND status = ANY(${[...COUNTED]})`;

/** Names and codes somebody has, or had: neither is ever given twice. */
export const findTaken = (sql: Sql) => sql<{ name: string; code: string }[]>`SELECT name, code FROM regions`;

/** Whether an account may own a region. */
export const findOwner = (sql: Sql, userId: string) =>
  sql<{ id: string; username: string; isEntitled: boolean }[]>`
    SELECT id, username, status = 'active' AS is_entitled FROM users WHERE id = ${userId}`;

/**
 * Takes a block of sector ids and a map slot (rule book, world 2.2 and 12.3). The row stays locked until the
 * transaction ends, so that names, codes and limits are judged one region at a time.
 */
export const allocate = (sql: Sql, sectorCount: number) =>
  sql<{ firstSectorId: number; mapSlot: number }[]>`
    UPDATE region_registry
    SET next_sector_id = next_sector_id + ${sectorCount}, next_map_slot = next_map_slot + 1, version = version + 1
    RETURNING next_sector_id - ${sectorCount} AS first_sector_id, next_map_slot - 1 AS map_slot`;

/** Locks the registry and says that what processes keep of regions is outdated. */
export const touchRegistry = (sql: Sql) =>
  sql<{ version: bigint }[]>`UPDATE region_registry SET version = version + 1 RETURNING version`;

export const findLastWarp = (sql: Sql) =>
  sql<{ id: bigint }[]>`SELECT coalesce(max(id), 0)::bigint AS id FROM warps`;

/** The Nexus ends of all links that are in use. */
export const findNexusEnds = (sql: Sql) =>
  sql<{ nexusSectorId: number }[]>`
    SELECT nexus_sector_id FROM regions
    WHERE nexus_sector_id IS NOT NULL AND status NOT IN ('terminated', 'purged')`;

export interface RegionZoneRow {
  readonly kind: ZoneKind;
  readonly name: string;
  readonly startNumber: number;
  readonly endNumber: number;
  readonly policing: number;
  readonly danger: number;
}

export const findRegionZones = (sql: Sql, regionId: string) =>
  sql<RegionZoneRow[]>`
    SELECT kind, name, start_number, end_number, policing, danger FROM zones
    WHERE region_id = ${regionId} ORDER BY start_number`;

/** What an owner decided about his region. */
export interface GovernanceRow {
  readonly governanceType: 'autocracy' | 'democracy' | 'council';
  readonly linkToll: number;
  readonly entryPolicy: EntryPolicy;
  readonly motto: string;
  readonly description: string;
  readonly greeting: string;
  readonly palette: readonly string[] | null;
  readonly banner: string | null;
  readonly cultureChangedAt: Date | null;
  readonly version: number;
}

export const findGovernance = (sql: Sql, regionId: string) =>
  sql<GovernanceRow[]>`
    SELECT governance_type, link_toll, entry_policy, motto, description, greeting, palette, banner,
           culture_changed_at, version
    FROM region_governance WHERE region_id = ${regionId}`;

/** A step in the making or the end of a region. */
export interface RegionStep {
  readonly step: string;
  readonly outcome: 'begun' | 'done' | 'failed';
  readonly detail?: string;
}

export const insertStep = (sql: Sql, regionId: string, nowMs: number, step: RegionStep): AnyStatement =>
  sql`INSERT INTO region_events (region_id, at, step, outcome, detail)
      VALUES (${regionId}, ${new Date(nowMs)}, ${step.step}, ${step.outcome}, ${step.detail ?? null})`;

/** Moves a region to another status; its version and with it the ETag of its record changes. */
export const writeStatus = (sql: Sql, regionId: string, status: RegionStatus): AnyStatement =>
  sql`UPDATE regions SET status = ${status}, version = version + 1 WHERE id = ${regionId}`;
