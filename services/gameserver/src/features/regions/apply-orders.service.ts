import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { AnyStatement, Sql } from '@sw/db';
import type { Deps } from '../../deps.ts';
import { event, GLOBAL_CHANNEL, regionsChanged } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { writeLink, writeUnlink } from '../universe/index.ts';
import type { GovernanceRow, RegistryRow } from './region.repository.ts';
import { findGovernance, findLastWarp, lockRegion, touchRegistry } from './region.repository.ts';
import type { RegionOrders } from './region-orders.presenter.ts';

/** Turns with trade of this span count (rule book, platform 8.1). */
const DAY_MS = 86_400_000;

/**
 * What a regional server does every few seconds: it tells the hub its counters and applies the answer (rule book,
 * platform 8.1). The answer is always the whole truth, so a lost one is made good by the next.
 */
export const followHub = async (deps: Deps, nowMs: number): Promise<void> => {
  const { regional } = deps.config;
  if (regional === null) return;
  const name = regional.regionName;
  const orders = await deps.callInternal(regional.nexusUrl, INTERNAL_ENDPOINTS.postRegionCounters, {
    params: { name },
    body: {
      ...(await countRegion(deps.db.sql, nowMs)),
      instanceVersion: deps.config.build.commit.slice(0, 100),
    },
  });
  await applyOrders(deps, name, regional.nexusUrl, orders, nowMs);
};

const countRegion = async (sql: Sql, nowMs: number) => {
  const since = (days: number): Date => new Date(nowMs - days * DAY_MS);
  const [row] = await sql<
    { onlinePlayers: number; activePlayers7d: number; activePlayers30d: number; tradeVolume30d: bigint }[]
  >`
    SELECT (SELECT count(DISTINCT player_id)::int FROM online_players) AS online_players,
           count(*) FILTER (WHERE last_active_at > ${since(7)})::int AS active_players7d,
           count(*) FILTER (WHERE last_active_at > ${since(30)})::int AS active_players30d,
           (SELECT coalesce(sum(gross), 0)::bigint FROM market_transaction
            WHERE at > ${since(30)} AND NOT npc) AS trade_volume30d
    FROM players WHERE first_login_state = 'completed'`;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
};

/** Applies orders to this server; nothing is written or told when they say what is so already. */
export const applyOrders = (
  deps: Deps,
  name: string,
  nexusUrl: string,
  orders: RegionOrders,
  nowMs: number,
): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [regions, warps] = await tx.load(lockRegion(sql, name), findLastWarp(sql));
    const [region] = regions;
    if (region === undefined) throw new Error(`this server has no region ${name}`);
    const [governance] = await tx.load(findGovernance(sql, region.id));
    const changes = [
      ...linkChanges(sql, region, orders, nexusUrl, Number(warps[0]?.id ?? 0n) + 1),
      ...recordChanges(sql, region, orders),
      ...governanceChanges(sql, region.id, governance[0], orders),
    ];
    if (changes.length === 0) {
      await tx.commit();
      return;
    }
    const told =
      region.status === orders.status
        ? []
        : [event(GLOBAL_CHANNEL, 'region.status', { regionName: name, status: orders.status })];
    await saveAndTell(deps, tx, nowMs, [touchRegistry(sql), ...changes], [regionsChanged(name), ...told]);
  });

const recordChanges = (sql: Sql, region: RegistryRow, orders: RegionOrders): AnyStatement[] => {
  const { regionTaxBp } = orders.governance;
  const isSame =
    region.status === orders.status &&
    region.title === orders.title &&
    region.ownerUserId === orders.ownerUserId &&
    region.regionTaxBp === regionTaxBp;
  return isSame
    ? []
    : [
        sql`UPDATE regions SET status = ${orders.status}, title = ${orders.title}, owner_user_id = ${orders.ownerUserId},
              region_tax_bp = ${regionTaxBp}, suspended_at = ${orders.suspendedAt === null ? null : new Date(orders.suspendedAt)},
              version = version + 1
            WHERE id = ${region.id}`,
      ];
};

