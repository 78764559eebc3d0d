import type { RegionChart } from '../../../sectors/merge-chart.ts';

export interface TestSector {
  readonly at: readonly [number, number];
  readonly level?: number;
  readonly zone?: number;
  readonly flags?: number;
  readonly tradeCode?: number;
  readonly type?: number;
  readonly name?: string;
  readonly seenAt?: number;
}

/** A chart of sectors numbered from 1 with warps as from, to, kind, one-way; ids begin at 10,001. */
export function testChart(sectors: readonly TestSector[], edges: readonly number[] = []): RegionChart {
  const column = (value: (sector: TestSector) => number | undefined): number[] =>
    sectors.map((sector) => value(sector) ?? 0);
  return {
    version: '1',
    region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
    n: sectors.map((_, row) => row + 1),
    id0: 10_001,
    x: column(({ at }) => at[0]),
    y: column(({ at }) => at[1]),
    z: column(() => 0),
    level: column(({ level = 3 }) => level),
    type: column(({ type }) => type),
    zone: column(({ zone }) => zone),
    cluster: column(() => 0),
    flags: column(({ flags }) => flags),
    seenAt: column(({ seenAt }) => seenAt),
    tradeCode: column(({ tradeCode = -1 }) => tradeCode),
    names: Object.fromEntries(
      sectors.flatMap(({ name }, row) => (name === undefined ? [] : [[String(row + 1), name]])),
    ),
    edges: [...edges],
    clusters: [],
    nebulae: [],
  };
}
