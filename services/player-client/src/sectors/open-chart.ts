import { isProblem } from '@sw/api-client';
import type { ChartDisk } from './chart-disk.ts';
import type { RegionChart } from './merge-chart.ts';
import { mergeChart } from './merge-chart.ts';

/** Where charts come from. */
export interface ChartSource {
  full(regionName: string): Promise<RegionChart>;
  since(regionName: string, version: string): Promise<RegionChart>;
}

export interface OpenChartOptions {
  readonly source: ChartSource;
  readonly disk: ChartDisk;
  /** Null before it is known who plays: nothing is read from the disk then, or written to it. */
  readonly playerId: string | null;
  readonly regionName: string;
  /** What this page knows already. */
  readonly known: RegionChart | undefined;
  /** Told of a chart from the disk, to be shown until the server has answered. */
  readonly onKept: (chart: RegionChart) => void;
}

/**
 * A region's chart: from the disk at once, then what has changed since. The whole chart is loaded only where
 * there is none yet or the server no longer knows what has changed (`full_required`).
 */
export async function openChart(options: OpenChartOptions): Promise<RegionChart> {
  const { source, disk, playerId, regionName } = options;
  let before = options.known ?? null;
  if (before === null && playerId !== null) {
    before = await disk.read(playerId, regionName);
    if (before !== null) options.onKept(before);
  }
  const chart = before === null ? await source.full(regionName) : await refreshed(source, before);
  if (playerId !== null && chart.version !== before?.version) void disk.write(playerId, chart);
  return chart;
}

async function refreshed(source: ChartSource, before: RegionChart): Promise<RegionChart> {
  const { name } = before.region;
  try {
    const changes = await source.since(name, before.version);
    return changes.version === before.version ? before : mergeChart(before, changes);
  } catch (error) {
    if (isProblem(error, 'full_required')) return source.full(name);
    throw error;
  }
}
