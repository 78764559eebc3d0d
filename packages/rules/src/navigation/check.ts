import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { checkTurns } from '../turns/check.ts';
import { settleTurns } from '../turns/settle.ts';
import type { DepartureState } from './check-departure.ts';
import { checkDeparture } from './check-departure.ts';
import { checkToll, chooseWarp } from './choose-warp.ts';
import { INGRESS_REFUSALS } from './constants.ts';
import type {
  Ingress,
  MoveCommand,
  MoveContext,
  MoveState,
  MoveTarget,
  MovingShip,
  PricedWarp,
} from './move-types.ts';
import { settleShip } from './settle-ship.ts';

const WHOLE_BP = 10_000;

/**
 * Refuses a move that may not happen now, in the order of world 8.1, always without any charge: `ship_cannot_move`
 * `{why}`, `must_undock`, `must_lift_off`, `in_combat` `{until}`, `in_transit`, `not_found`, `already_there`,
 * `no_warp`, `warp_disrupted` `{until}`, `gate_denied`, `toll_changed` `{toll}`, `insufficient_credits`,
 * `region_closed`, `region_banned`, `region_unavailable`, `cost_changed` `{cost}`, `insufficient_turns`.
 */
export function checkMove(state: MoveState, command: MoveCommand, ctx: MoveContext): Refusal | null {
  const priced = priceMove(state, command, ctx);
  return isRefusal(priced) ? priced : null;
}

/** The warp and the turns of a move that is allowed, or why it is not: `checkMove` and `applyMove` share it. */
export function priceMove(state: MoveState, command: MoveCommand, ctx: MoveContext): PricedWarp | Refusal {
  const { ship, target } = state;
  const stuck = checkDeparture(departureOf(state), ctx.nowMs);
  if (stuck !== null || ship === null) {
    return stuck ?? refuse('ship_cannot_move', { why: 'no_ship' });
  }
  const lost = refuseTarget(target, ship, command);
  if (lost !== null || target === null) {
    return lost ?? refuse('not_found');
  }
  const choice = chooseWarp(state.warps, command, {
    ship: settleShip(ship, ctx.nowMs, state.here.type),
    here: state.here,
    target,
    moveCostBp: ctx.moveCostBp ?? WHOLE_BP,
  });
  if (isRefusal(choice)) {
    return choice;
  }
  return (
    checkToll(choice.warp, command.maxToll ?? 0n, state.credits) ??
    refuseIngress(choice, state.ingress) ??
    refuseCost(choice, command, state, ctx.nowMs) ??
    choice
  );
}

function departureOf({ ship, isInTransit, lastEngagementAtMs }: MoveState): DepartureState {
  return {
    status: ship?.status ?? null,
    isTowed: ship?.isTowed ?? false,
    isBuildingGate: ship?.isBuildingGate ?? false,
    isInTransit,
    lastEngagementAtMs,
  };
}

function refuseTarget(target: MoveTarget | null, ship: MovingShip, command: MoveCommand): Refusal | null {
  if (command.to === ship.sectorId) {
    return refuse('already_there');
  }
  return target === null ? refuse('not_found') : null;
}

function refuseIngress({ warp }: PricedWarp, ingress: Ingress): Refusal | null {
  return warp.kind === 'nexus_link' && ingress !== 'open' ? refuse(INGRESS_REFUSALS[ingress]) : null;
}

function refuseCost(
  { cost }: PricedWarp,
  { maxCost }: MoveCommand,
  { turns, turnCap, turnMultiplierBp }: MoveState,
  nowMs: number,
): Refusal | null {
  if (maxCost !== undefined && cost > maxCost) {
    return refuse('cost_changed', { cost });
  }
  return checkTurns(settleTurns(turns, nowMs, turnCap, turnMultiplierBp), cost, turnCap, turnMultiplierBp);
}
