import type {
  EntryPolicy,
  Facility,
  FormationKind,
  PlanetType,
  RegionGraph,
  RegionKind,
  RegionStatus,
  SectorType,
  Security,
  StationClass,
  WarpKind,
  ZoneKind,
} from '@sw/rules';

/* The galaxy as a process holds it: loaded at once, and anew when the registry of regions changed. */

export interface AtlasRegion {
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
  /** Its world is served by another server: here only its gateway exists. */
  readonly isRemote: boolean;
  readonly linkToll: number;
  readonly entryPolicy: EntryPolicy;
  readonly zones: readonly AtlasZone[];
  readonly clusters: readonly AtlasCluster[];
}

export interface AtlasZone {
  readonly kind: ZoneKind;
  readonly name: string;
  readonly startNumber: number;
  readonly endNumber: number;
  readonly policing: number;
  readonly danger: number;
  readonly security: Security;
}

export interface AtlasCluster {
  readonly index: number;
  readonly name: string;
  readonly hubNumber: number;
  readonly centerX: number;
  readonly centerY: number;
  readonly centerZ: number;
  readonly nebulaKind: string | null;
}

export interface AtlasSector {
  readonly id: number;
  readonly number: number;
  readonly code: string;
  name: string;
  readonly region: AtlasRegion;
  readonly zone: AtlasZone;
  readonly cluster: AtlasCluster;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly type: SectorType;
  readonly hazard: number;
  readonly nebulaDensity: number;
  readonly richness: number;
  readonly isProtected: boolean;
  readonly pocketIndex: number | null;
  readonly stations: readonly AtlasStation[];
  readonly planets: readonly AtlasPlanet[];
  readonly warps: readonly AtlasWarp[];
  /** Landmarks it is part of. */
  readonly formations: readonly AtlasFormation[];
}

export interface AtlasFormation {
  readonly id: string;
  readonly regionId: string;
  readonly kind: FormationKind;
  readonly name: string;
  readonly memberNumbers: readonly number[];
}

export interface AtlasWarp {
  readonly id: number;
  readonly linkId: number;
  readonly from: number;
  readonly to: number;
  readonly kind: WarpKind;
  readonly length: number;
  readonly extraCost: number;
  readonly isHidden: boolean;
  /** No row leads back over the same link. */
  readonly isOneWay: boolean;
}

export interface AtlasStation {
  readonly id: string;
  readonly sectorId: number;
  readonly name: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly faction: string | null;
  readonly services: readonly string[];
  /** Four letters of B, S, X and -, for ore, organics, equipment and fuel. */
  readonly tradeCode: string;
}

export interface AtlasPlanet {
  readonly id: string;
  readonly sectorId: number;
  readonly name: string;
  readonly type: PlanetType;
  readonly size: number;
  readonly habitability: number;
  readonly isHomeWorld: boolean;
}

export interface Atlas {
  /** Of the registry of regions when it was loaded. */
  readonly version: bigint;
  readonly regions: readonly AtlasRegion[];
  readonly terran: AtlasRegion;
  /** The whole galaxy as one searchable graph over sector ids. */
  readonly graph: RegionGraph;
  regionByName(name: string): AtlasRegion | undefined;
  regionById(id: string): AtlasRegion | undefined;
  sector(id: number): AtlasSector | undefined;
  sectorsOf(region: AtlasRegion): readonly AtlasSector[];
  station(id: string): AtlasStation | undefined;
  stations(): IterableIterator<AtlasStation>;
  planet(id: string): AtlasPlanet | undefined;
  warp(id: number): AtlasWarp | undefined;
  /** The warps that end in a sector. */
  warpsInto(sectorId: number): readonly AtlasWarp[];
  /** Gives a sector the name its discoverer chose: the one thing that changes in place. */
  rename(sectorId: number, name: string): void;
}
