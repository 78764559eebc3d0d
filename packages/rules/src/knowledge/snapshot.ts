import { STALE_AFTER_MS } from './constants.ts';

export type ForceBand = 'none' | 'light' | 'medium' | 'heavy';
export type TrafficBand = 'none' | 'some' | 'busy';

const LIGHT_FORCES = 10;
const MEDIUM_FORCES = 50;
const SOME_TRAFFIC = 3;

/** True when a snapshot is older than 24 h, or there is none (rule book, world 7.1). */
export function isStale(seenAtMs: number | null, nowMs: number): boolean {
  return seenAtMs === null || nowMs - seenAtMs > STALE_AFTER_MS;
}

/** What a scan tells of forces: light 1–10, medium 11–50, heavy from 51 (rule book, world 7.2). */
export function forceBand(count: number): ForceBand {
  if (count <= 0) {
    return 'none';
  }
  if (count <= LIGHT_FORCES) {
    return 'light';
  }
  return count <= MEDIUM_FORCES ? 'medium' : 'heavy';
}

/** What a scan tells of ships: some 1–3, busy from 4. */
export function trafficBand(count: number): TrafficBand {
  if (count <= 0) {
    return 'none';
  }
  return count <= SOME_TRAFFIC ? 'some' : 'busy';
}
