import type { CargoHold } from '../economy/types.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { DepartureState } from '../navigation/check-departure.ts';
import type { Terrain } from '../navigation/types.ts';
import type { TurnState } from '../turns/types.ts';
import type { ZoneKind } from '../universe/types.ts';
import type { PersonalItem } from './constants.ts';
import type { Reserve, SettledReserve } from './reserve.ts';

export type HarvestKind = 'asteroid' | 'nebula';

/** What a harvest is decided on; turns may be unsettled. */
export interface HarvestState extends DepartureState {
  readonly here: Terrain;
  readonly zone: ZoneKind;
  readonly richness: number;
  readonly reserve: Reserve;
  /** Null outside nebulae. */
  readonly nebulaKind: string | null;
  readonly hold: CargoHold;
  /** 100 without a mining laser. */
  readonly laserPercent: number;
  readonly hasQuantumHarvester: boolean;
  /** Until when his next harvest of a nebula has to wait; null = it need not. */
  readonly cooldownUntilMs: number | null;
  readonly credits: bigint;
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
}

/** What a harvest brought. */
export interface HarvestOutcome {
  readonly kind: HarvestKind;
  readonly cost: number;
  readonly turns: TurnState;
  readonly fee: bigint;
  readonly legs: readonly LedgerLeg[];
  readonly ore: number;
  readonly preciousMetals: number;
  readonly items: readonly { readonly item: PersonalItem; readonly quantity: number }[];
  readonly isCritical: boolean;
  readonly hold: CargoHold;
  /** Null where nothing is depleted. */
  readonly reserve: SettledReserve | null;
  readonly cooldownUntilMs: number | null;
}
