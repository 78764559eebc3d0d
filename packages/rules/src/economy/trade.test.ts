import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import {
  buildMarket,
  buildStation,
  buildTradeContext,
  buildTradeState,
  NOON,
} from '../testing/build-trade.ts';
import { applyTrade } from './apply.ts';
import { totalCostOf } from './cargo.ts';
import { checkTrade, quoteTrade } from './check.ts';
import type { LimitedTradeLine, TradeContext, TradeState } from './types.ts';

const HOUR = 3_600_000;
const ctx = buildTradeContext();

function buy(quantity: number, limitTotal = 1_000_000n): LimitedTradeLine {
  return { side: 'buy', commodity: 'ore', quantity, limitTotal };
}

function sell(quantity: number, limitTotal = 0n): LimitedTradeLine {
  return { side: 'sell', commodity: 'organics', quantity, limitTotal };
}

function organicsAboard(quantity: number): TradeState['hold'] {
  return { capacity: 50, colonistsPerUnit: 10, items: [{ kind: 'organics', quantity, avgCost: 13n }] };
}

function refusal(
  lines: LimitedTradeLine[],
  state: TradeState = buildTradeState(),
  context: TradeContext = ctx,
) {
  return checkTrade(state, { stationId: 'station-a', lines }, context);
}

describe('checkTrade', () => {
  it.each<[string, Partial<TradeState>, LimitedTradeLine[], string, object]>([
    ['no lines', {}, [], 'validation_failed', { errors: [{ path: '/lines', code: 'too_small' }] }],
    [
      'nine lines',
      {},
      Array.from({ length: 9 }, () => buy(1)),
      'validation_failed',
      { errors: [{ path: '/lines', code: 'too_big' }] },
    ],
    [
      'a fraction',
      {},
      [buy(1), buy(1.5)],
      'validation_failed',
      { errors: [{ path: '/lines/1/quantity', code: 'out_of_range' }] },
    ],
    ['nobody aboard', { hasActiveShip: false }, [buy(1)], 'no_active_ship', {}],
    ['flying', { dockedStationId: null }, [buy(1)], 'not_docked', {}],
    ['docked elsewhere', { dockedStationId: 'station-b' }, [buy(1)], 'not_docked', {}],
    [
      'locked',
      { station: buildStation({ status: 'locked_down' }) },
      [buy(1)],
      'station_not_operational',
      { status: 'locked_down' },
    ],
    [
      'frozen',
      { station: buildStation({ frozenUntilMs: NOON + 1 }) },
      [buy(1)],
      'trading_frozen',
      { until: NOON + 1 },
    ],
    [
      'good frozen',
      { markets: [buildMarket({ frozenUntilMs: NOON + 1 })] },
      [buy(1)],
      'trading_frozen',
      { until: NOON + 1, line: 0 },
    ],
    ['not sold here', { markets: [] }, [buy(1)], 'commodity_not_traded', { commodity: 'ore', line: 0 }],
    [
      'only bought here',
      { markets: [buildMarket({ direction: 'buys' })] },
      [buy(1)],
      'commodity_not_traded',
      { commodity: 'ore', line: 0 },
    ],
    ['no room', {}, [buy(51)], 'cargo_full', { max: 50, line: 0 }],
    ['not aboard', { hold: organicsAboard(3) }, [sell(4)], 'not_in_cargo', { max: 3, line: 0 }],
    [
      'sold out',
      { markets: [buildMarket({ stock: 4 })] },
      [buy(5)],
      'insufficient_stock',
      { available: 4, line: 0 },
    ],
    [
      'full',
      {
        hold: organicsAboard(50),
        markets: [buildMarket({ commodity: 'organics', direction: 'buys', stock: 2_990, flowPerHour: 1 })],
      },
      [sell(11)],
      'station_full',
      { available: 10, line: 0 },
    ],
    ['poor', { credits: 1_284n }, [buy(50)], 'insufficient_credits', { need: 1_285n, have: 1_284n, line: 0 }],
  ])('%s', (_name, overrides, lines, code, details) => {
    expect(refusal(lines, buildTradeState(overrides))).toEqual({ code, details });
  });

  it.each([0, -1, 100_001, Number.NaN, Number.POSITIVE_INFINITY])('refuses a quantity of %d', (quantity) => {
    expect(refusal([buy(quantity)])?.code).toBe('validation_failed');
  });

  it('lets a freeze and a freeze of a good end', () => {
    const state = buildTradeState({
      station: buildStation({ frozenUntilMs: NOON }),
      markets: [buildMarket({ frozenUntilMs: NOON })],
    });
    expect(refusal([buy(1)], state)).toBeNull();
  });

  it('lets a station in arrears trade', () => {
    expect(refusal([buy(1)], buildTradeState({ station: buildStation({ status: 'arrears' }) }))).toBeNull();
  });

  it('keeps a quoted limit to the credit (I-6)', () => {
    expect(refusal([buy(50, 1_285n)])).toBeNull();
    const worse = refusal([buy(50, 1_284n)]);
    expect(worse).toMatchObject({ code: 'price_changed', details: { line: 0 } });
    expect(worse?.details['quote']).toMatchObject([{ net: 1_285n, quantity: 50, quoteVersion: 7 }]);
    const state = buildTradeState({ hold: organicsAboard(20) });
    const quote = quoteTrade(state, { stationId: 'station-a', lines: [sell(20)] }, ctx);
    const net = isRefusal(quote) ? 0n : (quote[0]?.net ?? 0n);
    expect(refusal([sell(20, net)], state)).toBeNull();
    expect(refusal([sell(20, net + 1n)], state)?.code).toBe('price_changed');
  });

  it('quotes the whole basket afresh when one limit is broken', () => {
    const details = refusal([buy(10), buy(10, 1n), buy(5)])?.details;
    expect(details?.['line']).toBe(1);
    expect(details?.['quote']).toHaveLength(3);
  });

  it('looks at the limit before the wallet', () => {
    expect(refusal([buy(50, 1n)], buildTradeState({ credits: 0n }))?.code).toBe('price_changed');
  });
});

