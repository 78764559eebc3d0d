import type { Sql } from '@sw/db';
import type {
  EntryPolicy,
  Facility,
  FormationKind,
  MarketDirection,
  PlanetType,
  RegionKind,
  RegionStatus,
  SectorType,
  StationClass,
  WarpKind,
  ZoneKind,
} from '@sw/rules';

/* Rows of the static galaxy as the database answers them. */

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly title: string;
  readonly kind: RegionKind;
  readonly sectorCount: number;
  readonly firstSectorId: number;
  readonly status: RegionStatus;
  readonly mapX: number;
  readonly mapY: number;
  readonly mapZ: number;
  readonly gatewaySectorId: number | null;
  readonly nexusSectorId: number | null;
  readonly hasPublicChart: boolean;
  readonly regionTaxBp: number;
  readonly topologyVersion: number;
  readonly planHash: string;
  readonly ownerUserId: string | null;
  readonly isRemote: boolean;
  readonly linkToll: number;
  readonly entryPolicy: EntryPolicy;
}

export interface SectorRow {
  readonly id: number;
  readonly number: number;
  readonly regionId: string;
  readonly zone: ZoneKind;
  readonly clusterIndex: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly type: SectorType;
  readonly hazard: number;
  readonly nebulaDensity: number;
  readonly richness: number;
  readonly protected: boolean;
  readonly pocketIndex: number | null;
}

export interface ZoneRow {
  readonly regionId: string;
  readonly kind: ZoneKind;
  readonly name: string;
  readonly startNumber: number;
  readonly endNumber: number;
  readonly policing: number;
  readonly danger: number;
}

export interface ClusterRow {
  readonly regionId: string;
  readonly index: number;
  readonly name: string;
  readonly hubNumber: number;
  readonly centerX: number;
  readonly centerY: number;
  readonly centerZ: number;
  readonly nebulaKind: string | null;
}

export interface WarpRow {
  readonly id: bigint;
  readonly linkId: bigint;
  readonly fromSectorId: number;
  readonly toSectorId: number;
  readonly kind: WarpKind;
  readonly length: number;
  readonly extraCost: number;
  readonly hidden: boolean;
}

export interface StationRow {
  readonly id: string;
  readonly sectorId: number;
  readonly name: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly faction: string | null;
  readonly services: string[];
}

export interface DirectionRow {
  readonly stationId: string;
  readonly commodity: string;
  readonly direction: MarketDirection;
}

export interface PlanetRow {
  readonly id: string;
  readonly sectorId: number;
  readonly name: string;
  readonly type: PlanetType;
  readonly size: number;
  readonly habitability: number;
  readonly isHomeWorld: boolean;
}

export interface FormationRow {
  readonly id: string;
  readonly regionId: string;
  readonly kind: FormationKind;
  readonly name: string;
  readonly memberNumbers: number[];
}

/** The whole static galaxy as of one moment. */
export interface AtlasRows {
  readonly regions: readonly RegionRow[];
  readonly zones: readonly ZoneRow[];
  readonly clusters: readonly ClusterRow[];
  readonly sectors: readonly SectorRow[];
  readonly warps: readonly WarpRow[];
  readonly stations: readonly StationRow[];
  readonly directions: readonly DirectionRow[];
  readonly planets: readonly PlanetRow[];
  readonly formations: readonly FormationRow[];
}

/** The regions somebody can be in: a terminated one as long as it is not evacuated. */
export const findRegions = (sql: Sql) => sql<RegionRow[]>`
  SELECT r.id, r.name, r.code, r.title, r.kind, r.sector_count, r.first_sector_id, r.status, r.map_x, r.map_y, r.map_z,
         r.gateway_sector_id, r.nexus_sector_id, r.has_public_chart, r.region_tax_bp, r.topology_version, r.plan_hash,
         r.owner_user_id, r.endpoint IS NOT NULL AS is_remote, g.link_toll, g.entry_policy
  FROM regions r JOIN region_governance g ON g.region_id = r.id
  WHERE r.status IN ('active', 'suspended', 'grace') OR (r.status = 'terminated' AND r.evacuated_at IS NULL)
  ORDER BY r.first_sector_id`;

/** Grows with everything about regions that an atlas holds. */
export const findRegistryVersion = (sql: Sql) =>
  sql<{ version: bigint }[]>`SELECT version FROM region_registry`;

export const findZones = (sql: Sql) => sql<ZoneRow[]>`
  SELECT region_id, kind, name, start_number, end_number, policing, danger FROM zones
  ORDER BY region_id, start_number`;

export const findClusters = (sql: Sql) => sql<ClusterRow[]>`
  SELECT region_id, index, name, hub_number, center_x, center_y, center_z, nebula_kind
  FROM clusters ORDER BY region_id, index`;

export const findSectors = (sql: Sql) => sql<SectorRow[]>`
  SELECT id, number, region_id, zone, cluster_index, name, x, y, z, type, hazard, nebula_density, richness,
         protected, pocket_index
  FROM sectors ORDER BY id`;

/** The sectors their discoverers gave a name. */
export const findNamedSectors = (sql: Sql) => sql<{ id: number; name: string }[]>`
  SELECT id, name FROM sectors WHERE named_at IS NOT NULL`;

export const findWarps = (sql: Sql) => sql<WarpRow[]>`
  SELECT id, link_id, from_sector_id, to_sector_id, kind, length, extra_cost, hidden
  FROM warps WHERE status = 'active' ORDER BY from_sector_id, to_sector_id, kind`;

export const findStations = (sql: Sql) => sql<StationRow[]>`
  SELECT id, sector_id, name, station_class, facility, faction, services FROM stations ORDER BY sector_id, id`;

export const findBulkDirections = (sql: Sql) => sql<DirectionRow[]>`
  SELECT station_id, commodity, direction FROM station_market
  WHERE commodity IN ('ore', 'organics', 'equipment', 'fuel')`;

export const findPlanets = (sql: Sql) => sql<PlanetRow[]>`
  SELECT id, sector_id, name, type, size, habitability, is_home_world FROM planets ORDER BY sector_id, id`;

export const findFormations = (sql: Sql) => sql<FormationRow[]>`
  SELECT id, region_id, kind, name, member_numbers FROM formations ORDER BY region_id, kind, anchor_number, id`;
