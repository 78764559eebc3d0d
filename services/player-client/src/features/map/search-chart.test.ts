import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import { searchChart } from './search-chart.ts';
import { testChart } from './testing/chart.ts';

const model = buildChartModel(
  testChart(
    Array.from({ length: 31 }, (_, row) => ({
      at: [row, 0] as const,
      ...(row === 6 ? { name: 'Ismene Works' } : {}),
      ...(row === 2 ? { name: 'Dismal Yard' } : {}),
    })),
  ),
);
const numbers = (query: string) => searchChart(model, query).map((row) => model.numberAt(row));

describe('searching the chart', () => {
  it('puts the number itself first, with or without its sign', () => {
    expect(numbers('3')).toEqual([3, 30, 31]);
    expect(numbers(' #31 ')).toEqual([31]);
  });

  it('finds stations by name, beginnings first', () => {
    expect(numbers('ISM')).toEqual([7, 3]);
    expect(numbers('yard')).toEqual([3]);
    expect(numbers('')).toEqual([]);
    expect(numbers('nowhere')).toEqual([]);
  });
});
