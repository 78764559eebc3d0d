/**
 * When a region gets more or less, and how much (rule book, platform 9.5). Pure: whatever it needs to remember is
 * given and answered, so that a manager that is started again goes on counting.
 */
export interface ScaleSituation {
  readonly sample: {
    readonly cpuPct: number;
    readonly memoryPct: number;
    readonly memoryBytes: number;
  };
  readonly now: Resources;
  readonly base: Resources;
  readonly max: Resources;
  /** What the hosts have left beside what this region holds already. */
  readonly free: Resources;
  readonly counts: Counts;
  readonly thresholds: Thresholds;
  /** Null when it was never scaled. */
  readonly sinceScaledMs: number | null;
}

interface Resources {
  readonly cpuCores: number;
  readonly memoryGb: number;
}

/** Samples in a row, this one not counted yet. */
export interface Counts {
  readonly cpuHigh: number;
  readonly memoryHigh: number;
  readonly lowSamples: number;
}

export interface Thresholds {
  readonly upCpuPct: number;
  readonly upMemoryPct: number;
  readonly downCpuPct: number;
  readonly downMemoryPct: number;
}

export interface ScaleDecision {
  readonly counts: Counts;
  readonly action:
    | { readonly kind: 'none' | 'at_cap' | 'no_room' }
    | { readonly kind: 'up' | 'down'; readonly to: Resources };
}

const HIGH_SAMPLES = 2;
const LOW_SAMPLES = 20;
const UP_COOL_DOWN_MS = 5 * 60_000;
const DOWN_COOL_DOWN_MS = 30 * 60_000;
const CPU_FACTOR = 1.5;
const MEMORY_FACTOR = 1.3;
/** Memory in use times this must still fit after shrinking. */
const HEADROOM = 1.3;
const BYTES_PER_GB = 1024 ** 3;

/** Halves of a core, up; a hair of floating point below a half step is that half step. */
const ceilHalf = (cores: number): number => Math.ceil(cores * 2 - 1e-9) / 2;
const floorHalf = (cores: number): number => Math.floor(cores * 2 + 1e-9) / 2;
const ceilGb = (gb: number): number => Math.ceil(gb - 1e-9);
const floorGb = (gb: number): number => Math.floor(gb + 1e-9);

export const decideScale = (situation: ScaleSituation): ScaleDecision => {
  const counts = count(situation);
  const isCpuHigh = counts.cpuHigh >= HIGH_SAMPLES;
  const isMemoryHigh = counts.memoryHigh >= HIGH_SAMPLES;
  const { sinceScaledMs } = situation;
  const isCool = (ms: number): boolean => sinceScaledMs === null || sinceScaledMs >= ms;
  if (isCpuHigh || isMemoryHigh) {
    return { counts, action: isCool(UP_COOL_DOWN_MS) ? grow(situation, isCpuHigh, isMemoryHigh) : NONE };
  }
  if (counts.lowSamples >= LOW_SAMPLES && isCool(DOWN_COOL_DOWN_MS)) {
    return { counts, action: shrink(situation) };
  }
  return { counts, action: NONE };
};

const NONE = { kind: 'none' } as const;

const count = ({ sample, counts, thresholds }: ScaleSituation): Counts => {
  const isLow = sample.cpuPct < thresholds.downCpuPct && sample.memoryPct < thresholds.downMemoryPct;
  return {
    cpuHigh: sample.cpuPct > thresholds.upCpuPct ? counts.cpuHigh + 1 : 0,
    memoryHigh: sample.memoryPct > thresholds.upMemoryPct ? counts.memoryHigh + 1 : 0,
    lowSamples: isLow ? counts.lowSamples + 1 : 0,
  };
};

/** Only what was short grows; each of the two as far as cap and hosts let it. */
const grow = (
  { now, max, free }: ScaleSituation,
  isCpuHigh: boolean,
  isMemoryHigh: boolean,
): ScaleDecision['action'] => {
  const wanted = {
    cpuCores: isCpuHigh ? Math.min(max.cpuCores, ceilHalf(now.cpuCores * CPU_FACTOR)) : now.cpuCores,
    memoryGb: isMemoryHigh ? Math.min(max.memoryGb, ceilGb(now.memoryGb * MEMORY_FACTOR)) : now.memoryGb,
  };
  if (wanted.cpuCores <= now.cpuCores && wanted.memoryGb <= now.memoryGb) return { kind: 'at_cap' };
  // Whoever is at the cap already keeps what it has.
  const to = {
    cpuCores: Math.max(now.cpuCores, Math.min(wanted.cpuCores, floorHalf(now.cpuCores + free.cpuCores))),
    memoryGb: Math.max(now.memoryGb, Math.min(wanted.memoryGb, floorGb(now.memoryGb + free.memoryGb))),
  };
  return to.cpuCores === now.cpuCores && to.memoryGb === now.memoryGb
    ? { kind: 'no_room' }
    : { kind: 'up', to };
};

const shrink = ({ now, base, sample }: ScaleSituation): ScaleDecision['action'] => {
  const needed = ceilGb((sample.memoryBytes * HEADROOM) / BYTES_PER_GB);
  const to = {
    cpuCores: Math.min(now.cpuCores, Math.max(base.cpuCores, floorHalf(now.cpuCores / CPU_FACTOR))),
    memoryGb: Math.min(now.memoryGb, Math.max(base.memoryGb, needed, floorGb(now.memoryGb / MEMORY_FACTOR))),
  };
  return to.cpuCores === now.cpuCores && to.memoryGb === now.memoryGb ? NONE : { kind: 'down', to };
};
