import { rankOf } from '../player/ranks.ts';
import { reputationTierOf, standingTierOf } from '../player/tiers.ts';
import type { Facility } from '../universe/types.ts';
import {
  HALF_SPREAD_BP,
  MAX_ADVANTAGE_BP,
  MAX_MEDAL_ADVANTAGE_BP,
  MIN_ADVANTAGE_BP,
  SILVER_TONGUE_BP,
  TRADE_DOCK_HALF_SPREAD_BP,
  TRADE_DOCK_MAX_ADVANTAGE_BP,
} from './constants.ts';
import type { Advantage, AdvantageInput, AdvantageSource } from './types.ts';

/** Half of the spread at a facility. */
export function halfSpreadBpAt(facility: Facility): number {
  return facility === 'tradedock' ? TRADE_DOCK_HALF_SPREAD_BP : HALF_SPREAD_BP;
}

/** The most a player's advantage can be at a facility; always below `halfSpreadBpAt`. */
export function maxAdvantageBpAt(facility: Facility): number {
  return facility === 'tradedock' ? TRADE_DOCK_MAX_ADVANTAGE_BP : MAX_ADVANTAGE_BP;
}

/** The price advantage of a player at a facility (rule book, economy 3.3): the sum of its sources, clamped. */
export function advantage(input: AdvantageInput, facility: Facility): Advantage {
  const sources: readonly (readonly [AdvantageSource, number])[] = [
    ['rank', rankOf(input.rankLevel).advantageBp],
    ['standing', input.standing === null ? 0 : standingTierOf(input.standing).advantageBp],
    ['reputation', reputationTierOf(input.personalReputation).advantageBp],
    ['medals', Math.min(MAX_MEDAL_ADVANTAGE_BP, input.medalBp ?? 0)],
    ['silver_tongue', input.hasSilverTongue === true ? SILVER_TONGUE_BP : 0],
    ['trade_treaty', input.treatyBp ?? 0],
    ['haggle', input.haggleBp ?? 0],
  ];
  const sum = sources.reduce((total, [, bp]) => total + bp, 0);
  return {
    advantageBp: Math.max(MIN_ADVANTAGE_BP, Math.min(maxAdvantageBpAt(facility), sum)),
    breakdown: sources.filter(([, bp]) => bp !== 0).map(([source, bp]) => ({ source, bp })),
  };
}
