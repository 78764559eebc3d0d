import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legBalance } from '../ledger/legs.ts';
import { buildMarket, buildStation, buildTradeContext } from '../testing/build-trade.ts';
import { applyTrade } from './apply.ts';
import { cargoUsed, heldQuantity } from './cargo.ts';
import { checkTrade } from './check.ts';
import type { CommodityKey } from './commodities.ts';
import { COMMODITY_KEYS, commodityOf } from './commodities.ts';
import type { LimitedTradeLine, MarketRow, TradeState } from './types.ts';

const arbMarket = (commodity: CommodityKey): fc.Arbitrary<MarketRow> =>
  fc
    .record({
      direction: fc.constantFrom<MarketRow['direction']>('buys', 'sells', 'both'),
      stock: fc.integer({ min: 0, max: commodityOf(commodity).capacity }),
      driftBp: fc.integer({ min: -1_000, max: 1_000 }),
    })
    .map((row) => buildMarket({ ...row, commodity, flowPerHour: 1 }));

const arbState: fc.Arbitrary<TradeState> = fc
  .record({
    markets: fc.tuple(...COMMODITY_KEYS.map(arbMarket)),
    credits: fc.bigInt({ min: 0n, max: 500_000n }),
    held: fc.dictionary(fc.constantFrom(...COMMODITY_KEYS), fc.integer({ min: 1, max: 40 })),
    facility: fc.constantFrom('none', 'tradedock'),
    isOwned: fc.boolean(),
  })
  .map(({ markets, credits, held, facility, isOwned }) => ({
    hasActiveShip: true,
    dockedStationId: 'station-a',
    credits,
    hold: {
      capacity: 400,
      colonistsPerUnit: 10,
      items: Object.entries(held).map(([kind, quantity]) => ({ kind, quantity, avgCost: 20n })),
    },
    station: buildStation({ facility: facility as 'none', isOwned, tariffBp: 300 }),
    markets,
  }));

const arbLines: fc.Arbitrary<LimitedTradeLine[]> = fc.array(
  fc.record({
    side: fc.constantFrom('buy', 'sell'),
    commodity: fc.constantFrom(...COMMODITY_KEYS),
    quantity: fc.integer({ min: 1, max: 30 }),
  }),
  { minLength: 1, maxLength: 8 },
) as unknown as fc.Arbitrary<LimitedTradeLine[]>;

const ctx = buildTradeContext();

function unlimited(lines: readonly LimitedTradeLine[]): LimitedTradeLine[] {
  return lines.map((line) => ({ ...line, limitTotal: line.side === 'buy' ? 10n ** 12n : 0n }));
}

describe('a basket', () => {
  it('that passes the check keeps every balance (I-3, I-5)', () => {
    fc.assert(
      fc.property(arbState, arbLines, (state, wanted) => {
        const command = { stationId: 'station-a', lines: unlimited(wanted) };
        fc.pre(checkTrade(state, command, ctx) === null);
        const after = applyTrade(state, command, ctx);
        expect(after.credits - state.credits).toBe(legBalance(after.legs, 'wallet'));
        expect(after.credits).toBeGreaterThanOrEqual(0n);
        expect(cargoUsed(after.hold)).toBeLessThanOrEqual(after.hold.capacity);
        for (const row of after.markets) {
          const before = state.markets.find(({ commodity }) => commodity === row.commodity);
          const gained = heldQuantity(after.hold, row.commodity) - heldQuantity(state.hold, row.commodity);
          expect((before?.stock ?? 0) - row.stock).toBe(gained);
          expect(row.stock).toBeGreaterThanOrEqual(0);
          expect(row.stock).toBeLessThanOrEqual(row.capacity);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('I-4: at one station and moment no basket ends with more credits at equal goods', () => {
    fc.assert(
      fc.property(arbState, arbLines, (state, wanted) => {
        const there = unlimited(wanted);
        const back = unlimited(
          there
            .toReversed()
            .map((line) => ({ ...line, side: line.side === 'buy' ? 'sell' : 'buy' }) as const),
        );
        const both = state.markets.map((row) => ({ ...row, direction: 'both' as const }));
        const open = { ...state, markets: both, credits: 10_000_000n };
        const outward = { stationId: 'station-a', lines: there };
        fc.pre(checkTrade(open, outward, ctx) === null);
        const middle = applyTrade(open, outward, ctx);
        const markets = both.map(
          (row) => middle.markets.find(({ commodity }) => commodity === row.commodity) ?? row,
        );
        const returning = { ...open, credits: middle.credits, hold: middle.hold, markets };
        const end = applyTrade(returning, { stationId: 'station-a', lines: back }, ctx);
        expect(end.credits).toBeLessThan(open.credits);
      }),
      { numRuns: 300 },
    );
  });

  it('asked with its own quote as limit passes; one credit less does not', () => {
    fc.assert(
      fc.property(arbState, arbLines, (state, wanted) => {
        const lines = unlimited(wanted);
        fc.pre(checkTrade(state, { stationId: 'station-a', lines }, ctx) === null);
        const { lines: priced } = applyTrade(state, { stationId: 'station-a', lines }, ctx);
        const exact = lines.map((line, index) => ({ ...line, limitTotal: priced[index]?.net ?? 0n }));
        expect(checkTrade(state, { stationId: 'station-a', lines: exact }, ctx)).toBeNull();
        const greedy = exact.map((line) => ({
          ...line,
          limitTotal: line.limitTotal + (line.side === 'buy' ? -1n : 1n),
        }));
        expect(checkTrade(state, { stationId: 'station-a', lines: greedy }, ctx)?.code).toBe('price_changed');
      }),
      { numRuns: 200 },
    );
  });
});
