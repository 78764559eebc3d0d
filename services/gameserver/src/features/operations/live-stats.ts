import type { LiveStats } from '@sw/contracts/admin';
import { HTTP_BUCKETS_S } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
import type { Buckets } from './histogram.ts';
import { addBuckets, quantile } from './histogram.ts';
import { SAMPLE_MS, SILENT_MS } from './process-sampler.ts';
import type { ProcessSample } from './samples.repository.ts';
import { countOnline, findSamples } from './samples.repository.ts';

/** Requests are looked at over this span: one slot alone jumps. */
const WINDOW_MS = 60_000;
const MS = 1000;
const PPM = 1_000_000;

/** What the fleet measured in a span: counts are added, states taken from the latest word of each process. */
export const summarize = (samples: readonly ProcessSample[], spanMs: number) => {
  const latest = new Map(samples.map((sample) => [sample.processId, sample]));
  const states = [...latest.values()];
  const sum = (of: (sample: ProcessSample) => number, among: readonly ProcessSample[]): number =>
    among.reduce((total, sample) => total + of(sample), 0);
  const requests = sum((sample) => sample.requests, samples);
  const errors = sum((sample) => sample.errors, samples);
  const buckets = samples.reduce<Buckets>((all, sample) => addBuckets(all, sample.buckets), []);
  const at = (share: number): number | null => {
    const seconds = quantile(HTTP_BUCKETS_S, buckets, share);
    return seconds === null ? null : Math.round(seconds * MS * 10) / 10;
  };
  return {
    processes: states.length,
    sockets: {
      player: sum((sample) => sample.playerSockets, states),
      admin: sum((sample) => sample.adminSockets, states),
    },
    requestsPerS: Math.round((requests / (spanMs / MS)) * 10) / 10,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    errorPpm: requests === 0 ? null : Math.round((errors / requests) * PPM),
    poolInUse: sum((sample) => sample.poolInUse, states),
    poolSize: sum((sample) => sample.poolSize, states),
    eventLoopLagMs: Math.round(Math.max(0, ...states.map((sample) => sample.eventLoopLagMs)) * 10) / 10,
    outboxLagS: states.length === 0 ? null : Math.max(...states.map((sample) => sample.outboxLagS)),
  };
};

/** What changes from second to second; null before any process has measured anything. */
export const readLiveStats = async (deps: Deps, nowMs: number): Promise<LiveStats | null> => {
  const [samples, online] = await Promise.all([
    findSamples(deps.db.sql, new Date(nowMs - SILENT_MS - SAMPLE_MS)),
    countOnline(deps.db.sql),
  ]);
  const recent = samples.filter(({ slot }) => slot.getTime() >= nowMs - WINDOW_MS - SAMPLE_MS);
  if (recent.length === 0) return null;
  const spanMs = Math.max(SAMPLE_MS, nowMs - Math.min(...recent.map(({ slot }) => slot.getTime())));
  return { at: toMoment(nowMs), playersOnline: online[0]?.online ?? null, ...summarize(recent, spanMs) };
};
