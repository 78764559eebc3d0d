import type { LedgerLeg } from '../ledger/legs.ts';
import type { RandomStream } from '../random/index.ts';
import type { EquipmentKey } from '../ships/constants.ts';
import type { ConditionState, ShieldState, ShipStatus } from '../ships/types.ts';
import type { TurnState } from '../turns/types.ts';
import type { MovingHull, Terrain, WarpOption } from './types.ts';

/** `POST /nav/move`. */
export interface MoveCommand {
  readonly to: number;
  readonly warpId?: number;
  readonly maxCost?: number;
  /** Default 0: a toll is never a surprise. */
  readonly maxToll?: bigint;
}

/** The active ship as it is stored; shields and condition may be unsettled. */
export interface MovingShip extends MovingHull, ShieldState, ConditionState {
  readonly status: ShipStatus;
  readonly sectorId: number;
  readonly hull: number;
  readonly lastCombatAtMs: number | null;
  readonly equipment?: readonly EquipmentKey[];
  readonly isTowed?: boolean;
  readonly isBuildingGate?: boolean;
}

/** The sector he wants to enter, as far as the rules need it. */
export interface MoveTarget extends Terrain {
  readonly sectorId: number;
  /** Sectors an arrival charts: targets of its warps the player may see. */
  readonly exits: readonly number[];
}

/** Whether the region behind a nexus link lets the player in (rule book, platform 8.3). */
export type Ingress = 'open' | 'closed' | 'banned' | 'unavailable';

/** What a move is decided on; turns may be unsettled. */
export interface MoveState {
  readonly ship: MovingShip | null;
  readonly isInTransit: boolean;
  readonly lastEngagementAtMs: number | null;
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
  readonly credits: bigint;
  /** The terrain he leaves. */
  readonly here: Terrain;
  /** Null where the player does not know the sector, or there is none. */
  readonly target: MoveTarget | null;
  /** The warps from here to the target that he may see. */
  readonly warps: readonly WarpOption[];
  /** Of the region behind the link; `open` for every other warp. */
  readonly ingress: Ingress;
  /** Maintenance kits aboard, for a ship that uses them by itself. */
  readonly kits?: number;
}

export interface MoveContext {
  readonly nowMs: number;
  /** One draw for a degraded or worse ship. */
  readonly random: RandomStream;
  /** Event `move_cost`, 10,000 = none. */
  readonly moveCostBp?: number;
}

/** The warp a move takes and what it costs. */
export interface PricedWarp {
  readonly warp: WarpOption;
  readonly cost: number;
}

export type MoveEvent =
  | { readonly type: 'player.moved'; readonly from: number; readonly to: number; readonly turns: number }
  | {
      readonly type: 'player.hazard';
      readonly cause: 'hazard' | 'fault';
      readonly damage: number;
      readonly hull: number;
      readonly shields: number;
    };

/** The state after a move. */
export interface MoveOutcome {
  readonly warp: WarpOption;
  readonly cost: number;
  readonly toll: bigint;
  readonly turns: TurnState;
  readonly credits: bigint;
  readonly legs: readonly LedgerLeg[];
  readonly ship: MovingShip;
  /** Kits that `auto_maintenance` used up: 0 or 1. */
  readonly kitsUsed: number;
  readonly hullBefore: number;
  readonly shieldsBefore: number;
  /** What the entry took off shields and hull together. */
  readonly hazardTaken: number;
  /** The sector becomes visited, these at least charted. */
  readonly visited: number;
  readonly charted: readonly number[];
  readonly events: readonly MoveEvent[];
}
