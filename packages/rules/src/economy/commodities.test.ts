import { describe, expect, it } from 'vitest';
import { baseFlowPerHour, COMMODITIES, COMMODITY_KEYS, capacityAtSize, commodityOf } from './commodities.ts';

describe('commodities', () => {
  it('lists the rule book rows in key order', () => {
    expect(COMMODITIES.map((row) => row.key)).toEqual([...COMMODITY_KEYS]);
    expect(COMMODITIES.map((row) => [row.base, row.flowPerHour])).toEqual([
      [30, 50],
      [16, 30],
      [85, 20],
      [40, 40],
      [50, 6],
      [137, 8],
      [225, 2],
      [130, 4],
    ]);
    expect(commodityOf('equipment')).toMatchObject({ lo: 64, hi: 106, capacity: 2_000, volatilityBp: 90 });
  });

  it('scales capacity with the station size and rounds down', () => {
    expect(capacityAtSize('ore', 5)).toBe(5_000);
    expect(capacityAtSize('ore', 10)).toBe(10_000);
    expect(capacityAtSize('gourmet_food', 3)).toBe(360);
  });

  it('follows the flow vectors of economy 3.1', () => {
    expect(baseFlowPerHour(5_000, 10_000)).toBe(50);
    expect(baseFlowPerHour(200, 15_000) * 7).toBe(21);
    expect(baseFlowPerHour(40, 10_000)).toBe(1);
  });
});
