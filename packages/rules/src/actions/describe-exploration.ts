import { checkHarvest, harvestCost, harvestKindOf } from '../harvest/check.ts';
import { NEBULA_FEE } from '../harvest/constants.ts';
import type { HarvestState } from '../harvest/types.ts';
import type { NamingState } from '../knowledge/sector-name.ts';
import { checkNamingRight } from '../knowledge/sector-name.ts';
import type { RecallState } from '../navigation/recall.ts';
import { checkRecall } from '../navigation/recall.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** `harvest` with its turns and, in a nebula, its fee. */
export function describeHarvest(state: HarvestState, nowMs: number): ActionDescriptor {
  const kind = harvestKindOf(state);
  const credits = kind === 'nebula' ? { credits: NEBULA_FEE } : {};
  const cost = kind === null ? {} : { turns: harvestCost(kind), ...credits };
  return describeAction('harvest', checkHarvest(state, nowMs), { cost });
}

/** `recall`: it takes long to earn back, so it is confirmed. */
export function describeRecall(state: RecallState, nowMs: number): ActionDescriptor {
  return describeAction('recall', checkRecall(state, nowMs), {
    cost: { turns: TURN_COSTS.emergency_recall },
    confirm: 'simple',
  });
}

/** `name_sector`: once, by its discoverer. */
export function describeNaming(state: NamingState): ActionDescriptor {
  return describeAction('name_sector', checkNamingRight(state), { confirm: 'simple' });
}
