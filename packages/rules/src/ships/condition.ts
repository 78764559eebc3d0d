import type { RandomStream } from '../random/index.ts';
import { MAINTENANCE_PERCENT_PER_LEVEL } from './constants.ts';
import type { ConditionState, ShipFault } from './types.ts';

const UNITS_PER_MILLI = 8_640_000;
const PERMILLE = 1000;

/** A band of wear and what it does (rule book, ships-combat 4). */
export interface ConditionBand {
  readonly key: 'pristine' | 'good' | 'worn' | 'degraded' | 'failing' | 'critical';
  /** Lowest condition of the band. */
  readonly fromMilli: number;
  readonly damagePercent: number;
  readonly extraTurns: number;
  readonly faultPermille: number;
  readonly fault: ShipFault;
  /** Share of the maximum hull a fault costs, in percent. */
  readonly faultHullPercent: number;
}

const SOUND = { extraTurns: 0, faultPermille: 0, fault: 'none', faultHullPercent: 0 } as const;

/** The bands from best to worst. */
export const CONDITION_BANDS: readonly ConditionBand[] = [
  { key: 'pristine', fromMilli: 90_000, damagePercent: 105, ...SOUND },
  { key: 'good', fromMilli: 75_000, damagePercent: 100, ...SOUND },
  { key: 'worn', fromMilli: 50_000, damagePercent: 95, ...SOUND },
  { key: 'degraded', fromMilli: 25_000, damagePercent: 80, ...SOUND, faultPermille: 50, fault: 'scanner' },
  {
    key: 'failing',
    fromMilli: 10_000,
    damagePercent: 60,
    extraTurns: 1,
    faultPermille: 150,
    fault: 'engine',
    faultHullPercent: 0,
  },
  {
    key: 'critical',
    fromMilli: 0,
    damagePercent: 40,
    extraTurns: 1,
    faultPermille: 300,
    fault: 'engine',
    faultHullPercent: 10,
  },
];

/** The band a condition falls into. */
export function conditionBandOf(conditionMilli: number): ConditionBand {
  return (
    CONDITION_BANDS.find(({ fromMilli }) => conditionMilli >= fromMilli) ??
    (CONDITION_BANDS.at(-1) as ConditionBand)
  );
}

/** What wear depends on. */
export interface ConditionContext {
  readonly decayPercent: number;
  readonly maintenanceLevel: number;
  /** Docked without a pilot: half the wear. */
  readonly isParked: boolean;
}

/**
 * Brings condition to `nowMs` (rule book, ships-combat 4), never below 0. Milliseconds are counted, so the result is
 * exact under any splitting of time; settle before any of the context changes.
 */
export function settleCondition(
  state: ConditionState,
  nowMs: number,
  context: ConditionContext,
): ConditionState {
  const elapsed = Math.max(0, nowMs - state.conditionAtMs);
  // The factor is a multiple of ten, so halving it for a parked ship stays whole.
  const factor = 100 - MAINTENANCE_PERCENT_PER_LEVEL * context.maintenanceLevel;
  const rate = context.decayPercent * (context.isParked ? factor / 2 : factor);
  const total = state.conditionAcc + elapsed * rate;
  const lost = Math.floor(total / UNITS_PER_MILLI);
  return {
    conditionMilli: Math.max(0, state.conditionMilli - lost),
    conditionAtMs: Math.max(state.conditionAtMs, nowMs),
    conditionAcc: total % UNITS_PER_MILLI,
  };
}

/** What a warp did to a worn ship. */
export interface FaultRoll {
  readonly fault: ShipFault;
  readonly hullLost: number;
}

/**
 * The fault roll of one warp (rule book, ships-combat 4): one draw for a degraded or worse ship, none otherwise.
 * An engine fault outranks a scanner fault; a critical fault also costs 10 % of the maximum hull (the caller keeps 1).
 */
export function rollFault(
  conditionMilli: number,
  present: ShipFault,
  maxHull: number,
  random: RandomStream,
): FaultRoll {
  const { faultPermille, fault, faultHullPercent } = conditionBandOf(conditionMilli);
  if (faultPermille === 0 || random.roll(PERMILLE) >= faultPermille) {
    return { fault: present, hullLost: 0 };
  }
  const hullLost = Math.floor((maxHull * faultHullPercent) / 100);
  return { fault: present === 'engine' ? 'engine' : fault, hullLost };
}
