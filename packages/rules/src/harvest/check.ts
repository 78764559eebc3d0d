import { cargoFree } from '../economy/cargo.ts';
import { checkDeparture } from '../navigation/check-departure.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkTurns } from '../turns/check.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { settleTurns } from '../turns/settle.ts';
import { NEBULA_FEE } from './constants.ts';
import { settleReserve } from './reserve.ts';
import type { HarvestKind, HarvestState } from './types.ts';

/** What there is to harvest in a sector; null where there is nothing. */
export function harvestKindOf({
  here,
  richness,
}: Pick<HarvestState, 'here' | 'richness'>): HarvestKind | null {
  if (here.type === 'nebula') {
    return 'nebula';
  }
  return here.type === 'asteroid_field' && richness > 0 ? 'asteroid' : null;
}

/** Turns of a harvest. */
export function harvestCost(kind: HarvestKind): number {
  return kind === 'asteroid' ? TURN_COSTS.harvest_asteroid : TURN_COSTS.harvest_nebula;
}

/**
 * Refuses a harvest (rule book, world 3.3), always without charge: what keeps a ship from moving, `nothing_to_harvest`,
 * `equipment_missing` `{item}` and `cooldown` `{until}` in nebulae, `cargo_full` and `depleted` in asteroid fields,
 * `insufficient_turns`, `insufficient_credits` `{need}`.
 */
export function checkHarvest(state: HarvestState, nowMs: number): Refusal | null {
  const kind = harvestKindOf(state);
  const { turnCap, turnMultiplierBp } = state;
  const turns = settleTurns(state.turns, nowMs, turnCap, turnMultiplierBp);
  const refusal = checkDeparture(state, nowMs);
  if (refusal !== null) {
    return refusal;
  }
  if (kind === null) {
    return refuse('nothing_to_harvest');
  }
  return (
    (kind === 'nebula' ? refuseNebula(state, nowMs) : refuseAsteroid(state, nowMs)) ??
    checkTurns(turns, harvestCost(kind), turnCap, turnMultiplierBp) ??
    (kind === 'nebula' && state.credits < NEBULA_FEE
      ? refuse('insufficient_credits', { need: NEBULA_FEE, have: state.credits })
      : null)
  );
}

function refuseNebula({ hasQuantumHarvester, cooldownUntilMs }: HarvestState, nowMs: number): Refusal | null {
  if (!hasQuantumHarvester) {
    return refuse('equipment_missing', { item: 'quantum_harvester' });
  }
  return cooldownUntilMs !== null && cooldownUntilMs > nowMs
    ? refuse('cooldown', { until: cooldownUntilMs })
    : null;
}

function refuseAsteroid({ hold, reserve }: HarvestState, nowMs: number): Refusal | null {
  if (cargoFree(hold) < 1) {
    return refuse('cargo_full');
  }
  return settleReserve(reserve, nowMs).amount < 1 ? refuse('depleted') : null;
}
