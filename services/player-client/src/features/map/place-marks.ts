import type { ChartModel } from '../../sectors/chart-model.ts';
import { sectorNumberOf } from '../../sectors/chart-model.ts';
import type { BookmarkMark } from './bookmark-mark.ts';

interface MarkedSector {
  readonly sectorId: number;
}

/** The marks of a player as the lists of the server have them. */
export interface MarkLists {
  readonly bookmarks: readonly (MarkedSector & BookmarkMark)[];
  readonly notes: readonly MarkedSector[];
  readonly avoid: readonly number[];
}

export interface PlacedMarks {
  readonly bookmarks: ReadonlyMap<number, BookmarkMark>;
  readonly noted: ReadonlySet<number>;
  readonly avoided: readonly number[];
}

/** The marks that lie on a chart, by row; those of other regions are left out. */
export function placeMarks(model: ChartModel, { bookmarks, notes, avoid }: MarkLists): PlacedMarks {
  const rowOf = (sectorId: number): number | null => model.rowOf(sectorNumberOf(model.chart, sectorId));
  const rows = (ids: readonly number[]): number[] => ids.map(rowOf).filter((row) => row !== null);
  return {
    bookmarks: new Map(
      bookmarks.flatMap(({ sectorId, label, colour }) => {
        const row = rowOf(sectorId);
        return row === null ? [] : [[row, { label, colour }] as const];
      }),
    ),
    noted: new Set(rows(notes.map(({ sectorId }) => sectorId))),
    avoided: rows(avoid),
  };
}
