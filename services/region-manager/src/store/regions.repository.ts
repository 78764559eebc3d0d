import type { RegionResources, RegionState } from '@sw/contracts/region-manager';
import type { AnyStatement, Sql, Statement } from '@sw/db';
import type { RegionRow } from './region-row.ts';

/** Cores come as floating point: half steps are exact in it, and the driver would answer text. */
const columns = (sql: Sql) => sql`
  name, display_name, owner_user_id, state, desired_state, driver, total_sectors, max_players, seed,
  cpu_cores::float8 as cpu_cores, memory_gb, disk_gb,
  base_cpu_cores::float8 as base_cpu_cores, base_memory_gb,
  certificate, secrets, image_digest, endpoint, provisioned_at, is_retained, players_online, last_sample,
  cpu_high, memory_high, low_samples, fail_count, restarts, last_scaled_at, created_at, updated_at`;

export const findRegion = (sql: Sql, name: string): Statement<RegionRow[]> =>
  sql<RegionRow[]>`select ${columns(sql)} from rm.region_instances where name = ${name}`;

export const lockRegion = (sql: Sql, name: string): Statement<RegionRow[]> =>
  sql<RegionRow[]>`select ${columns(sql)} from rm.region_instances where name = ${name} for update`;

/** By name, after `after`, at most `limit`. */
export const listRegions = (
  sql: Sql,
  page: { readonly after: string; readonly limit: number; readonly state: RegionState | null },
): Statement<RegionRow[]> => sql<RegionRow[]>`
  select ${columns(sql)} from rm.region_instances
  where name > ${page.after} and (${page.state}::text is null or state = ${page.state})
  order by name limit ${page.limit}`;

export const allRegions = (sql: Sql): Statement<RegionRow[]> =>
  sql<RegionRow[]>`select ${columns(sql)} from rm.region_instances order by name`;

export interface NewRegion {
  readonly name: string;
  readonly displayName: string;
  readonly ownerUserId: string;
  readonly subscriptionId: string | null;
  readonly driver: RegionRow['driver'];
  readonly totalSectors: number;
  readonly maxPlayers: number;
  readonly seed: string | null;
  readonly resources: RegionResources;
}

/** A failed attempt that left nothing, and a region that was purged, give their name to the next. */
export const putRegion = (sql: Sql, region: NewRegion): AnyStatement => {
  const { cpuCores, memoryGb, diskGb } = region.resources;
  return sql`
    insert into rm.region_instances (
      name, display_name, owner_user_id, subscription_id, state, desired_state, driver, total_sectors,
      max_players, seed, cpu_cores, memory_gb, disk_gb, base_cpu_cores, base_memory_gb
    ) values (
      ${region.name}, ${region.displayName}, ${region.ownerUserId}, ${region.subscriptionId}, 'requested',
      'active', ${region.driver}, ${region.totalSectors}, ${region.maxPlayers}, ${region.seed},
      ${cpuCores}, ${memoryGb}, ${diskGb}, ${cpuCores}, ${memoryGb}
    )
    on conflict (name) do update set
      display_name = excluded.display_name, owner_user_id = excluded.owner_user_id,
      subscription_id = excluded.subscription_id, state = 'requested', desired_state = 'active',
      driver = excluded.driver, total_sectors = excluded.total_sectors, max_players = excluded.max_players,
      seed = excluded.seed, cpu_cores = excluded.cpu_cores, memory_gb = excluded.memory_gb,
      disk_gb = excluded.disk_gb, base_cpu_cores = excluded.base_cpu_cores,
      base_memory_gb = excluded.base_memory_gb, certificate = null, image_digest = null, endpoint = null,
      provisioned_at = null, is_retained = false, last_sample = null, players_online = null, cpu_high = 0,
      memory_high = 0, low_samples = 0, fail_count = 0, restarts = '{}', last_scaled_at = null,
      updated_at = now()`;
};

