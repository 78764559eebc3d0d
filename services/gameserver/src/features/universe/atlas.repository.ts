import type { Sql } from '@sw/db';
import type {
  Facility,
  MarketDirection,
  PlanetType,
  RegionKind,
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
  readonly status: string;
  readonly mapX: number;
  readonly mapY: number;
  readonly mapZ: number;
  readonly gatewaySectorId: number | null;
  readonly nexusSectorId: number | null;
  readonly hasPublicChart: boolean;
  readonly regionTaxBp: number;
  readonly topologyVersion: number;
  readonly planHash: string;
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

export const findRegions = (sql: Sql) => sql<RegionRow[]>`
  SELECT id, name, code, title, kind, sector_count, first_sector_id, status, map_x, map_y, map_z,
         gateway_sector_id, nexus_sector_id, has_public_chart, region_tax_bp, topology_version, plan_hash
  FROM regions WHERE status = 'active' ORDER BY first_sector_id`;

export const findZones = (sql: Sql) =>
  sql<
    {
      regionId: string;
      kind: ZoneKind;
      name: string;
      startNumber: number;
      endNumber: number;
      policing: number;
      danger: number;
    }[]
  >`SELECT region_id, kind, name, start_number, end_number, policing, danger FROM zones ORDER BY region_id, start_number`;

export const findClusters = (sql: Sql) => sql<
  {
    regionId: string;
    index: number;
    name: string;
    hubNumber: number;
    centerX: number;
    centerY: number;
    centerZ: number;
    nebulaKind: string | null;
  }[]
>`SELECT region_id, index, name, hub_number, center_x, center_y, center_z, nebula_kind
  FROM clusters ORDER BY region_id, index`;

export const findSectors = (sql: Sql) => sql<SectorRow[]>`
  SELECT id, number, region_id, zone, cluster_index, name, x, y, z, type, hazard, nebula_density, richness,
         protected, pocket_index
  FROM sectors ORDER BY id`;

export const findWarps = (sql: Sql) => sql<
  {
    id: bigint;
    linkId: bigint;
    fromSectorId: number;
    toSectorId: number;
    kind: WarpKind;
    length: number;
    extraCost: number;
    hidden: boolean;
  }[]
>`SELECT id, link_id, from_sector_id, to_sector_id, kind, length, extra_cost, hidden
  FROM warps WHERE status = 'active' ORDER BY from_sector_id, to_sector_id, kind`;

export const findStations = (sql: Sql) =>
  sql<
    {
      id: string;
      sectorId: number;
      name: string;
      stationClass: StationClass;
      facility: Facility;
      faction: string | null;
      services: string[];
    }[]
  >`SELECT id, sector_id, name, station_class, facility, faction, services FROM stations ORDER BY sector_id, id`;

export const findBulkDirections = (sql: Sql) => sql<
  { stationId: string; commodity: string; direction: MarketDirection }[]
>`SELECT station_id, commodity, direction FROM station_market
  WHERE commodity IN ('ore', 'organics', 'equipment', 'fuel')`;

export const findPlanets = (sql: Sql) =>
  sql<
    {
      id: string;
      sectorId: number;
      name: string;
      type: PlanetType;
      size: number;
      habitability: number;
      isHomeWorld: boolean;
    }[]
  >`SELECT id, sector_id, name, type, size, habitability, is_home_world FROM planets ORDER BY sector_id, id`;
