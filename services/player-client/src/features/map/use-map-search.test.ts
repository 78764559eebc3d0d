import { describe, expect, it } from 'vitest';
import { mergeFound } from './use-map-search.ts';

const hit = (sectorId: number, turns: number | null) => ({
  sectorId,
  number: sectorId,
  code: `TER-${sectorId}`,
  regionName: 'terran-space',
  name: 'Lowell Reach',
  level: 3 as const,
  type: null,
  station: null,
  planets: null,
  turns,
  hops: null,
  match: 'note' as const,
});
const local = { sectorId: 7, number: 7, regionName: 'terran-space', name: 'Vail', level: 3, turns: null };

describe('what was found', () => {
  it('stands in the order of the chart, with the turns the server adds', () => {
    expect(mergeFound([local], [hit(9, 6), hit(7, 12)])).toEqual([
      { ...local, turns: 12 },
      { sectorId: 9, number: 9, regionName: 'terran-space', name: 'Lowell Reach', level: 3, turns: 6 },
    ]);
  });

  it('is there before the server has answered', () => {
    expect(mergeFound([local], [])).toEqual([local]);
  });
});
