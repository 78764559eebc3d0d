import type { AnyStatement, Sql } from '@sw/db';
import type { RegionKind, RegionPlan, RegionStatus, ZonePlan } from '@sw/rules';
import { planHash } from '@sw/rules';
import { bulkInsert } from './bulk-insert.ts';

/** What the registry says of a region: identity, place and zones. */
export interface RegionEntry {
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
  readonly map: readonly [x: number, y: number, z: number];
  readonly zones: readonly ZonePlan[];
  readonly nowMs: number;
  /** Credits for entering over the Nexus link. */
  readonly linkToll: number;
  /** The rest is of player-owned regions only. */
  readonly ownerUserId?: string;
  readonly mapSlot?: number;
  /** A region-manager makes and serves its world. */
  readonly isManaged?: boolean;
}

/** Where the world of a registered region goes. */
export interface WorldPlacement {
  readonly id: string;
  readonly firstSectorId: number;
  /** First free warp id; the region uses a contiguous block. */
  readonly firstWarpId: number;
  readonly nowMs: number;
  readonly newId: () => string;
}

/** Every statement that registers a region, its governance and its treasury; they belong into one transaction. */
export const writeRegistration = (sql: Sql, entry: RegionEntry): AnyStatement[] => [
  sql`INSERT INTO regions (id, name, code, title, kind, sector_count, first_sector_id, seed, generator_version,
        status, map_x, map_y, map_z, owner_user_id, map_slot, is_managed, created_at)
      VALUES (${entry.id}, ${entry.name}, ${entry.code}, ${entry.title}, ${entry.kind}, ${entry.sectorCount},
        ${entry.firstSectorId}, ${entry.seed}, ${entry.generatorVersion}, ${entry.status},
        ${entry.map[0]}, ${entry.map[1]}, ${entry.map[2]}, ${entry.ownerUserId ?? null}, ${entry.mapSlot ?? null},
        ${entry.isManaged ?? false}, ${new Date(entry.nowMs)})`,
  insertZones(sql, entry),
  sql`INSERT INTO region_governance (region_id, link_toll) VALUES (${entry.id}, ${entry.linkToll})`,
  sql`INSERT INTO ledger_checkpoints (account) VALUES (${`region:${entry.id}`}) ON CONFLICT DO NOTHING`,
];

/** Every statement that writes the world of a registered region; they belong into one transaction, in this order. */
export const writeWorld = (sql: Sql, plan: RegionPlan, place: WorldPlacement): AnyStatement[] => {
  const toId = (number: number): number => place.firstSectorId + number - 1;
  return [
    insertClusters(sql, plan, place),
    insertSectors(sql, plan, place, toId),
    insertWarps(sql, plan, place, toId),
    ...insertStations(sql, plan, place, toId),
    insertPlanets(sql, plan, place, toId),
    insertFormations(sql, plan, place),
    sql`UPDATE regions SET plan_hash = ${planHash(plan)},
          gateway_sector_id = ${plan.gatewayNumber === null ? null : toId(plan.gatewayNumber)}
        WHERE id = ${place.id}`,
  ];
};

type ToId = (number: number) => number;

const fill = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const insertZones = (sql: Sql, { id, zones }: RegionEntry): AnyStatement =>
  bulkInsert(sql, 'zones', {
    region_id: ['uuid', fill(zones.length, id)],
    kind: ['text', zones.map((zone) => zone.kind)],
    name: ['text', zones.map((zone) => zone.name)],
    start_number: ['int4', zones.map((zone) => zone.startNumber)],
    end_number: ['int4', zones.map((zone) => zone.endNumber)],
    policing: ['int4', zones.map((zone) => zone.policing)],
    danger: ['int4', zones.map((zone) => zone.danger)],
  });

const insertClusters = (sql: Sql, plan: RegionPlan, place: WorldPlacement): AnyStatement =>
  bulkInsert(sql, 'clusters', {
    region_id: ['uuid', fill(plan.clusters.length, place.id)],
    index: ['int4', plan.clusters.map((cluster) => cluster.index)],
    name: ['text', plan.clusters.map((cluster) => cluster.name)],
    type: ['text', plan.clusters.map((cluster) => cluster.type)],
    hub_number: ['int4', plan.clusters.map((cluster) => cluster.hubNumber)],
    center_x: ['int4', plan.clusters.map((cluster) => cluster.centerX)],
    center_y: ['int4', plan.clusters.map((cluster) => cluster.centerY)],
    center_z: ['int4', plan.clusters.map((cluster) => cluster.centerZ)],
    nebula_kind: ['text', plan.clusters.map((cluster) => cluster.nebulaKind)],
    nebula_field: ['int4', plan.clusters.map((cluster) => cluster.nebulaField)],
  });

const insertSectors = (sql: Sql, plan: RegionPlan, place: WorldPlacement, toId: ToId): AnyStatement =>
  bulkInsert(sql, 'sectors', {
    id: ['int4', plan.sectors.map((sector) => toId(sector.number))],
    region_id: ['uuid', fill(plan.sectors.length, place.id)],
    number: ['int4', plan.sectors.map((sector) => sector.number)],
    zone: ['text', plan.sectors.map((sector) => sector.zone)],
    cluster_index: ['int4', plan.sectors.map((sector) => sector.clusterIndex)],
    name: ['text', plan.sectors.map((sector) => sector.name)],
    x: ['int4', plan.sectors.map((sector) => sector.x)],
    y: ['int4', plan.sectors.map((sector) => sector.y)],
    z: ['int4', plan.sectors.map((sector) => sector.z)],
    type: ['text', plan.sectors.map((sector) => sector.type)],
    hazard: ['int4', plan.sectors.map((sector) => sector.hazard)],
    nebula_density: ['int4', plan.sectors.map((sector) => sector.nebulaDensity)],
    richness: ['int4', plan.sectors.map((sector) => sector.richness)],
    reserve_max: ['int4', plan.sectors.map((sector) => sector.reserveMax)],
    // The Nexus end of a link becomes a sanctuary when the link is made.
    protected: ['bool', plan.sectors.map((sector) => sector.isProtected)],
    no_gate: ['bool', plan.sectors.map((sector) => sector.noGate)],
    pocket_index: ['int4', plan.sectors.map((sector) => sector.pocketIndex)],
  });