const governanceChanges = (
  sql: Sql,
  regionId: string,
  present: GovernanceRow | undefined,
  { governance }: RegionOrders,
): AnyStatement[] => {
  const { linkToll, regionTaxBp: _tax, ...rest } = governance;
  const wanted = { ...rest, linkToll: Number(linkToll) };
  const known = new Map<string, unknown>(Object.entries(present ?? {}));
  const isSame = Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(known.get(key)) === JSON.stringify(value),
  );
  return isSame
    ? []
    : [
        sql`UPDATE region_governance SET governance_type = ${wanted.governanceType}, link_toll = ${wanted.linkToll},
              entry_policy = ${wanted.entryPolicy}, motto = ${wanted.motto}, description = ${wanted.description},
              greeting = ${wanted.greeting}, palette = ${wanted.palette === null ? null : [...wanted.palette]},
              banner = ${wanted.banner}, version = version + 1
            WHERE region_id = ${regionId}`,
      ];
};

/** The Nexus as this server knows it: the one sector the link leads to (rule book, world 4.5). */
const linkChanges = (
  sql: Sql,
  region: RegistryRow,
  { link }: RegionOrders,
  nexusUrl: string,
  firstWarpId: number,
): AnyStatement[] => {
  const { gatewaySectorId, nexusSectorId } = region;
  const wanted = link === null ? null : link.nexus.firstSectorId + link.sector.number - 1;
  if (wanted === nexusSectorId || gatewaySectorId === null) return [];
  const unlink =
    nexusSectorId === null
      ? []
      : [
          writeUnlink(sql, gatewaySectorId, nexusSectorId),
          sql`UPDATE regions SET nexus_sector_id = NULL WHERE id = ${region.id}`,
        ];
  if (link === null || wanted === null) return unlink;
  const { nexus, sector } = link;
  const { zone, cluster } = nexus;
  return [
    ...unlink,
    sql`INSERT INTO regions (id, name, code, title, kind, sector_count, first_sector_id, seed, generator_version,
          status, map_x, map_y, map_z, endpoint, created_at)
        VALUES (${nexus.id}, ${nexus.name}, ${nexus.code}, ${nexus.title}, 'central_nexus', ${nexus.sectorCount},
          ${nexus.firstSectorId}, '', 0, 'active', ${nexus.map.x}, ${nexus.map.y}, ${nexus.map.z}, ${nexusUrl}, now())
        ON CONFLICT (id) DO UPDATE SET endpoint = excluded.endpoint`,
    sql`INSERT INTO region_governance (region_id, link_toll) VALUES (${nexus.id}, 0) ON CONFLICT DO NOTHING`,
    sql`INSERT INTO zones (region_id, kind, name, start_number, end_number, policing, danger)
        VALUES (${nexus.id}, ${zone.kind}, ${zone.name}, ${zone.startNumber}, ${zone.endNumber}, ${zone.policing},
          ${zone.danger}) ON CONFLICT DO NOTHING`,
    sql`INSERT INTO clusters (region_id, index, name, type, hub_number, center_x, center_y, center_z)
        VALUES (${nexus.id}, 0, ${cluster.name}, 'standard', ${cluster.hubNumber}, ${cluster.x}, ${cluster.y},
          ${cluster.z}) ON CONFLICT DO NOTHING`,
    sql`INSERT INTO sectors (id, region_id, number, zone, cluster_index, name, x, y, z, type, hazard, nebula_density,
          richness, reserve_max, protected, no_gate)
        VALUES (${wanted}, ${nexus.id}, ${sector.number}, ${zone.kind}, 0, ${sector.name}, ${sector.x}, ${sector.y},
          ${sector.z}, 'standard', 0, 0, 0, 0, true, true) ON CONFLICT DO NOTHING`,
    ...writeLink(sql, { regionId: region.id, gatewaySectorId, nexusSectorId: wanted, firstWarpId }),
  ];
};
