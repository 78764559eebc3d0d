import { SHIELD_PAUSE_AFTER_COMBAT_MS } from './constants.ts';
import type { ShieldState } from './types.ts';

const UNITS_PER_POINT = 60_000;

/** What shield regeneration depends on. */
export interface ShieldContext {
  readonly maxShields: number;
  readonly regenPerMin: number;
  readonly lastCombatAtMs: number | null;
  /** False where shields do not regenerate: in a radiation zone (rule book, world 3.1). */
  readonly regenerates: boolean;
}

/**
 * Brings shields to `nowMs` (rule book, ships-combat 4): regen points a minute, counted from the later of the anchor
 * and a minute after the last combat. Exact under any splitting of time; settle before any of the context changes.
 */
export function settleShields(state: ShieldState, nowMs: number, context: ShieldContext): ShieldState {
  const peace = context.lastCombatAtMs === null ? 0 : context.lastCombatAtMs + SHIELD_PAUSE_AFTER_COMBAT_MS;
  const elapsed = context.regenerates ? Math.max(0, nowMs - Math.max(state.shieldsAtMs, peace)) : 0;
  const total = state.shieldsAcc + elapsed * context.regenPerMin;
  const points = Math.floor(total / UNITS_PER_POINT);
  return {
    // Shields above the maximum (a removed module) are kept, never cut by time.
    shields: Math.max(state.shields, Math.min(context.maxShields, state.shields + points)),
    shieldsAtMs: Math.max(state.shieldsAtMs, nowMs),
    shieldsAcc: total % UNITS_PER_POINT,
  };
}