const insertWarps = (sql: Sql, plan: RegionPlan, place: WorldPlacement, toId: ToId): AnyStatement =>
  bulkInsert(sql, 'warps', {
    id: ['int8', plan.warps.map((_, index) => place.firstWarpId + index)],
    link_id: ['int8', plan.warps.map((warp) => place.firstWarpId + warp.linkIndex)],
    from_sector_id: ['int4', plan.warps.map((warp) => toId(warp.from))],
    to_sector_id: ['int4', plan.warps.map((warp) => toId(warp.to))],
    kind: ['text', plan.warps.map((warp) => warp.kind)],
    length: ['int4', plan.warps.map((warp) => warp.length)],
    extra_cost: ['int4', plan.warps.map((warp) => warp.extraCost)],
    hidden: ['bool', plan.warps.map((warp) => warp.isHidden)],
  });

const insertStations = (sql: Sql, plan: RegionPlan, place: WorldPlacement, toId: ToId): AnyStatement[] => {
  const stations = plan.stations.map((station) => ({ ...station, id: place.newId() }));
  const market = stations.flatMap((station) =>
    station.market.map((row) => ({ ...row, stationId: station.id })),
  );
  return [
    // A list of lists cannot travel as a plain array: services come as one text a station.
    sql.unsafe(
      `INSERT INTO stations (id, region_id, sector_id, name, station_class, facility, size, type, faction,
         security_tier, services)
       SELECT s.id, s.region_id, s.sector_id, s.name, s.station_class, s.facility, s.size, s.type, s.faction,
         s.security_tier, string_to_array(s.services, ',')
       FROM unnest($1::uuid[], $2::uuid[], $3::int4[], $4::text[], $5::int4[], $6::text[], $7::int4[], $8::text[],
         $9::text[], $10::text[], $11::text[])
         AS s (id, region_id, sector_id, name, station_class, facility, size, type, faction, security_tier, services)`,
      [
        stations.map((station) => station.id),
        fill(stations.length, place.id),
        stations.map((station) => toId(station.sectorNumber)),
        stations.map((station) => station.name),
        stations.map((station) => station.stationClass),
        stations.map((station) => station.facility),
        stations.map((station) => station.size),
        stations.map((station) => station.type),
        stations.map((station) => station.faction) as never,
        stations.map((station) => station.securityTier),
        stations.map((station) => station.services.join(',')),
      ],
      { prepare: true },
    ) as unknown as AnyStatement,
    bulkInsert(sql, 'station_market', {
      station_id: ['uuid', market.map((row) => row.stationId)],
      commodity: ['text', market.map((row) => row.commodity)],
      direction: ['text', market.map((row) => row.direction)],
      stock: ['int4', market.map((row) => row.initialStock)],
      base_capacity: ['int4', market.map((row) => row.capacity)],
      capacity: ['int4', market.map((row) => row.capacity)],
      target_bp: ['int4', market.map((row) => row.targetBp)],
      base_flow_per_hour: ['int4', market.map((row) => row.flowPerHour)],
      flow_per_hour: ['int4', market.map((row) => row.flowPerHour)],
      as_of: ['timestamptz', fill(market.length, new Date(place.nowMs).toISOString())],
    }),
  ];
};

const insertPlanets = (sql: Sql, plan: RegionPlan, place: WorldPlacement, toId: ToId): AnyStatement =>
  bulkInsert(sql, 'planets', {
    id: ['uuid', plan.planets.map(() => place.newId())],
    region_id: ['uuid', fill(plan.planets.length, place.id)],
    sector_id: ['int4', plan.planets.map((planet) => toId(planet.sectorNumber))],
    name: ['text', plan.planets.map((planet) => planet.name)],
    type: ['text', plan.planets.map((planet) => planet.type)],
    size: ['int4', plan.planets.map((planet) => planet.size)],
    habitability: ['int4', plan.planets.map((planet) => planet.habitability)],
    richness: ['int4', plan.planets.map((planet) => planet.richness)],
    is_home_world: ['bool', plan.planets.map((planet) => planet.isHomeWorld)],
  });

const insertFormations = (sql: Sql, plan: RegionPlan, place: WorldPlacement): AnyStatement =>
  sql.unsafe(
    `INSERT INTO formations (id, region_id, kind, anchor_number, member_numbers, name)
     SELECT f.id, f.region_id, f.kind, f.anchor_number, string_to_array(f.members, ',')::int[], f.name
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int4[], $5::text[], $6::text[])
       AS f (id, region_id, kind, anchor_number, members, name)`,
    [
      plan.formations.map(() => place.newId()),
      fill(plan.formations.length, place.id),
      plan.formations.map((formation) => formation.kind),
      plan.formations.map((formation) => formation.anchorNumber),
      plan.formations.map((formation) => formation.memberNumbers.join(',')),
      plan.formations.map((formation) => formation.name),
    ],
    { prepare: true },
  ) as unknown as AnyStatement;
