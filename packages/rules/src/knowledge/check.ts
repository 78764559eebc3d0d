import { CORE_DENSITY } from '../navigation/constants.ts';
import type { Terrain } from '../navigation/types.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkTurns } from '../turns/check.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { settleTurns } from '../turns/settle.ts';
import type { TurnState } from '../turns/types.ts';
import type { ScanMode } from './scan.ts';

/** What a scan is decided on; turns may be unsettled. */
export interface ScanState {
  readonly hasActiveShip: boolean;
  readonly isInTransit: boolean;
  readonly here: Terrain;
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
}

/** Turns of a scan. */
export function scanCost(mode: ScanMode): number {
  return mode === 'adjacent' ? TURN_COSTS.scan_adjacent : TURN_COSTS.scan_deep;
}

/**
 * Refuses a scan (rule book, world 7.2): `no_active_ship`, `in_transit`, `sensors_blind` for an adjacent scan inside
 * a nebula core, `insufficient_turns`. No refusal costs anything.
 */
export function checkScan(state: ScanState, mode: ScanMode, nowMs: number): Refusal | null {
  if (!state.hasActiveShip) {
    return refuse('no_active_ship');
  }
  if (state.isInTransit) {
    return refuse('in_transit');
  }
  if (mode === 'adjacent' && state.here.type === 'nebula' && state.here.nebulaDensity >= CORE_DENSITY) {
    return refuse('sensors_blind');
  }
  const { turnCap, turnMultiplierBp } = state;
  const turns = settleTurns(state.turns, nowMs, turnCap, turnMultiplierBp);
  return checkTurns(turns, scanCost(mode), turnCap, turnMultiplierBp);
}
