import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { WARP_KINDS } from './constants.ts';
import { moveCost } from './move-cost.ts';
import type { MoveCommand, MoveTarget, PricedWarp } from './move-types.ts';
import type { MovingHull, Terrain, WarpOption } from './types.ts';

/** Whose move is priced, and between what. */
export interface WarpJourney {
  readonly ship: MovingHull;
  readonly here: Terrain;
  readonly target: MoveTarget;
  readonly moveCostBp: number;
}

/**
 * The warp a move takes (rule book, world 8.2): the named one, else the cheapest in turns, then without toll, then
 * lane before tunnel before gate, then the lowest id. Refuses `no_warp`, or `warp_disrupted` `{until}` where a storm
 * is all that stands between.
 */
export function chooseWarp(
  warps: readonly WarpOption[],
  { warpId }: Pick<MoveCommand, 'warpId'>,
  { ship, here, target, moveCostBp }: WarpJourney,
): PricedWarp | Refusal {
  const named = warpId === undefined ? warps : warps.filter(({ id }) => id === warpId);
  const [best] = named
    .filter(({ status }) => status === 'active')
    .map((warp) => ({ warp, cost: moveCost(ship, warp, target, here, moveCostBp) }))
    .sort(byPreference);
  if (best !== undefined) {
    return best;
  }
  const ends = named
    .filter(({ status }) => status === 'disrupted')
    .map(({ disruptedUntilMs }) => disruptedUntilMs ?? 0);
  return ends.length > 0 ? refuse('warp_disrupted', { until: Math.min(...ends) }) : refuse('no_warp');
}

/** Refuses what a gate or its toll forbids: `gate_denied`, `toll_changed` `{toll}`, `insufficient_credits`. */
export function checkToll(
  { toll, isAdmitted }: WarpOption,
  maxToll: bigint,
  credits: bigint,
): Refusal | null {
  if (!isAdmitted) {
    return refuse('gate_denied');
  }
  if (toll > maxToll) {
    return refuse('toll_changed', { toll });
  }
  return toll > credits ? refuse('insufficient_credits', { need: toll, have: credits }) : null;
}

/** Unwraps a choice that a check has already accepted. */
export function chosen(choice: PricedWarp | Refusal): PricedWarp {
  if (isRefusal(choice)) {
    throw new Error(`move applied though refused: ${choice.code}`);
  }
  return choice;
}

function byPreference(a: PricedWarp, b: PricedWarp): number {
  return (
    a.cost - b.cost ||
    Number(a.warp.toll > 0n) - Number(b.warp.toll > 0n) ||
    WARP_KINDS.indexOf(a.warp.kind) - WARP_KINDS.indexOf(b.warp.kind) ||
    a.warp.id - b.warp.id
  );
}
