import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../app/log-store.ts';
import { filterLines } from './filter-lines.ts';

const line = (text: string, category: LogLine['category']): LogLine => ({
  id: text,
  atMs: 0,
  tone: 'info',
  category,
  text,
});
const LINES = [
  line('Moved to #217 Halden Reach', 'movement'),
  line('Sold 24 equipment', 'trade'),
  line('Mara entered', 'people'),
];
const found = (category: Parameters<typeof filterLines>[1], query: string) =>
  filterLines(LINES, category, query).map(({ text }) => text);

describe('log filter', () => {
  it('keeps what has every word, whatever the order', () => {
    expect(found('all', 'reach #217')).toEqual(['Moved to #217 Halden Reach']);
    expect(found('all', 'SOLD')).toHaveLength(1);
    expect(found('all', 'sold mara')).toEqual([]);
  });

  it('knows categories, also as a word of the command line', () => {
    expect(found('trade', '')).toHaveLength(1);
    expect(found('all', 'trade')).toEqual(['Sold 24 equipment']);
    expect(found('all', '')).toHaveLength(3);
  });
});
