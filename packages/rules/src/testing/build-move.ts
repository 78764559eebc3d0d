import type { MoveContext, MoveState, MoveTarget, MovingShip, WarpOption } from '../navigation/index.ts';
import { createStream } from '../random/index.ts';
import { NOON } from './build-trade.ts';

/** A sound Light Freighter in flight in sector 1. */
export function buildMovingShip(overrides: Partial<MovingShip> = {}): MovingShip {
  return {
    type: 'light_freighter',
    upgrades: {},
    status: 'in_space',
    sectorId: 1,
    hull: 400,
    shields: 300,
    shieldsAtMs: NOON,
    shieldsAcc: 0,
    conditionMilli: 100_000,
    conditionAtMs: NOON,
    conditionAcc: 0,
    fault: 'none',
    lastCombatAtMs: null,
    ...overrides,
  };
}

/** A visible, active lane without toll. */
export function buildWarpOption(overrides: Partial<WarpOption> = {}): WarpOption {
  return {
    id: 10,
    kind: 'lane',
    extraCost: 0,
    status: 'active',
    disruptedUntilMs: null,
    toll: 0n,
    isAdmitted: true,
    ...overrides,
  };
}

/** An empty standard sector with exits to 1 and 3. */
export function buildTarget(overrides: Partial<MoveTarget> = {}): MoveTarget {
  return { sectorId: 2, type: 'standard', hazard: 0, nebulaDensity: 0, exits: [1, 3], ...overrides };
}

/** A move from sector 1 to sector 2 over one lane, with 100 turns at hand. */
export function buildMoveState(overrides: Partial<MoveState> = {}): MoveState {
  return {
    ship: buildMovingShip(),
    isInTransit: false,
    lastEngagementAtMs: null,
    turns: { turns: 100, anchorMs: NOON, frac: 0 },
    turnCap: 1_000,
    turnMultiplierBp: 10_000,
    credits: 1_000n,
    here: { type: 'standard', hazard: 0, nebulaDensity: 0 },
    target: buildTarget(),
    warps: [buildWarpOption()],
    ingress: 'open',
    ...overrides,
  };
}

/** NOON, with a stream of its own. */
export function buildMoveContext(overrides: Partial<MoveContext> = {}): MoveContext {
  return { nowMs: NOON, random: createStream('move', 'test'), ...overrides };
}
