import { describe, expect, it } from 'vitest';
import { count, kilobytes, megabytes, milliseconds, ratio } from './figures.ts';
import { renderReport } from './render.ts';

describe('figures', () => {
  it('are as fine as they deserve', () => {
    expect([0.123, 4.56, 123.4].map(milliseconds)).toEqual(['0.12 ms', '4.6 ms', '123 ms']);
    expect(count(4_938.6)).toBe('4,939');
    expect([kilobytes(90_123), megabytes(250_000_000), ratio(1, 2)]).toEqual(['90.1 KB', '250 MB', '0.50']);
  });

  it('show a dash for what could not be measured', () => {
    expect([count(Number.NaN), milliseconds(Number.NaN), megabytes(null), ratio(1, 0)]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ]);
  });
});

describe('the report', () => {
  it('is a table for each section with columns of one width', () => {
    const text = renderReport([
      { title: 'Moves', figures: [{ name: 'moves/s', value: '1,000', target: '≥ 500' }] },
      { title: 'Memory', figures: [{ name: 'server', value: '9 MB', note: 'with 1,000 players' }] },
    ]);
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(6);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(text).toContain('### Memory');
  });
});
