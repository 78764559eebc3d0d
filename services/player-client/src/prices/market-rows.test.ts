import { describe, expect, it } from 'vitest';
import { marketRow } from '../testing/market-row.ts';
import { bestHeldMargin } from './held-margin.ts';
import { marketTable } from './market-rows.ts';
import type { KnownPrice, MarketRow } from './market-types.ts';

const known = (
  stationId: string,
  commodity: KnownPrice['commodity'],
  more: Partial<KnownPrice>,
): KnownPrice => ({
  stationId,
  stationName: stationId,
  sectorId: 1,
  sectorNumber: 1,
  regionName: 'terran-space',
  commodity,
  side: more.bid == null ? 'sells' : 'buys',
  ask: null,
  bid: null,
  stockTenths: 5,
  asOf: '2102-01-01T00:00:00Z',
  source: 'visit',
  turns: 3,
  hops: 1,
  ...more,
});

const ROWS = [
  marketRow('ore', { ask: 27n }),
  marketRow('equipment', { bid: 89n, held: 30, avgCost: 71n }),
  marketRow('fuel', { bid: 44n, held: 8, avgCost: 36n }),
  marketRow('organics', { ask: 14n }),
];

const PRICES = [
  known('here', 'ore', { bid: 99n }),
  known('corvane', 'ore', { bid: 35n }),
  known('far', 'ore', { bid: 90n, turns: null }),
  known('sable', 'fuel', { bid: 47n }),
  known('lantern', 'luxury_goods', { ask: 112n }),
  known('hub', 'luxury_goods', { bid: 158n }),
  known('one', 'precious_metals', { ask: 117n }),
];

const table = (sort: 'table' | 'margin' = 'table') =>
  marketTable({ stationId: 'here', rows: ROWS }, PRICES, ['ore', 'luxury_goods', 'precious_metals'], sort);

describe('market table', () => {
  it('groups by direction and numbers the lines in the order they are shown', () => {
    const { theyBuy, theySell } = table();
    expect(theyBuy.map(({ row: { commodity }, hotkey }) => [commodity, hotkey])).toEqual([
      ['equipment', '1'],
      ['fuel', '2'],
    ]);
    expect(theySell.map(({ row: { commodity }, hotkey }) => [commodity, hotkey])).toEqual([
      ['ore', '3'],
      ['organics', '4'],
    ]);
  });

  it('takes the margin over the own cost when they buy, to the best reachable sale when they sell', () => {
    const { theyBuy, theySell } = table();
    expect(theyBuy.map(({ margin }) => margin)).toEqual([18n, 8n]);
    expect(theySell[0]).toMatchObject({ margin: 8n, elsewhere: { bid: 35n, gain: 8n } });
    expect(theySell[1]?.margin).toBeNull();
    expect(theyBuy[1]?.elsewhere).toMatchObject({ bid: 47n, gain: 3n });
  });

  it('offers pairs of known stations for what is not traded here, if they pay', () => {
    expect(table().notTraded.map(({ commodity, ask, bid }) => [commodity, ask, bid])).toEqual([
      ['luxury_goods', 112n, 158n],
    ]);
  });

  it('sorts by margin within its groups', () => {
    const rows = [
      marketRow('fuel', { bid: 40n, held: 1, avgCost: 39n }),
      marketRow('ore', { bid: 30n, held: 1, avgCost: 10n }),
    ];
    const sorted = marketTable({ stationId: 'here', rows }, [], [], 'margin');
    expect(sorted.theyBuy.map(({ row: { commodity } }) => commodity)).toEqual(['ore', 'fuel']);
  });

  it('names the best margin for the hold', () => {
    expect(bestHeldMargin(ROWS)).toEqual({ commodity: 'equipment', margin: 18n });
    expect(bestHeldMargin([ROWS[0] as MarketRow])).toBeNull();
  });
});
