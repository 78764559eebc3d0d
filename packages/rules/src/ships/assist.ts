import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { FleetShip } from './fleet-types.ts';
import { checkOpenSpace } from './open-space.ts';
import type { ShipTypeKey } from './types.ts';

/** So long the next rescue of a pod that was assisted costs nothing (rule book, ships-combat 7). */
export const ASSIST_LASTS_MS = 24 * 3_600_000;

/** Personal reputation for assisting a pod (society 4.2): so many times a UTC day, once in a week for the same pilot. */
export const ASSIST_REPUTATION = 15;
export const ASSISTS_REWARDED_A_DAY = 3;
export const ASSIST_SAME_PILOT_MS = 7 * 86_400_000;

/** The pilot who is to be assisted, as he is met. */
export interface CastawayPilot {
  readonly shipType: ShipTypeKey;
  readonly status: 'docked' | 'in_space' | 'landed';
  /** His setting. */
  readonly acceptsRescue: boolean;
  /** Until when his next rescue is free already; null for never assisted, or used up. */
  readonly assistedUntilMs: number | null;
}

/**
 * Refuses to assist a pod: what `checkOpenSpace` refuses the helper, `not_in_pod`, `not_eligible` `{why}` for a pod that
 * is sheltered, or whose pilot wants no help or has had it. The last two answer alike: a setting is nobody else's.
 */
export function checkAssist(
  pilot: Pick<FleetShip, 'build' | 'status'>,
  castaway: CastawayPilot,
  nowMs: number,
): Refusal | null {
  const stuck = checkOpenSpace(pilot);
  if (stuck !== null) {
    return stuck;
  }
  if (castaway.shipType !== 'escape_pod') {
    return refuse('not_in_pod');
  }
  if (castaway.status !== 'in_space') {
    return refuse('not_eligible', { why: 'sheltered' });
  }
  return !castaway.acceptsRescue || hasFreeRescue(castaway.assistedUntilMs, nowMs)
    ? refuse('not_eligible', { why: 'no_help' })
    : null;
}

/** Whether the next rescue costs nothing because somebody assisted within a day. */
export function hasFreeRescue(assistedUntilMs: number | null, nowMs: number): boolean {
  return assistedUntilMs !== null && nowMs < assistedUntilMs;
}

/** What a helper was rewarded for lately. */
export interface RewardedAssists {
  /** Since the UTC day began. */
  readonly today: number;
  /** The last time for this pilot; null for never. */
  readonly samePilotAtMs: number | null;
}

/** What an assistance leaves. */
export interface Assisted {
  readonly untilMs: number;
  /** Points of personal reputation; 0 beyond the limits, which keep nobody from helping. */
  readonly reputation: number;
}

/** Assists a pod: its next rescue is free for a day, and the helper is better thought of within the limits. */
export function applyAssist({ today, samePilotAtMs }: RewardedAssists, nowMs: number): Assisted {
  const isRewarded =
    today < ASSISTS_REWARDED_A_DAY &&
    (samePilotAtMs === null || nowMs >= samePilotAtMs + ASSIST_SAME_PILOT_MS);
  return { untilMs: nowMs + ASSIST_LASTS_MS, reputation: isRewarded ? ASSIST_REPUTATION : 0 };
}
