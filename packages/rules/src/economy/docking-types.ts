import type { LedgerLeg } from '../ledger/legs.ts';
import type { ShipStatus, ShipTypeKey } from '../ships/types.ts';
import type { TurnState } from '../turns/types.ts';
import type { Facility, Security, SecurityTier, ZoneKind } from '../universe/types.ts';
import type { StationStatus } from './types.ts';

/** The active ship, as far as docks care. */
export interface DockingShip {
  readonly type: ShipTypeKey;
  readonly status: ShipStatus;
  readonly sectorId: number;
  /** Where it is docked. */
  readonly stationId: string | null;
  /** Since when it is docked. */
  readonly dockedAtMs: number | null;
}

/** A ship in tow, which takes a berth of its own. */
export type DockingTow = Pick<DockingShip, 'type' | 'dockedAtMs'>;

/** The station, as far as docks care. */
export interface DockingStation {
  readonly id: string;
  readonly sectorId: number;
  readonly status: StationStatus;
  readonly disabledUntilMs: number | null;
  readonly minStanding: number;
  readonly isOwned: boolean;
  readonly securityTier: SecurityTier;
  readonly dockingFeeBp: number;
  readonly facility: Facility;
  readonly zone: ZoneKind;
  readonly security: Security;
  readonly isSanctuary: boolean;
}

/** What docking and undocking are decided on; turns may be unsettled. */
export interface DockState {
  readonly ship: DockingShip | null;
  readonly tow?: DockingTow | null;
  readonly station: DockingStation;
  readonly isInTransit: boolean;
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
  readonly credits: bigint;
  /** With the station's faction; null where it has none. */
  readonly standing: number | null;
  readonly isDenied: boolean;
  readonly isNewcomer: boolean;
  /** Last engagement of the player, and last one he started. */
  readonly lastEngagementAtMs: number | null;
  readonly lastAttackAtMs: number | null;
  readonly firstLoginAtMs: number;
  /** Has paid or been spared a docking before. */
  readonly hasDocked: boolean;
  readonly lastFeeWaivedAtMs: number | null;
}

/** Why a docking costs what it costs. */
export type DockFeeReason = 'fee' | 'first_docking' | 'on_credit';

export interface DockFee {
  readonly amount: bigint;
  readonly reason: DockFeeReason;
}

export interface DockOutcome {
  readonly turns: TurnState;
  readonly credits: bigint;
  readonly fee: DockFee;
  readonly legs: readonly LedgerLeg[];
  readonly stationId: string;
  readonly dockedAtMs: number;
  /** End of shelter; null where it has none. Every later command at the station renews it. */
  readonly shelterEndsAtMs: number | null;
}

export interface UndockOutcome {
  readonly credits: bigint;
  readonly mooring: bigint;
  readonly legs: readonly LedgerLeg[];
  readonly sectorId: number;
}
