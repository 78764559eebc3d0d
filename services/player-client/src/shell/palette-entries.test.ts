import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from './palette-entries.ts';
import { filterPalette } from './palette-entries.ts';

const entry = (id: string, group: string, label: string): PaletteEntry => ({
  id,
  group,
  label,
  words: '',
  run: () => undefined,
});

const ENTRIES = [
  entry('map', 'Screens', 'Map'),
  entry('s1', 'Sectors', '#21 Mapledon'),
  entry('s2', 'Sectors', '#217 Halden Reach'),
  entry('s3', 'Sectors', '#1 Sol'),
];

const ids = (query: string) => filterPalette(ENTRIES, query).map(({ id }) => id);

describe('palette', () => {
  it('finds by the beginning of any word, with or without the sign of a sector', () => {
    expect(ids('reach')).toEqual(['s2']);
    expect(ids('#217')).toEqual(['s2']);
    expect(ids('21')).toEqual(['s1', 's2']);
  });

  it('puts the best first and keeps groups together', () => {
    expect(ids('map')).toEqual(['map', 's1']);
    expect(ids('nothing')).toEqual([]);
  });
});
