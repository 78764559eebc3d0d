import { describe, expect, it } from 'vitest';
import { lineChart, shortNumber } from './chart.ts';

const drawn = lineChart({
  title: 'Money & prices <all>',
  xLabel: 'day',
  yLabel: 'credits',
  series: [
    {
      name: 'supply',
      points: [
        [0, 0],
        [10, 200],
      ],
    },
    { name: 'burned', points: [[0, 50]] },
  ],
  band: [20, 80],
});

describe('lineChart', () => {
  it('is one picture with a title for those who cannot see it', () => {
    expect(drawn).toMatch(/^<svg [^>]*role="img"/);
    expect(drawn).toContain('<title>Money &amp; prices &lt;all></title>');
    expect(drawn.trimEnd().endsWith('</svg>')).toBe(true);
  });

  it('puts the least at the left bottom and the most at the right top', () => {
    expect(drawn).toContain('d="M76 244L736 44"');
  });

  it('tells lines apart by more than colour', () => {
    expect(drawn).toMatch(/stroke="#2f7fd6"\/>/);
    expect(drawn).toMatch(/stroke="#d9822b" stroke-dasharray/);
  });

  it('draws nothing that is not a number', () => {
    const empty = lineChart({ title: 'x', xLabel: '', yLabel: '', series: [] });
    expect(empty + drawn).not.toMatch(/NaN|Infinity/);
  });
});

describe('shortNumber', () => {
  it.each([
    [0, '0'],
    [950, '950'],
    [1_500, '1.5 k'],
    [-2_340_000, '-2.34 m'],
    [12_000_000_000, '12 bn'],
  ])('%d is %s', (value, words) => {
    expect(shortNumber(value)).toBe(words);
  });
});
