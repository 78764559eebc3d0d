import { describe, expect, it } from 'vitest';
import { buildMarket, buildTradeContext, buildTradeState, NOON } from '../testing/build-trade.ts';
import { advantage, halfSpreadBpAt, maxAdvantageBpAt } from './advantage.ts';
import { publicSnapshot, unitPricesOf } from './market-prices.ts';
import { marketView } from './market-view.ts';
import { assertNoArbitrage, assertSpread } from './no-arbitrage.ts';
import { tariffBpFor } from './terms.ts';
import type { AdvantageInput } from './types.ts';

const recruit: AdvantageInput = { rankLevel: 0, standing: null, personalReputation: 0 };

describe('advantage', () => {
  it.each<[Partial<AdvantageInput>, number]>([
    [{}, 0],
    [{ rankLevel: 17 }, 255],
    [{ standing: 700 }, 300],
    [{ standing: 500 }, 200],
    [{ standing: 300 }, 120],
    [{ standing: 100 }, 60],
    [{ standing: 99 }, 0],
    [{ standing: -99 }, 0],
    [{ standing: -100 }, -300],
    [{ standing: -300 }, -800],
    [{ standing: -500 }, -1_500],
    [{ standing: -700 }, -2_000],
    [{ personalReputation: 500 }, 100],
    [{ personalReputation: 250 }, 50],
    [{ personalReputation: -249 }, 0],
    [{ personalReputation: -250 }, -200],
    [{ personalReputation: -500 }, -500],
    [{ personalReputation: -750 }, -800],
    [{ medalBp: 999 }, 200],
    [{ hasSilverTongue: true }, 150],
    [{ treatyBp: 100, haggleBp: 300 }, 400],
    [{ standing: -700, personalReputation: -750 }, -2_500],
    [{ rankLevel: 17, standing: 1_000, personalReputation: 1_000, medalBp: 200 }, 700],
  ])('%j gives %d bp', (change, expected) => {
    expect(advantage({ ...recruit, ...change }, 'none').advantageBp).toBe(expected);
  });

  it('is capped lower at a TradeDock', () => {
    expect(advantage({ ...recruit, rankLevel: 17, standing: 700 }, 'tradedock').advantageBp).toBe(400);
  });

  it('lists what it is made of', () => {
    const { breakdown } = advantage(
      { ...recruit, rankLevel: 2, standing: 50, hasSilverTongue: true },
      'spacedock',
    );
    expect(breakdown).toEqual([
      { source: 'rank', bp: 30 },
      { source: 'silver_tongue', bp: 150 },
    ]);
  });
});

describe('assertNoArbitrage', () => {
  it('holds for the constants of the game', () => {
    expect(() => assertNoArbitrage()).not.toThrow();
    expect([halfSpreadBpAt('none'), maxAdvantageBpAt('none')]).toEqual([800, 700]);
    expect([halfSpreadBpAt('tradedock'), maxAdvantageBpAt('tradedock')]).toEqual([500, 400]);
  });

  it('fails as soon as the advantage reaches the half-spread', () => {
    expect(() => assertSpread(700, 699, 'here')).not.toThrow();
    expect(() => assertSpread(700, 700, 'here')).toThrow('at here');
    expect(() => assertSpread(700, 900, 'here')).toThrow(/reaches/);
  });
});

describe('tariffBpFor', () => {
  const base = { isOwned: true, isOwn: false, facility: 'none', tariffBp: 200 } as const;

  it.each([
    [{}, 200],
    [{ isOwned: false }, 0],
    [{ isOwn: true }, 0],
    [{ facility: 'tradedock' as const }, 0],
  ])('%j: %d bp', (change, expected) => {
    expect(tariffBpFor({ ...base, ...change })).toBe(expected);
  });
});

describe('unit prices', () => {
  const station = { stationClass: 2, facility: 'none', isOwned: false, isOwn: false, tariffBp: 0 } as const;
  const plain = { advantageBp: 0, eventBp: 0 };

  it('shows only the side that is traded', () => {
    expect(unitPricesOf(buildMarket(), station, plain)).toEqual({ ask: 26n, bid: null });
    expect(unitPricesOf(buildMarket({ direction: 'buys' }), station, plain)).toEqual({ ask: null, bid: 21n });
    const both = buildMarket({ direction: 'both', stock: 2_500 });
    expect(unitPricesOf(both, station, plain)).toEqual({ ask: 33n, bid: 27n });
  });

  it('shows no price for a unit that is not there or has no room', () => {
    expect(unitPricesOf(buildMarket({ stock: 0 }), station, plain).ask).toBeNull();
    const full = buildMarket({ direction: 'buys', stock: 5_000 });
    expect(unitPricesOf(full, station, plain).bid).toBeNull();
  });

  it('uses the price rule of the class, but not at a two-way market', () => {
    const nova = { ...station, stationClass: 9 } as const;
    expect(unitPricesOf(buildMarket(), nova, plain).ask).toBe(21n);
    expect(unitPricesOf(buildMarket({ direction: 'both' }), nova, plain).ask).toBe(26n);
  });
});

describe('publicSnapshot', () => {
  const station = { id: 's', stationClass: 2, facility: 'none', isOwned: true, tariffBp: 800 } as const;

  it('tells class, direction, stranger prices and stock in tenths', () => {
    const rows = [
      buildMarket({ stock: 4_999 }),
      buildMarket({ commodity: 'organics', direction: 'buys', stock: 450 }),
    ];
    expect(publicSnapshot(station, rows, NOON)).toEqual({
      stationId: 's',
      stationClass: 2,
      asOfMs: NOON,
      rows: [
        { commodity: 'ore', direction: 'sells', ask: 25n, bid: null, stockTenths: 9 },
        { commodity: 'organics', direction: 'buys', ask: null, bid: 15n, stockTenths: 1 },
      ],
    });
  });

  it('contains running events', () => {
    const shortage = publicSnapshot(station, [buildMarket()], NOON, () => 3_000);
    expect(shortage.rows[0]?.ask).toBe(37n);
  });
});

describe('marketView', () => {
  it('tells a player what he can do', () => {
    const hold = {
      capacity: 50,
      colonistsPerUnit: 10,
      items: [
        { kind: 'organics', quantity: 12, avgCost: 13n },
        { kind: 'colonists', quantity: 41, avgCost: 30n },
      ],
    };
    const [ore, organics] = marketView(buildTradeState({ credits: 500n, hold }), buildTradeContext());
    expect(ore).toMatchObject({ ask: 26n, bid: null, held: 0, avgCost: null, maxBuy: 19, maxSell: 0 });
    expect(organics).toMatchObject({ ask: null, bid: 17n, held: 12, avgCost: 13n, maxBuy: 0, maxSell: 12 });
  });
});
