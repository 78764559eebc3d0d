import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profitRankPoints } from '../player/rank-points.ts';
import { buildMarket, buildStation, buildTradeContext, buildTradeState } from '../testing/build-trade.ts';
import { applyTrade } from './apply.ts';
import { careerProfit } from './career-profit.ts';
import { totalCostOf } from './cargo.ts';
import { COMMODITY_KEYS, capacityAtSize } from './commodities.ts';
import type { TradeOutcome, TradeSide, TradeState } from './types.ts';

const NO_LIMIT = 1_000_000_000_000n;
const HOLD = 400;

/** The market of one good at two stations: cheap here, dear there; the places of the rule book and a two-way dock. */
const arbPlace = fc.record({
  commodity: fc.constantFrom(...COMMODITY_KEYS),
  rankLevel: fc.integer({ min: 0, max: 17 }),
  sellerPercent: fc.integer({ min: 40, max: 100 }),
  buyerPercent: fc.integer({ min: 0, max: 60 }),
  isDock: fc.boolean(),
});
/** Sizes of the pieces a trade is cut into. */
const arbPieces = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });

type Place = (typeof arbPlace extends fc.Arbitrary<infer T> ? T : never) & { readonly percent: number };

const stateAt = ({ commodity, isDock, percent }: Place, hold: TradeState['hold']): TradeState => {
  const capacity = capacityAtSize(commodity, 10) * (isDock ? 4 : 1);
  return buildTradeState({
    station: buildStation(isDock ? { facility: 'tradedock' } : {}),
    credits: NO_LIMIT,
    hold,
    markets: [
      buildMarket({
        commodity,
        direction: 'both',
        capacity,
        stock: Math.floor((capacity * percent) / 100),
        targetBp: percent * 100,
        flowPerHour: 1,
      }),
    ],
  });
};

/** Trades the pieces one after the other, each as a command of its own. */
const inPieces = (
  start: TradeState,
  place: Place,
  side: TradeSide,
  pieces: readonly number[],
): { readonly state: TradeState; readonly outcomes: readonly TradeOutcome[] } => {
  const context = buildTradeContext({
    advantage: { rankLevel: place.rankLevel, standing: null, personalReputation: 0 },
  });
  let state = start;
  const outcomes = pieces.map((quantity) => {
    const limitTotal = side === 'buy' ? NO_LIMIT : 0n;
    const line = { side, commodity: place.commodity, quantity, limitTotal };
    const outcome = applyTrade(state, { stationId: 'station-a', lines: [line] }, context);
    state = { ...state, ...outcome };
    return outcome;
  });
  return { state, outcomes };
};

/** The first of some pieces, as far as they come to `units`. */
const upTo = (units: number, pieces: readonly number[]): number[] => {
  let left = units;
  const parts: number[] = [];
  for (const piece of pieces) {
    if (left > 0) parts.push(Math.min(piece, left));
    left -= piece;
  }
  return parts;
};

const profitsOf = (outcomes: readonly TradeOutcome[]): bigint[] =>
  outcomes.map(({ realisedProfit }) => realisedProfit);

const pointsOf = (outcomes: readonly TradeOutcome[]): number => {
  let [carry, points] = [0, 0];
  for (const { lines } of outcomes) {
    const award = profitRankPoints({ carry, rankPointsToday: points }, careerProfit(lines));
    carry = award.carry;
    points += award.rankPoints;
  }
  return points;
};

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const empty = { capacity: HOLD * 2, colonistsPerUnit: 10, items: [] };

describe('a trade cut into pieces (I-5)', () => {
  it('never brings more profit or more rank points than at once', () => {
    fc.assert(
      fc.property(arbPlace, arbPieces, arbPieces, (where, buys, sales) => {
        const seller = { ...where, percent: where.sellerPercent };
        const buyer = { ...where, percent: where.buyerPercent };
        const bought = buys.reduce((total, quantity) => total + quantity, 0);
        const from = stateAt(seller, empty);
        fc.pre(bought <= (from.markets[0]?.stock ?? 0) && bought <= HOLD);
        const cut = inPieces(from, seller, 'buy', buys).state.hold;
        const whole = inPieces(from, seller, 'buy', [bought]).state.hold;
        expect(sum(cut.items.map(totalCostOf))).toBeGreaterThanOrEqual(sum(whole.items.map(totalCostOf)));

        const sold = Math.min(
          bought,
          sales.reduce((total, quantity) => total + quantity, 0),
        );
        const parts = upTo(sold, sales);
        const at = stateAt(buyer, cut);
        fc.pre(sold <= (at.markets[0]?.capacity ?? 0) - (at.markets[0]?.stock ?? 0));
        const pieces = inPieces(at, buyer, 'sell', parts).outcomes;
        const once = inPieces(stateAt(buyer, whole), buyer, 'sell', [sold]).outcomes;
        expect(sum(profitsOf(pieces))).toBeLessThanOrEqual(sum(profitsOf(once)));
        // A piece sold at a loss takes no points, so the comparison is of pieces that all gain.
        fc.pre(profitsOf(pieces).every((profit) => profit >= 0n));
        expect(pointsOf(pieces)).toBeLessThanOrEqual(pointsOf(once));
      }),
      { numRuns: 400 },
    );
  });

  it('unit by unit at one dock brings nothing when it is sold back, at once or unit by unit', () => {
    const units = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(arbPlace, units, fc.boolean(), (where, count, isBackAtOnce) => {
        const place = { ...where, isDock: true, percent: where.sellerPercent };
        const ones = Array.from({ length: count }, () => 1);
        const from = stateAt(place, empty);
        fc.pre(count <= (from.markets[0]?.stock ?? 0));
        const { state } = inPieces(from, place, 'buy', ones);
        const back = inPieces(state, place, 'sell', isBackAtOnce ? [count] : ones).outcomes;
        expect(sum(profitsOf(back))).toBeLessThan(0n);
        if (isBackAtOnce) expect(pointsOf(back)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
