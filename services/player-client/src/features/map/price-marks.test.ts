import { describe, expect, it } from 'vitest';
import { priceMarks } from './price-marks.ts';

const NOW = Date.UTC(2102, 0, 2);
const PAYS = { regionName: 'terran-space', commodity: 'fuel', side: 'pays' } as const;
const price = (sectorNumber: number, bid: bigint | null, hoursOld = 0, commodity = 'fuel') => ({
  stationId: 's',
  stationName: 'Station',
  sectorId: sectorNumber,
  sectorNumber,
  regionName: 'terran-space',
  commodity: commodity as 'fuel',
  side: 'buys' as const,
  ask: null,
  bid,
  stockTenths: 5,
  asOf: new Date(NOW - hoursOld * 3_600_000).toISOString(),
  source: 'visit' as const,
  turns: null,
  hops: null,
});

describe('prices on the chart', () => {
  it('measures each price between the least and the best', () => {
    const found = priceMarks([price(1, 20n), price(2, 40n), price(3, 30n)], PAYS, NOW);
    expect(found?.worst).toBe(20n);
    expect(found?.best).toBe(40n);
    expect(found?.marks.get(3)).toEqual({ price: 30n, share: 0.5, freshness: 1 });
  });

  it('calls the lowest the best where one buys', () => {
    const asking = [20n, 40n].map((ask, index) => ({ ...price(index + 1, null), ask }));
    const found = priceMarks(asking, { ...PAYS, side: 'asks' }, NOW);
    expect(found?.best).toBe(20n);
    expect(found?.marks.get(1)?.share).toBe(1);
    expect(found?.marks.get(2)?.share).toBe(0);
  });

  it('fades with age, but never away', () => {
    const found = priceMarks([price(1, 20n, 22), price(2, 40n, 900)], PAYS, NOW);
    expect(found?.marks.get(1)?.freshness).toBeCloseTo(0.8);
    expect(found?.marks.get(2)?.freshness).toBe(0.35);
  });

  it('says nothing of other goods, regions, or goods nobody buys', () => {
    expect(priceMarks([price(1, null), price(2, 9n, 0, 'ore')], PAYS, NOW)).toBeNull();
    expect(priceMarks([price(1, 5n)], { ...PAYS, regionName: 'central-nexus' }, NOW)).toBeNull();
  });
});
