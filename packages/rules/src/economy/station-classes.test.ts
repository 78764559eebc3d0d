import { describe, expect, it } from 'vitest';
import { COMMODITY_KEYS } from './commodities.ts';
import { priceFactorBpFor, STATION_CLASSES, stationClassOf } from './station-classes.ts';

describe('station classes', () => {
  it('are numbered by their place', () => {
    expect(STATION_CLASSES.map((row) => row.stationClass)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each(STATION_CLASSES)('$stationClass $name never buys what it sells', ({ buys, sells }) => {
    expect(buys.filter((key) => sells.includes(key))).toEqual([]);
  });

  it.each(COMMODITY_KEYS)('%s has a selling class and two buying classes', (key) => {
    expect(STATION_CLASSES.filter((row) => row.sells.includes(key)).length).toBeGreaterThanOrEqual(1);
    expect(STATION_CLASSES.filter((row) => row.buys.includes(key)).length).toBeGreaterThanOrEqual(2);
  });

  it('has a stock target exactly for the directions a class trades', () => {
    for (const row of STATION_CLASSES) {
      expect(row.sellTargetBp === null).toBe(row.sells.length === 0);
      expect(row.buyTargetBp === null).toBe(row.buys.length === 0);
    }
  });

  it('keeps classes 0, 4 and 5 out of private hands', () => {
    expect(STATION_CLASSES.filter((row) => !row.isOwnable).map((row) => row.stationClass)).toEqual([0, 4, 5]);
  });

  it('prices only what its price rule names', () => {
    expect(priceFactorBpFor(8, 'buys', 'precious_metals')).toBe(12_000);
    expect(priceFactorBpFor(9, 'sells', 'fuel')).toBe(8_000);
    expect(priceFactorBpFor(11, 'buys', 'exotic_technology')).toBe(12_500);
    expect(priceFactorBpFor(11, 'sells', 'equipment')).toBe(10_000);
    expect(priceFactorBpFor(3, 'buys', 'equipment')).toBe(10_000);
    expect(stationClassOf(5)).toMatchObject({ sellTargetBp: 8_500, buyTargetBp: 500, flowFactorBp: 15_000 });
  });
});
