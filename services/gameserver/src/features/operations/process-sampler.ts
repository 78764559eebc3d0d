import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from '@sw/db';
import type { Logger, Metrics } from '@sw/service-kit';
import { HTTP_BUCKETS_S } from '@sw/service-kit';
import type { Clock } from '../../platform/clock.ts';
import type { Hub } from '../../realtime/hub.ts';
import { forgetProcess, insertSample, sweepSamples } from './samples.repository.ts';

export interface ProcessSamplerOptions {
  readonly db: Database;
  readonly processId: string;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly hub: Pick<Hub, 'connections' | 'roomCount'>;
  readonly logger: Logger;
}

export interface ProcessSampler {
  /** Writes down what was measured since the last time. */
  sample(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export const SAMPLE_MS = 10_000;
const KEPT_MS = 3_600_000;
/** A process that has not measured for this long is gone. */
export const SILENT_MS = 60_000;
const NANOSECONDS_PER_MS = 1e6;
const LAG_RESOLUTION_MS = 20;

interface Totals {
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
}

const NONE: Totals = { requests: 0, errors: 0, buckets: HTTP_BUCKETS_S.map(() => 0).concat(0) };

/** Sums the counters of all routes; buckets of the registry count everything below, ours only what lies between. */
const readTotals = async ({ http }: Metrics): Promise<Totals> => {
  const [requests, durations] = await Promise.all([http.requests.get(), http.durationSeconds.get()]);
  let errors = 0;
  let all = 0;
  for (const { labels, value } of requests.values) {
    all += value;
    if (String(labels.status).startsWith('5')) errors += value;
  }
  const below = new Map<number, number>();
  for (const { labels, value, metricName } of durations.values) {
    if (metricName?.endsWith('_bucket') !== true) continue;
    const { le } = labels as { readonly le?: number | string };
    const bound = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
    below.set(bound, (below.get(bound) ?? 0) + value);
  }
  let previous = 0;
  const buckets = [...HTTP_BUCKETS_S, Number.POSITIVE_INFINITY].map((bound) => {
    const upTo = below.get(bound) ?? previous;
    const count = upTo - previous;
    previous = upTo;
    return count;
  });
  return { requests: all, errors, buckets };
};

/** Measures this process every ten seconds, so that one console can show the whole fleet. */
export const createProcessSampler = (options: ProcessSamplerOptions): ProcessSampler => {
  const { db, processId, clock, metrics, hub, logger } = options;
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  let before = NONE;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  const worstLagMs = (): number => {
    const worst = lag.max / NANOSECONDS_PER_MS - LAG_RESOLUTION_MS;
    lag.reset();
    return Number.isFinite(worst) ? Math.max(0, worst) : 0;
  };

  const sample = async (): Promise<void> => {
    const nowMs = clock();
    const totals = await readTotals(metrics);
    const outbox = await metrics.outbox.lagSeconds.get();
    const pool = db.stats();
    const owners = [...hub.connections()].map(({ owner }) => owner.audience);
    const adminSockets = owners.filter((audience) => audience === 'admin').length;
    await db.write((sql) => [
      insertSample(sql, {
        processId,
        slot: new Date(nowMs - (nowMs % SAMPLE_MS)),
        requests: totals.requests - before.requests,
        errors: totals.errors - before.errors,
        buckets: totals.buckets.map((count, index) => count - (before.buckets[index] ?? 0)),
        playerSockets: owners.length - adminSockets,
        adminSockets,
        rooms: hub.roomCount(),
        poolInUse: pool.inUse,
        poolSize: pool.size,
        eventLoopLagMs: worstLagMs(),
        memoryBytes: process.memoryUsage.rss(),
        outboxLagS: outbox.values[0]?.value ?? 0,
      }),
      sweepSamples(sql, new Date(nowMs - KEPT_MS), new Date(nowMs - SILENT_MS)),
    ]);
    before = totals;
  };

  return {
    sample,
    start: () => {
      lag.enable();
      timer = setInterval(() => {
        round = sample().catch((error: unknown) => logger.warn({ err: error }, 'operations.sample_failed'));
      }, SAMPLE_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      lag.disable();
      await round;
      await db.write((sql) => forgetProcess(sql, processId));
    },
  };
};