/** Columns an operation may set; what is left out stays. */
export interface RegionPatch {
  readonly state?: RegionState;
  readonly desiredState?: RegionRow['desiredState'];
  readonly imageDigest?: string | null;
  readonly endpoint?: string | null;
  readonly provisionedAt?: Date;
  readonly isRetained?: boolean;
  readonly playersOnline?: number | null;
  readonly failCount?: number;
  readonly cpuHigh?: number;
  readonly memoryHigh?: number;
  readonly lowSamples?: number;
  readonly lastScaledAt?: Date;
  readonly cpuCores?: number;
  readonly memoryGb?: number;
  readonly diskGb?: number;
  readonly baseCpuCores?: number;
  readonly baseMemoryGb?: number;
}

/** As the helper of the driver takes them; the moment of the change goes with every one. */
const assignments = (patch: RegionPatch) =>
  ({ ...patch, updatedAt: new Date() }) as unknown as Record<string, string>;

export const patchRegion = (sql: Sql, name: string, patch: RegionPatch): AnyStatement =>
  sql`update rm.region_instances set ${sql(assignments(patch))}
      where name = ${name}`;

/** Moments of automatic restarts that still count. */
export const storeRestarts = (sql: Sql, name: string, restartsMs: readonly number[]): AnyStatement => {
  const moments = restartsMs.map((ms) => new Date(ms).toISOString());
  return sql`update rm.region_instances set restarts = ${moments}::text[]::timestamptz[] where name = ${name}`;
};

export const storeCertificate = (sql: Sql, name: string, certificate: object): AnyStatement =>
  sql`update rm.region_instances set certificate = ${JSON.stringify(certificate)}::text::jsonb, updated_at = now()
      where name = ${name}`;

/** Keeps a sealed secret unless there is one already, and answers the one that counts. */
export const keepSecret = (
  sql: Sql,
  name: string,
  key: string,
  sealed: string,
): Statement<{ sealed: string }[]> =>
  sql<{ sealed: string }[]>`
    update rm.region_instances
    set secrets = jsonb_build_object(${key}::text, ${sealed}::text) || secrets, updated_at = now()
    where name = ${name}
    returning secrets ->> ${key} as sealed`;

export const forgetSecrets = (sql: Sql, name: string): AnyStatement =>
  sql`update rm.region_instances set secrets = '{}', updated_at = now() where name = ${name}`;

export const storeSample = (
  sql: Sql,
  name: string,
  sample: object | null,
  counts: Pick<RegionPatch, 'cpuHigh' | 'memoryHigh' | 'lowSamples' | 'failCount' | 'playersOnline'>,
): AnyStatement =>
  sql`update rm.region_instances
      set last_sample = ${sample === null ? null : JSON.stringify(sample)}::text::jsonb,
        ${sql(assignments(counts))}
      where name = ${name}`;

/** What regions hold of the host, and how many there are; suspended and finished ones hold nothing. */
export interface Allocation {
  readonly cpuCores: number;
  readonly memoryGb: number;
  readonly regions: number;
  readonly ofOwner: number;
}

/** @param except region that is not counted: the one that asks */
export const findAllocation = (
  sql: Sql,
  asking: { readonly except: string; readonly ownerUserId: string },
): Statement<Allocation[]> => sql<Allocation[]>`
  select
    coalesce(sum(cpu_cores) filter (where state <> 'suspended'), 0)::float8 as cpu_cores,
    coalesce(sum(memory_gb) filter (where state <> 'suspended'), 0)::int as memory_gb,
    count(*)::int as regions,
    (count(*) filter (where owner_user_id = ${asking.ownerUserId}))::int as of_owner
  from rm.region_instances
  where name <> ${asking.except} and state <> 'terminated' and (state <> 'failed' or provisioned_at is not null)`;

/** One at a time decides about room on the host; ends with the transaction. */
export const lockCapacity = (sql: Sql): AnyStatement => sql`select pg_advisory_xact_lock(7304210, 1)`;

export const countByState = (sql: Sql): Statement<{ state: RegionState; count: number }[]> =>
  sql<{ state: RegionState; count: number }[]>`
    select state, count(*)::int as count from rm.region_instances group by state`;
