import type { ShipFault, ShipTypeKey, TowedSize, UpgradeLevels } from '../ships/types.ts';
import type { SectorType, WarpKind, ZoneKind } from '../universe/types.ts';

/** What of a sector matters to a ship that enters or leaves it. */
export interface Terrain {
  readonly type: SectorType;
  readonly hazard: number;
  /** 100 in a nebula core, 30–70 at its edge, 0 elsewhere. */
  readonly nebulaDensity: number;
}

/** What of a ship sets the price of a warp. */
export interface MovingHull {
  readonly type: ShipTypeKey;
  readonly upgrades: UpgradeLevels;
  readonly conditionMilli: number;
  readonly fault: ShipFault;
  /** Size of a hull in tow. */
  readonly towSize?: TowedSize | null;
  /** Dockhand's Favour speeds its pods up. */
  readonly isFavouredPod?: boolean;
}

/** What of a warp sets its price. */
export interface WarpPricing {
  readonly kind: WarpKind;
  readonly extraCost: number;
}

export type WarpStatus = 'active' | 'disrupted' | 'building' | 'destroyed';

/** An outgoing warp the player may see. */
export interface WarpOption extends WarpPricing {
  readonly id: number;
  readonly status: WarpStatus;
  readonly disruptedUntilMs: number | null;
  /** 0 unless it is a gate or a link with a toll. */
  readonly toll: bigint;
  /** False where a gate does not admit the player. */
  readonly isAdmitted: boolean;
}

/** A sector of the combined graph; ids are galaxy-wide. */
export interface GraphSector extends Terrain {
  readonly id: number;
  readonly regionId: string;
  readonly zone: ZoneKind;
  /** Danger of its zone, 0–10. */
  readonly danger: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** One direction of a connection; the two rows of a two-way connection share `linkId`. */
export interface GraphWarp {
  readonly id: number;
  readonly linkId: number;
  readonly from: number;
  readonly to: number;
  readonly kind: WarpKind;
  readonly length: number;
  readonly extraCost: number;
  readonly isHidden: boolean;
}

/**
 * The topology of one or more regions as typed arrays. A node is `sector id − baseId`; ids without a sector have no
 * edges. Edges of a node lie between `offsets[node]` and `offsets[node + 1]`, ordered by target, then kind.
 */
export interface RegionGraph {
  readonly baseId: number;
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly warpIds: Int32Array;
  /** Index into `WARP_KINDS`. */
  readonly kinds: Uint8Array;
  readonly lengths: Int32Array;
  readonly extraCosts: Uint8Array;
  readonly hidden: Uint8Array;
  /** The edge that leads back on the same connection, or −1. */
  readonly reverse: Int32Array;
  /** 1 where the id has a sector. */
  readonly exists: Uint8Array;
  /** Index into `SECTOR_TYPES`. */
  readonly types: Uint8Array;
  readonly densities: Uint8Array;
  readonly hazards: Uint8Array;
  /** Turns that entering adds, before agility. */
  readonly surcharges: Int8Array;
  readonly dangers: Uint8Array;
  /** Index into `ZONE_KINDS`. */
  readonly zones: Uint8Array;
  /** Index into `regionIds`. */
  readonly regions: Uint16Array;
  readonly regionIds: readonly string[];
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly z: Int32Array;
}

/** What a player knows of a sector: 0 unknown, 1 charted, 2 scanned, 3 visited. */
export type KnowledgeLevel = 0 | 1 | 2 | 3;

export const PLOT_OBJECTIVES = ['turns', 'hops', 'safe'] as const;

export type PlotObjective = (typeof PLOT_OBJECTIVES)[number];

/** What a course is plotted for. */
export interface PlotRequest {
  readonly from: number;
  readonly to: number;
  readonly objective: PlotObjective;
  readonly ship: MovingHull;
  /** Sectors not to enter; start and destination are never avoided. */
  readonly avoid?: ReadonlySet<number>;
  /** Level of a sector id. A course uses only warps that follow from it. */
  readonly levelOf: (sectorId: number) => KnowledgeLevel;
  /** Ids of hidden warps the player has revealed; either direction reveals the connection. */
  readonly knownHiddenWarps?: ReadonlySet<number>;
  /** Where the player is: he sees the terrain of its neighbours' lanes even if he has only charted them. */
  readonly here?: number;
  /** Sectors with hostile forces in a snapshot of at most 24 h. */
  readonly hostileSectors?: ReadonlySet<number>;
  /** Event `move_cost`, 10,000 = none. */
  readonly moveCostBp?: number;
  readonly useGates?: boolean;
}

export interface CourseHop {
  readonly to: number;
  readonly warpId: number;
  readonly kind: WarpKind;
  readonly cost: number;
  /** Null where the player does not know the sector's type. */
  readonly hazard: number | null;
  readonly knownLevel: KnowledgeLevel;
}

export type CourseRisk = 'low' | 'medium' | 'high';

export interface PlottedCourse {
  readonly from: number;
  readonly hops: readonly CourseHop[];
  readonly totalTurns: number;
  readonly totalHops: number;
  readonly risk: CourseRisk;
}
