import { beforeEach, describe, expect, it } from 'vitest';
import type { TradeRoute, TradeRun } from './trade-run-store.ts';
import { afterTrade, nextStop, openTradeRun, runOf, setTradeRun, tradeRunStore } from './trade-run-store.ts';

const leg = (number: number, side: 'buy' | 'sell'): TradeRoute['legs'][number] => ({
  stationId: `s${number}`,
  stationName: `Station ${number}`,
  sectorId: number,
  sectorNumber: number,
  regionName: 'terran-space',
  turns: 4,
  hops: 1,
  trades: [{ side, commodity: 'ore', quantity: 50, expectedTotal: 1_000n }],
});

const ROUTE: TradeRoute = {
  legs: [leg(1, 'buy'), leg(2, 'sell')],
  turns: 8,
  hops: 2,
  profit: 380n,
  profitPerTurnX100: 4_750,
  asOf: '2102-01-01T00:00:00.000Z',
  confidenceBp: 9_000,
  risk: 'low',
};

beforeEach(() => {
  localStorage.clear();
  tradeRunStore.setState({ owner: null, run: null });
});

describe('a trade run', () => {
  const run = runOf(ROUTE);

  it('begins at the first stop with nothing traded', () => {
    expect(run).toMatchObject({ at: 0, isTraded: false, profit: 380 });
    expect(run.stops[0]?.lines).toEqual([{ side: 'buy', commodity: 'ore', quantity: 50 }]);
  });

  it('waits for the order at its stop, not for one elsewhere', () => {
    expect(afterTrade(run, 's9')).toBe(run);
    expect(afterTrade(run, 's1')).toMatchObject({ at: 0, isTraded: true });
  });

  it('goes on to the next stop and ends with the order at the last', () => {
    const there = nextStop(afterTrade(run, 's1') as TradeRun);
    expect(there).toMatchObject({ at: 1, isTraded: false });
    expect(nextStop(there)).toBe(there);
    expect(afterTrade(there, 's2')).toBeNull();
  });

  it('survives a reload, for its player alone', () => {
    setTradeRun('me', run);
    tradeRunStore.setState({ owner: null, run: null });
    openTradeRun('you');
    expect(tradeRunStore.getState().run).toBeNull();
    openTradeRun('me');
    expect(tradeRunStore.getState().run).toEqual(run);
  });

  it('is forgotten where what is stored makes no sense', () => {
    localStorage.setItem('sw.trade-run.me', '{"stops":[],"at":3}');
    openTradeRun('me');
    expect(tradeRunStore.getState().run).toBeNull();
  });
});