describe('applyTrade', () => {
  it('executes V1', () => {
    const outcome = applyTrade(buildTradeState(), { stationId: 'station-a', lines: [buy(50)] }, ctx);
    expect(outcome.credits).toBe(8_715n);
    expect(outcome.hold.items).toEqual([{ kind: 'ore', quantity: 50, avgCost: 25n, restCost: 35n }]);
    expect(outcome.markets).toEqual([buildMarket({ stock: 4_200, version: 8 })]);
    expect(outcome.legs).toEqual([
      { from: 'wallet', to: 'BURN', amount: 1_276n, reason: 'trade_buy' },
      { from: 'wallet', to: 'region', amount: 9n, reason: 'region_tax' },
    ]);
    expect(outcome.lines[0]).toMatchObject({
      midTotal: 1_189n,
      gross: 1_285n,
      net: 1_285n,
      unitAverage: 26n,
      firstUnit: 26n,
      lastUnit: 26n,
      stockBefore: 4_250,
      stockAfter: 4_200,
      capacity: 5_000,
      advantageBp: 0,
      eventBp: 0,
      quoteVersion: 7,
      creditsAfter: 8_715n,
      cargoAfter: 50,
      maxQuantity: { byCredits: 379, byCargo: 50, byStock: 4_250 },
      realisedProfit: 0n,
    });
  });

  it('runs the lines in order on what the one before left', () => {
    const state = buildTradeState({ credits: 0n, hold: organicsAboard(50) });
    const outcome = applyTrade(state, { stationId: 'station-a', lines: [sell(50), buy(30)] }, ctx);
    expect(outcome.lines.map(({ cargoAfter }) => cargoAfter)).toEqual([0, 30]);
    expect(outcome.hold.items).toEqual([{ kind: 'ore', quantity: 30, avgCost: 25n, restCost: 20n }]);
    expect(outcome.credits).toBe(outcome.lines[1]?.creditsAfter);
    expect(outcome.realisedProfit).toBe((outcome.lines[0]?.net ?? 0n) - 650n);
  });

  it('takes the exact share of the cost out of the hold with a sale', () => {
    const market = buildMarket({ direction: 'both', targetBp: 5_000, stock: 2_500, flowPerHour: 1 });
    const state = buildTradeState({
      hold: { capacity: 100, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 3, avgCost: 10n }] },
      station: buildStation({ facility: 'tradedock' }),
      markets: [market],
    });
    const lines: LimitedTradeLine[] = [
      { side: 'buy', commodity: 'ore', quantity: 10, limitTotal: 1_000n },
      { side: 'sell', commodity: 'ore', quantity: 5, limitTotal: 0n },
    ];
    const outcome = applyTrade(state, { stationId: 'station-a', lines }, ctx);
    const paid = outcome.lines[0]?.net ?? 0n;
    const sold = ((30n + paid) * 5n + 12n) / 13n;
    expect(outcome.hold.items.map(totalCostOf)).toEqual([30n + paid - sold]);
    expect(outcome.realisedProfit).toBe((outcome.lines[1]?.net ?? 0n) - sold);
  });

  it('pays tariffs to a foreign owner, none to oneself', () => {
    const foreign = buildTradeState({ station: buildStation({ isOwned: true, tariffBp: 800 }) });
    const own = buildTradeState({ station: buildStation({ isOwned: true, isOwn: true, tariffBp: 800 }) });
    const command = { stationId: 'station-a', lines: [buy(50)] };
    const [paid, spared] = [applyTrade(foreign, command, ctx), applyTrade(own, command, ctx)];
    expect(paid.lines[0]).toMatchObject({ gross: 1_285n, tariff: 103n, net: 1_388n, ownerCut: 34n });
    expect(spared.lines[0]).toMatchObject({ gross: 1_285n, tariff: 0n, net: 1_285n });
    expect(paid.legs).toEqual([
      { from: 'wallet', to: 'BURN', amount: 1_242n, reason: 'trade_buy' },
      { from: 'wallet', to: 'region', amount: 9n, reason: 'region_tax' },
      { from: 'wallet', to: 'station', amount: 34n, reason: 'owner_cut' },
      { from: 'wallet', to: 'station', amount: 92n, reason: 'tariff' },
      { from: 'wallet', to: 'BURN', amount: 11n, reason: 'tariff' },
    ]);
  });

  it('settles the market to now before it prices', () => {
    const stale = buildTradeState({ markets: [buildMarket({ stock: 1_000, asOfMs: NOON - HOUR })] });
    const outcome = applyTrade(stale, { stationId: 'station-a', lines: [buy(10)] }, ctx);
    expect(outcome.lines[0]?.stockBefore).toBe(1_050);
    expect(outcome.markets[0]).toMatchObject({ stock: 1_040, asOfMs: NOON });
    expect(outcome.lines[0]?.driftBp).not.toBe(0);
  });

  it('adds the incentive of the region to a sale where the good is only bought', () => {
    const state = buildTradeState({ hold: organicsAboard(50) });
    const generous = buildTradeContext({ incentiveBp: { organics: 1_000 } });
    const outcome = applyTrade(state, { stationId: 'station-a', lines: [sell(50)] }, generous);
    const line = outcome.lines[0];
    expect(line?.incentive).toBe((line?.gross ?? 0n) / 10n);
    expect(outcome.credits).toBe(10_000n + (line?.net ?? 0n) + (line?.incentive ?? 0n));
    expect(outcome.legs.at(-1)).toMatchObject({ from: 'region', to: 'wallet', reason: 'incentive' });
  });

  it('throws on a trade that was refused', () => {
    expect(() => applyTrade(buildTradeState(), { stationId: 'station-a', lines: [buy(51)] }, ctx)).toThrow(
      'cargo_full',
    );
  });
});

describe('quoteTrade', () => {
  it('is what the trade will be', () => {
    const lines = [buy(20), buy(7)];
    const quote = quoteTrade(buildTradeState(), { stationId: 'station-a', lines }, ctx);
    const outcome = applyTrade(buildTradeState(), { stationId: 'station-a', lines }, ctx);
    expect(outcome.lines).toMatchObject(quote);
  });

  it('refuses like the trade', () => {
    const quote = (lines: LimitedTradeLine[], overrides: Partial<TradeState> = {}) =>
      quoteTrade(buildTradeState(overrides), { stationId: 'station-a', lines }, ctx);
    expect(quote([buy(1)], { dockedStationId: null })).toMatchObject({ code: 'not_docked' });
    expect(quote([buy(51)])).toMatchObject({ code: 'cargo_full' });
    expect(quote([buy(50)], { credits: 5n })).toMatchObject({ code: 'insufficient_credits' });
  });
});
