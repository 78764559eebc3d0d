import { AUTOPILOT_MAX_HOPS } from '../autopilot/constants.ts';
import { checkAutopilotFree } from '../autopilot/stop.ts';
import type { ScanState } from '../knowledge/check.ts';
import { checkScan, scanCost } from '../knowledge/check.ts';
import type { ScanMode } from '../knowledge/scan.ts';
import type { DepartureState } from '../navigation/check-departure.ts';
import { checkDeparture } from '../navigation/check-departure.ts';
import type { Refusal } from '../refusal.ts';
import { checkTurns } from '../turns/check.ts';
import { settleTurns } from '../turns/settle.ts';
import type { TurnState } from '../turns/types.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** A warp the player sees from where he is, priced for his ship. */
export interface MoveOutlook extends DepartureState {
  readonly turns: TurnState;
  readonly turnCap: number;
  readonly turnMultiplierBp: number;
  readonly cost: number;
  /** What the way itself refuses, such as a storm or a closed region. */
  readonly blocked?: Refusal | null;
}

/** `move` over one visible warp: ship, moment, way, turns, in the order of world 8.1. */
export function describeMove(outlook: MoveOutlook, nowMs: number): ActionDescriptor {
  const { turns, turnCap, turnMultiplierBp, cost } = outlook;
  const settled = settleTurns(turns, nowMs, turnCap, turnMultiplierBp);
  const refusal =
    checkDeparture(outlook, nowMs) ?? outlook.blocked ?? checkTurns(settled, cost, turnCap, turnMultiplierBp);
  return describeAction('move', refusal, { cost: { turns: cost } });
}

/** `plot`: always possible and free. */
export function describePlot(): ActionDescriptor {
  return describeAction('plot', null);
}

/** `autopilot`: like a first move, and none may run; `firstHopCost` is the next warp's. */
export function describeAutopilot(
  outlook: MoveOutlook,
  autopilotUntilMs: number | null,
  nowMs: number,
): ActionDescriptor {
  const { reason, reasonParams } = describeMove(outlook, nowMs);
  const refusal =
    checkAutopilotFree(autopilotUntilMs, nowMs) ??
    (reason === null ? null : { code: reason, details: reasonParams });
  return describeAction('autopilot', refusal, { limits: { min: 1, max: AUTOPILOT_MAX_HOPS, step: 1 } });
}

/** `scan_adjacent` and `scan_deep`. */
export function describeScan(state: ScanState, mode: ScanMode, nowMs: number): ActionDescriptor {
  const id = mode === 'adjacent' ? 'scan_adjacent' : 'scan_deep';
  return describeAction(id, checkScan(state, mode, nowMs), { cost: { turns: scanCost(mode) } });
}
