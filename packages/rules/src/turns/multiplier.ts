import {
  ARIA_TRUST_MULTIPLIER_BP,
  MAX_MEDAL_TURN_BP,
  MAX_TURN_MULTIPLIER_BP,
  MIN_TURN_MULTIPLIER_BP,
} from './constants.ts';
import type { TurnMultiplierSources } from './types.ts';

const WHOLE_BP = 10_000;

/**
 * The regeneration multiplier in basis points: ARIA trust plus medals (at most 500), times the event, floored and
 * clamped to 10,000..15,000 (rule book, README 7.2). It multiplies the rate, never the cap.
 */
export function turnMultiplierBp({
  ariaTrustLevel,
  medalBp = 0,
  eventBp = WHOLE_BP,
}: TurnMultiplierSources): number {
  const trust = ARIA_TRUST_MULTIPLIER_BP[ariaTrustLevel - 1] ?? MIN_TURN_MULTIPLIER_BP;
  const product = Math.floor(((trust + Math.min(medalBp, MAX_MEDAL_TURN_BP)) * eventBp) / WHOLE_BP);
  return Math.min(MAX_TURN_MULTIPLIER_BP, Math.max(MIN_TURN_MULTIPLIER_BP, product));
}
