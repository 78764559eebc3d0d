import type { CommodityKey } from '../economy/commodities.ts';
import type { StationClass } from '../economy/station-classes.ts';

export type RegionKind = 'central_nexus' | 'terran_space' | 'player_owned';
export type ZoneKind = 'federation' | 'border' | 'frontier' | 'expanse';
export type Security = 'protected' | 'patrolled' | 'open';
export type ClusterType =
  | 'standard'
  | 'trade_hub'
  | 'population_center'
  | 'resource_rich'
  | 'frontier_outpost'
  | 'special_interest';
/** What a sector is before nebulae are laid over it. */
export type BaseSectorType =
  | 'standard'
  | 'asteroid_field'
  | 'radiation_zone'
  | 'black_hole'
  | 'star_cluster'
  | 'void';
export type SectorType = BaseSectorType | 'nebula';
export type NebulaKind = 'crimson' | 'violet' | 'azure' | 'obsidian' | 'emerald' | 'amber';
/** The warps a generator lays; nexus links and gates come later. */
export type NaturalWarpKind = 'lane' | 'tunnel' | 'trunk';
export type WarpKind = NaturalWarpKind | 'nexus_link' | 'gate';
export type Facility = 'none' | 'spacedock' | 'tradedock';
export type StationType =
  | 'trading'
  | 'mining'
  | 'industrial'
  | 'military'
  | 'scientific'
  | 'shipyard'
  | 'outpost'
  | 'black_market'
  | 'diplomatic';
export type SecurityTier = 'none' | 'basic' | 'standard' | 'premium';
export type StationService =
  | 'ship_repair'
  | 'ship_dealer'
  | 'ship_upgrades'
  | 'drone_shop'
  | 'genesis_dealer'
  | 'mine_dealer'
  | 'insurance'
  | 'bank'
  | 'warehouse'
  | 'market_intelligence'
  | 'refining_facility'
  | 'contract_board'
  | 'casino'
  | 'diplomatic';
export type ZoneFaction =
  | 'terran_federation'
  | 'nova_scientific_institute'
  | 'mercantile_guild'
  | 'astral_mining_consortium'
  | 'frontier_coalition'
  | 'fringe_alliance';
export type PlanetType =
  | 'terran'
  | 'oceanic'
  | 'mountainous'
  | 'desert'
  | 'ice'
  | 'volcanic'
  | 'barren'
  | 'gas_giant';
export type FormationKind = 'dead_end' | 'corridor' | 'crossroads' | 'bubble' | 'backdoor' | 'pocket';
export type MarketDirection = 'buys' | 'sells' | 'both';

/** Last sector numbers of Federation and Border; Frontier is the rest. */
export interface ZoneProfile {
  readonly federationEnd: number;
  readonly borderEnd: number;
}

export interface RegionInput {
  readonly generatorVersion: number;
  /** At most 64 characters. */
  readonly seed: string;
  readonly regionKind: RegionKind;
  /** Three upper-case letters or digits. */
  readonly regionCode: string;
  readonly sectorCount: number;
  /** Other zone boundaries than thirds; never for the Nexus. */
  readonly zoneProfile?: ZoneProfile;
}

export interface ZonePlan {
  readonly kind: ZoneKind;
  readonly name: string;
  readonly startNumber: number;
  readonly endNumber: number;
  readonly policing: number;
  readonly danger: number;
}

export interface ClusterPlan {
  readonly index: number;
  readonly name: string;
  readonly type: ClusterType;
  readonly sectorCount: number;
  readonly hubNumber: number;
  readonly centerX: number;
  readonly centerY: number;
  readonly centerZ: number;
  readonly nebulaKind: NebulaKind | null;
  readonly nebulaField: number | null;
}

export interface SectorPlan {
  readonly number: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly zone: ZoneKind;
  readonly clusterIndex: number;
  readonly type: SectorType;
  /** The type before nebulae were laid over it; the frequencies of world 3.2 count this one. */
  readonly baseType: BaseSectorType;
  readonly hazard: number;
  readonly nebulaDensity: number;
  readonly richness: number;
  readonly reserveMax: number;
  readonly isProtected: boolean;
  readonly noGate: boolean;
  /** Null in the main network, else the index of the pocket. */
  readonly pocketIndex: number | null;
}

/** One direction of a connection; the two rows of a two-way connection share `linkIndex`. */
export interface WarpPlan {
  readonly from: number;
  readonly to: number;
  readonly kind: NaturalWarpKind;
  readonly length: number;
  readonly extraCost: number;
  readonly isHidden: boolean;
  readonly linkIndex: number;
}

export interface MarketPlan {
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly capacity: number;
  readonly targetBp: number;
  /** Units per hour for one active player of the region. */
  readonly flowPerHour: number;
  readonly initialStock: number;
}

export interface StationPlan {
  readonly sectorNumber: number;
  readonly name: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly size: number;
  readonly type: StationType;
  readonly faction: ZoneFaction | null;
  readonly securityTier: SecurityTier;
  readonly services: readonly StationService[];
  readonly isBlackMarket: boolean;
  readonly market: readonly MarketPlan[];
}

export interface PlanetPlan {
  readonly sectorNumber: number;
  readonly name: string;
  readonly type: PlanetType;
  readonly size: number;
  readonly habitability: number;
  readonly richness: number;
  readonly isHomeWorld: boolean;
}

export interface FormationPlan {
  readonly kind: FormationKind;
  readonly name: string;
  readonly anchorNumber: number;
  readonly memberNumbers: readonly number[];
}

/** Everything a region consists of when it is created. Pure data; sector numbers are local to the region. */
export interface RegionPlan {
  readonly generatorVersion: number;
  readonly seed: string;
  /** How many times an earlier draft broke an invariant: 0 to 4, the number of the seed suffix used. */
  readonly attempt: number;
  readonly regionKind: RegionKind;
  readonly regionCode: string;
  readonly sectorCount: number;
  /** The region-side end of its Nexus link; null in the Nexus. */
  readonly gatewayNumber: number | null;
  readonly zones: readonly ZonePlan[];
  readonly clusters: readonly ClusterPlan[];
  readonly sectors: readonly SectorPlan[];
  readonly warps: readonly WarpPlan[];
  readonly stations: readonly StationPlan[];
  readonly planets: readonly PlanetPlan[];
  readonly formations: readonly FormationPlan[];
}
