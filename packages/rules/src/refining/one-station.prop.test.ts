import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CargoHold, CommodityKey, MarketRow, StationClass, TradeState } from '../economy/index.ts';
import { applyTrade, COMMODITY_KEYS, checkTrade } from '../economy/index.ts';
import { streamFromState } from '../random/index.ts';
import { buildMarket, buildStation, buildTradeContext, NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import type { Facility } from '../universe/index.ts';
import { defaultServices } from '../universe/index.ts';
import { stockMarket } from '../universe/station-market.ts';
import { applyRefine, checkRefine } from './index.ts';

/** Everybody with the best advantage there is: if it does not pay for him, it pays for nobody. */
const BEST = buildTradeContext({
  advantage: { rankLevel: 17, standing: 1_000, personalReputation: 1_000, medalBp: 200, treatyBp: 100 },
});

const START = 100_000n;

type Order =
  | { readonly act: 'buy' | 'sell'; readonly commodity: CommodityKey; readonly quantity: number }
  | { readonly act: 'refine'; readonly quantity: number };

const arbQuantity = fc.integer({ min: 1, max: 40 });
const arbOrder: fc.Arbitrary<Order> = fc.oneof(
  fc.record({
    act: fc.constantFrom<'buy' | 'sell'>('buy', 'sell'),
    commodity: fc.constantFrom(...COMMODITY_KEYS),
    quantity: arbQuantity,
  }),
  fc.record({ act: fc.constant('refine' as const), quantity: arbQuantity }),
);

const SITES: readonly (readonly [StationClass, Facility])[] = [
  ...([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((n) => [n, 'none'] as const),
  [1, 'tradedock'],
  [11, 'spacedock'],
];

const marketOf = (stationClass: StationClass, facility: Facility): MarketRow[] =>
  stockMarket(streamFromState(new Uint8Array(16).fill(7)), stationClass, facility, 5).map((plan) =>
    buildMarket({
      commodity: plan.commodity,
      direction: plan.direction,
      stock: plan.initialStock,
      capacity: plan.capacity,
    }),
  );

/** Runs orders one after another at one moment, those that are refused left out. */
const play = (stationClass: StationClass, facility: Facility, hold: CargoHold, orders: readonly Order[]) => {
  const rows = marketOf(stationClass, facility);
  const services = defaultServices({ stationClass, facility, type: 'scientific', market: rows });
  const visit = buildVisit({ station: { services } });
  let credits = START;
  let goods = hold;
  let markets = rows;
  let madeToday = 0;
  for (const order of orders) {
    if (order.act === 'refine') {
      const state = {
        ...visit,
        wallet: credits,
        hold: goods,
        madeToday,
        traded: rows.map(({ commodity }) => commodity),
      };
      if (checkRefine(state, order.quantity, NOON) !== null) continue;
      const done = applyRefine(state, order.quantity);
      [credits, goods] = [done.wallet, done.hold];
      madeToday += order.quantity;
      continue;
    }
    const state: TradeState = {
      hasActiveShip: true,
      dockedStationId: 'station-a',
      credits,
      hold: goods,
      station: buildStation({ stationClass, facility }),
      markets,
    };
    const { act, commodity, quantity } = order;
    const limitTotal = act === 'buy' ? 10n ** 12n : 0n;
    const command = { stationId: 'station-a', lines: [{ side: act, commodity, quantity, limitTotal }] };
    if (checkTrade(state, command, BEST) !== null) continue;
    const done = applyTrade(state, command, BEST);
    [credits, goods] = [done.credits, done.hold];
    markets = markets.map((row) => done.markets.find(({ commodity: key }) => key === row.commodity) ?? row);
  }
  return credits;
};

describe('I-4: at one station and one moment', () => {
  it.each(SITES)(
    'class %d (%s): no sequence of buying, selling and refining ends richer at equal goods',
    (n, facility) => {
      fc.assert(
        fc.property(fc.array(arbOrder, { maxLength: 14 }), (orders) => {
          // He comes with nothing, and sells at last whatever somebody takes.
          const hold: CargoHold = { capacity: 400, colonistsPerUnit: 10, items: [] };
          const closing = COMMODITY_KEYS.flatMap((commodity): Order[] =>
            [40, 20, 10, 5, 2, 1].map((quantity) => ({ act: 'sell', commodity, quantity })),
          );
          expect(play(n, facility, hold, [...orders, ...closing])).toBeLessThanOrEqual(START);
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each(SITES)(
    'class %d (%s): ore that is refined there can never be bought there, nor its metals sold',
    (n, facility) => {
      const rows = marketOf(n, facility);
      const services = defaultServices({ stationClass: n, facility, type: 'scientific', market: rows });
      const isTraded = rows.some(({ commodity }) => commodity === 'ore' || commodity === 'precious_metals');
      expect(services.includes('refining_facility')).toBe(!isTraded);
    },
  );
});
