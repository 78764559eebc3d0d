import { describe, expect, it } from 'vitest';
import { COMMODITY_KEYS } from '../economy/commodities.ts';
import { STATION_CLASSES } from '../economy/station-classes.ts';
import { createStream } from '../random/index.ts';
import { stockMarket } from './station-market.ts';

const stream = () => createStream('seed', 'market');

describe('stockMarket', () => {
  it('follows the class table', () => {
    const rows = stockMarket(stream(), 5, 'none', 5);
    expect(rows.map(({ commodity, direction, targetBp }) => [commodity, direction, targetBp])).toEqual([
      ['ore', 'buys', 500],
      ['organics', 'buys', 500],
      ['equipment', 'buys', 500],
      ['fuel', 'buys', 500],
      ['luxury_goods', 'sells', 8_500],
    ]);
    expect(rows[0]).toMatchObject({ capacity: 5_000, flowPerHour: 75 });
  });

  it('trades everything both ways at a TradeDock, four times as much', () => {
    const rows = stockMarket(stream(), 3, 'tradedock', 5);
    expect(rows.map(({ commodity }) => commodity)).toEqual([...COMMODITY_KEYS]);
    expect(rows.every(({ direction, targetBp }) => direction === 'both' && targetBp === 5_000)).toBe(true);
    expect(rows[0]).toMatchObject({ capacity: 20_000, flowPerHour: 200 });
  });

  it.each(STATION_CLASSES)('opens class $stationClass with legal stock', ({ stationClass }) => {
    const bounds = { sells: [0.7, 0.9], buys: [0.1, 0.3], both: [0.4, 0.6] };
    for (const size of [1, 3, 5, 7, 10]) {
      for (const { direction, capacity, initialStock, flowPerHour } of stockMarket(
        stream(),
        stationClass,
        'none',
        size,
      )) {
        const [least, most] = bounds[direction];
        expect(initialStock).toBeGreaterThanOrEqual(Math.floor(least! * capacity));
        expect(initialStock).toBeLessThanOrEqual(most! * capacity);
        expect(flowPerHour).toBeGreaterThanOrEqual(1);
      }
    }
  });
});
