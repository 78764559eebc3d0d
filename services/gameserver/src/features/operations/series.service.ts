import type { SeriesReply } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
import { findPoints } from './metric-points.repository.ts';

const HOUR_S = 3_600;
const RANGES = {
  '24h': { spanS: 24 * HOUR_S, stepS: 300 },
  '7d': { spanS: 7 * 24 * HOUR_S, stepS: HOUR_S },
  '30d': { spanS: 30 * 24 * HOUR_S, stepS: 6 * HOUR_S },
} as const;

/** Metrics over time on one axis; slots nobody measured are null, and the present one is not over yet. */
export const readSeries = async (
  deps: Deps,
  metrics: readonly string[],
  range: keyof typeof RANGES,
  nowMs: number,
): Promise<SeriesReply> => {
  const { spanS, stepS } = RANGES[range];
  const stepMs = stepS * 1000;
  const endMs = nowMs - (nowMs % stepMs);
  const sinceMs = endMs - spanS * 1000;
  const names = metrics.filter((metric) => !metric.endsWith(':'));
  const prefixes = metrics.filter((metric) => metric.endsWith(':'));
  const points = await findPoints(deps.db.sql, names, prefixes, { since: new Date(sinceMs), stepS });
  const count = spanS / stepS;
  const byMetric = new Map<string, (number | null)[]>(names.map((name) => [name, Array(count).fill(null)]));
  for (const { metric, slot, value } of points) {
    const index = (slot.getTime() - sinceMs) / stepMs;
    if (index < 0 || index >= count) continue;
    const values = byMetric.get(metric) ?? (Array(count).fill(null) as (number | null)[]);
    values[index] = value;
    byMetric.set(metric, values);
  }
  return {
    stepS,
    slots: Array.from({ length: count }, (_, index) => toMoment(sinceMs + index * stepMs)),
    series: [...byMetric].map(([metric, values]) => ({ metric, values })),
  };
};
