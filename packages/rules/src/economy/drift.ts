import { hmacSha256, utf8 } from '../random/index.ts';
import type { CommodityKey } from './commodities.ts';
import { commodityOf } from './commodities.ts';
import { DRIFT_DECAY_PERCENT, MAX_DRIFT_BP, MAX_DRIFT_HOURS } from './constants.ts';

const HOUR_MS = 3_600_000;
const TWO_POW_32 = 0x1_0000_0000;

/** Whose drift it is. */
export interface DriftSubject {
  readonly stationId: string;
  readonly commodity: CommodityKey;
  /** The server's secret: without it nobody can tell tomorrow's price. */
  readonly secret: Uint8Array;
}

/** Whole hours since 1970. */
export function hourIndexOf(ms: number): number {
  return Math.floor(ms / HOUR_MS);
}

/** The random step of one hour: an integer −σ..σ from HMAC-SHA256(secret, station|commodity|hour). */
export function driftStep({ stationId, commodity, secret }: DriftSubject, hour: number): number {
  const { volatilityBp } = commodityOf(commodity);
  const digest = hmacSha256(secret, utf8(`${stationId}|${commodity}|${hour}`));
  const draw = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  return Math.floor((draw * (2 * volatilityBp + 1)) / TWO_POW_32) - volatilityBp;
}

/** One hour: 97 % of the drift, truncated, plus the step, within ±1000 bp. */
export function nextDrift(driftBp: number, step: number): number {
  const decayed = Math.trunc((driftBp * DRIFT_DECAY_PERCENT) / 100);
  return Math.min(MAX_DRIFT_BP, Math.max(-MAX_DRIFT_BP, decayed + step));
}

/**
 * Brings a drift from one hour to another (rule book, economy 3.1), at most the last 336 hours. The same for whoever
 * looks and however often; unpredictable without the secret.
 */
export function settleDrift(
  driftBp: number,
  fromHour: number,
  toHour: number,
  subject: DriftSubject,
): number {
  let drift = driftBp;
  for (let hour = Math.max(fromHour, toHour - MAX_DRIFT_HOURS) + 1; hour <= toHour; hour++) {
    drift = nextDrift(drift, driftStep(subject, hour));
  }
  return drift;
}
