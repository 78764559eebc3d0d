import type { ChartModel } from '../../sectors/chart-model.ts';
import type { Zone } from './zone-field.ts';
import { ZONES } from './zone-field.ts';

export const COLUMNS = ['number', 'name', 'zone', 'level', 'hops', 'warps', 'seen'] as const;
export type Column = (typeof COLUMNS)[number];

export interface SectorRow {
  readonly row: number;
  readonly number: number;
  readonly name: string | null;
  readonly zone: Zone;
  readonly level: 1 | 2 | 3;
  /** Over known warps from the ship; null where none lead there. */
  readonly hops: number | null;
  readonly warps: number;
  /** Milliseconds since 1970 of the last look, null without one. */
  readonly seenAtMs: number | null;
  readonly tradeCode: number;
}

const HOUR_MS = 3_600_000;

/** Hops from a row to every row that known warps lead to. */
function hopsFrom(model: ChartModel, start: number | null): ReadonlyMap<number, number> {
  const hops = new Map<number, number>(start === null ? [] : [[start, 0]]);
  for (const [row, distance] of hops)
    for (const to of model.neighbours(row)) if (!hops.has(to)) hops.set(to, distance + 1);
  return hops;
}

/** The chart as a list. */
export function sectorRows(model: ChartModel, me: number | null): readonly SectorRow[] {
  const hops = hopsFrom(model, me);
  return Array.from({ length: model.count }, (_, row) => {
    const seen = model.chart.seenAt[row] ?? 0;
    const level = model.levelAt(row);
    return {
      row,
      number: model.numberAt(row),
      name: model.nameAt(row),
      zone: ZONES[model.chart.zone[row] ?? 0] ?? 'expanse',
      level: level >= 3 ? 3 : level === 2 ? 2 : 1,
      hops: hops.get(row) ?? null,
      warps: model.neighbours(row).length,
      seenAtMs: seen === 0 ? null : seen * HOUR_MS,
      tradeCode: model.chart.tradeCode[row] ?? -1,
    };
  });
}

/** The value a column sorts by; what is not known comes last whichever way is sorted. */
function keyOf(row: SectorRow, column: Column): number | string | null {
  switch (column) {
    case 'zone':
      return ZONES.indexOf(row.zone);
    case 'seen':
      return row.seenAtMs === null ? null : -row.seenAtMs;
    case 'level':
      return -row.level;
    default:
      return row[column];
  }
}

/** Sorted by a column, then by number. */
export function sortRows(
  rows: readonly SectorRow[],
  column: Column,
  isDescending: boolean,
): readonly SectorRow[] {
  const sign = isDescending ? -1 : 1;
  const collator = new Intl.Collator();
  return [...rows].sort((a, b) => {
    const [first, second] = [keyOf(a, column), keyOf(b, column)];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || a.number - b.number;
    const order =
      typeof first === 'string' ? collator.compare(first, String(second)) : first - Number(second);
    return order * sign || a.number - b.number;
  });
}
