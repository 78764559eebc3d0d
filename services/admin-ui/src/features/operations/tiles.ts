import type { OperationsOverview } from '@sw/contracts/admin';
import type { TextKey } from '@sw/i18n';

export type TileTone = 'calm' | 'watch' | 'alarm';

/** One figure of the dashboard. `value` null: its source said nothing, which is not 0. */
export interface Tile {
  readonly id: string;
  readonly name: Extract<TextKey<'operations'>, `tile.${string}`>;
  readonly value: number | null;
  readonly unit: 'count' | 'rate' | 'ms' | 's' | 'ppm' | 'bytes' | 'share' | 'credits';
  /** A second figure that belongs to it: of how many. */
  readonly of?: number;
  readonly tone: TileTone;
  /** Metric of its sparkline. */
  readonly metric?: string;
}

/** Where a figure begins to need somebody (rule book, platform 12.4: the alerts of monitoring). */
const LIMITS = {
  p95Ms: [400, 750],
  errorPpm: [5_000, 20_000],
  outboxLagS: [2, 10],
  jobLagS: [60, 180],
  eventLoopLagMs: [100, 200],
  poolPercent: [60, 85],
} as const;

const toneOf = (value: number | null, [watch, alarm]: readonly [number, number]): TileTone =>
  value === null || value < watch ? 'calm' : value < alarm ? 'watch' : 'alarm';

/** The tiles of the dashboard in their order. */
export const tilesOf = (overview: OperationsOverview): readonly Tile[] => {
  const { live, players, database, jobs, regions, credits } = overview;
  const poolPercent =
    live === null || live.poolSize === 0 ? null : Math.round((live.poolInUse / live.poolSize) * 100);
  const net = credits === null ? null : credits.created - credits.destroyed;
  const count = (
    id: string,
    name: Tile['name'],
    value: number | null | undefined,
    metric?: string,
  ): Tile => ({
    id,
    name,
    value: value ?? null,
    unit: 'count',
    tone: 'calm',
    ...(metric === undefined ? {} : { metric }),
  });
  return [
    count('online', 'tile.online', live?.playersOnline, 'players.online'),
    {
      ...count('new', 'tile.new', players?.newToday, 'players.new'),
      ...(players ? { of: players.new7d } : {}),
    },
    { ...count('active', 'tile.active', players?.activeToday), ...(players ? { of: players.active7d } : {}) },
    {
      ...count('requests', 'tile.requests', live?.requestsPerS, 'http.requests'),
      unit: 'rate',
    },
    { ...count('p50', 'tile.p50', live?.p50Ms), unit: 'ms' },
    {
      ...count('p95', 'tile.p95', live?.p95Ms, 'http.p95_ms'),
      unit: 'ms',
      tone: toneOf(live?.p95Ms ?? null, LIMITS.p95Ms),
    },
    { ...count('p99', 'tile.p99', live?.p99Ms), unit: 'ms' },
    {
      ...count('errors', 'tile.errors', live?.errorPpm, 'http.error_ppm'),
      unit: 'ppm',
      tone: toneOf(live?.errorPpm ?? null, LIMITS.errorPpm),
    },
    {
      ...count('sockets', 'tile.sockets', live?.sockets.player, 'sockets.players'),
      ...(live ? { of: live.sockets.admin } : {}),
    },
    {
      ...count('pool', 'tile.pool', poolPercent),
      unit: 'share',
      tone: toneOf(poolPercent, LIMITS.poolPercent),
    },
    { ...count('size', 'tile.size', database?.sizeBytes, 'database.bytes'), unit: 'bytes' },
    {
      ...count('outbox', 'tile.outbox', live?.outboxLagS),
      unit: 's',
      tone: toneOf(live?.outboxLagS ?? null, LIMITS.outboxLagS),
    },
    {
      ...count('jobs', 'tile.jobs', jobs?.lagS),
      unit: 's',
      tone: toneOf(jobs?.lagS ?? null, LIMITS.jobLagS),
    },
    {
      ...count('loop', 'tile.loop', live?.eventLoopLagMs),
      unit: 'ms',
      tone: toneOf(live?.eventLoopLagMs ?? null, LIMITS.eventLoopLagMs),
    },
    {
      ...count('regions', 'tile.regions', regions?.up),
      ...(regions ? { of: regions.total } : {}),
      tone: regions !== null && regions.up < regions.total ? 'watch' : 'calm',
    },
    { ...count('credits', 'tile.credits', net, 'credits.created'), unit: 'credits' },
  ];
};
