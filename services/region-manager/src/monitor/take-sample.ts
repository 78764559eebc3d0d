import type { RegionDriver, ServerStats } from '../drivers/driver.ts';
import type { Probe } from '../operations/probe.ts';
import type { RegionRow, StoredSample } from '../store/region-row.ts';

/** What one look at a region showed. */
export interface Look {
  /** Null until two looks at the same run of its server: what was used is a difference. */
  readonly sample: StoredSample | null;
  readonly isHealthy: boolean;
  readonly playersOnline: number | null;
}

interface Mark extends ServerStats {
  readonly atMs: number;
}

const BYTES_PER_GB = 1024 ** 3;
const HEALTH_PATH = '/api/v1/status/health';

/** Looks at regions and remembers the counters of the last look. */
export const createSampler = (driver: RegionDriver, probe: Probe, clock: () => number) => {
  const marks = new Map<string, Mark>();

  return async (region: RegionRow): Promise<Look> => {
    const [stats, health, playersOnline] = await Promise.all([
      driver.stats(region.name),
      probe.status(region.name, HEALTH_PATH),
      probe.players(region.name),
    ]);
    const isHealthy = health === 200;
    const atMs = clock();
    const before = marks.get(region.name);
    if (stats === null) {
      marks.delete(region.name);
      return { sample: null, isHealthy, playersOnline };
    }
    marks.set(region.name, { ...stats, atMs });
    return { sample: compare(region, before, { ...stats, atMs }, isHealthy), isHealthy, playersOnline };
  };
};

export const compare = (
  region: Pick<RegionRow, 'cpuCores' | 'memoryGb'>,
  before: Mark | undefined,
  now: Mark,
  isHealthy: boolean,
): StoredSample | null => {
  if (before === undefined || before.run !== now.run || now.atMs <= before.atMs) return null;
  const cpuCores = Math.max(0, (now.cpuSeconds - before.cpuSeconds) / ((now.atMs - before.atMs) / 1000));
  return {
    sampledAt: new Date(now.atMs).toISOString(),
    cpuCores: round(cpuCores),
    cpuPct: round((100 * cpuCores) / region.cpuCores),
    memoryPct: round((100 * now.memoryBytes) / (region.memoryGb * BYTES_PER_GB)),
    memoryBytes: now.memoryBytes,
    isHealthy,
  };
};

const round = (value: number): number => Math.round(value * 100) / 100;
