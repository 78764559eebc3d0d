import { describe, expect, it } from 'vitest';
import type { CommodityKey } from '../economy/commodities.ts';
import { commodityOf } from '../economy/commodities.ts';
import type { PriceTerms } from '../economy/types.ts';
import type { TableEntry } from '../navigation/course-table.ts';
import { findRoutes } from './find-routes.ts';
import type { KnownMarket, KnownStop, RouteRequest } from './types.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

const terms = (commodity: CommodityKey, fillPercent: number): PriceTerms => {
  const { lo, hi, capacity } = commodityOf(commodity);
  return {
    lo,
    hi,
    capacity,
    stock: Math.floor((capacity * fillPercent) / 100),
    driftBp: 0,
    eventBp: 0,
    factorBp: 10_000,
    halfSpreadBp: 800,
    advantageBp: 0,
    tariffBp: 0,
  };
};
const sells = (commodity: CommodityKey, asOfMs = NOW): KnownMarket => ({
  commodity,
  toBuy: terms(commodity, 85),
  toSell: null,
  asOfMs,
});
const buys = (commodity: CommodityKey, asOfMs = NOW): KnownMarket => ({
  commodity,
  toBuy: null,
  toSell: terms(commodity, 15),
  asOfMs,
});
const stop = (sectorId: number, ...markets: KnownMarket[]): KnownStop => ({
  stationId: `s${sectorId}`,
  sectorId,
  markets,
});

/** Sectors on a line, three turns apart; some with a hazard. */
const line =
  (hazards: Readonly<Record<number, number>> = {}) =>
  (from: number) =>
  (to: number): TableEntry | null =>
    to > 99
      ? null
      : {
          turns: 3 * Math.abs(to - from),
          hops: Math.abs(to - from),
          hazard: from === to ? 0 : (hazards[to] ?? 0),
        };

const request = (stops: readonly KnownStop[], more: Partial<RouteRequest> = {}): RouteRequest => ({
  fromSectorId: 1,
  dockedStationId: 's1',
  stops,
  waysFrom: line(),
  room: 50,
  held: [],
  credits: 5_000n,
  maxHops: 12,
  maxStops: 2,
  objective: 'profit_per_turn',
  nowMs: NOW,
  ...more,
});

const pathOf = (route: { readonly legs: readonly { readonly stationId: string }[] } | undefined) =>
  route?.legs.map(({ stationId }) => stationId).join(' ');

describe('a route', () => {
  it('buys here, sells there, and counts every turn', () => {
    const { routes, considered } = findRoutes(request([stop(1, sells('ore')), stop(3, buys('ore'))]));
    expect(considered).toBe(2);
    expect(routes).toHaveLength(1);
    expect(routes[0]).toMatchObject({
      turns: 7,
      hops: 2,
      profit: 380n,
      profitPerTurnX100: 5_428,
      confidenceBp: 10_000,
      legs: [
        {
          stationId: 's1',
          turns: 0,
          trades: [{ side: 'buy', commodity: 'ore', quantity: 50, expectedTotal: 1_285n }],
        },
        {
          stationId: 's3',
          turns: 7,
          trades: [{ side: 'sell', commodity: 'ore', quantity: 50, expectedTotal: 1_665n }],
        },
      ],
    });
  });

  it('carries of each good what gains at least as much as the others in its place', () => {
    const tiny = { ...terms('equipment', 85), capacity: 100, stock: 85 };
    const scarce: KnownMarket = { ...sells('equipment'), toBuy: tiny };
    const { routes } = findRoutes(
      request([stop(1, scarce, sells('ore')), stop(3, buys('equipment'), buys('ore'))]),
    );
    const load = routes[0]?.legs[0]?.trades ?? [];
    expect(load.map(({ commodity }) => commodity)).toEqual(['equipment', 'ore']);
    expect(load.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(50);
    const alone = findRoutes(request([stop(1, scarce), stop(3, buys('equipment'))])).routes[0];
    expect(load[0]?.quantity).toBeLessThan(alone?.legs[0]?.trades[0]?.quantity ?? 0);
    expect(routes[0]?.profit).toBeGreaterThan(alone?.profit ?? 0n);
  });

  it('comes back loaded where the way back gains', () => {
    const { routes } = findRoutes(
      request([stop(1, sells('ore'), buys('fuel')), stop(3, buys('ore'), sells('fuel'))], {
        objective: 'profit',
      }),
    );
    expect(pathOf(routes[0])).toBe('s1 s3 s1');
    expect(routes[0]?.legs[1]?.trades.map(({ side, commodity }) => `${side} ${commodity}`)).toEqual([
      'sell ore',
      'buy fuel',
    ]);
  });

  it('never closes with a good it bought at the beginning', () => {
    const { routes } = findRoutes(
      request([
        stop(1, { ...sells('ore'), toSell: terms('ore', 15) }),
        stop(3, { ...buys('ore'), toBuy: terms('ore', 85) }),
      ]),
    );
    expect(routes.map(pathOf)).toEqual(['s1 s3']);
  });

  it('sells what is held first, and may load there', () => {
    const held = [{ kind: 'organics', quantity: 50, avgCost: 12n }];
    const { routes } = findRoutes(
      request([stop(3, buys('organics'), sells('ore')), stop(5, buys('ore'))], {
        held,
        room: 0,
        objective: 'profit',
      }),
    );
    expect(pathOf(routes[0])).toBe('s3 s5');
    expect(routes[0]?.legs[0]?.trades.map(({ side, quantity }) => [side, quantity])).toEqual([
      ['sell', 50],
      ['buy', 50],
    ]);
    expect(routes.map(pathOf)).toContain('s3');
  });

  it('does not spend more than there is, nor earn with nothing', () => {
    const stops = [stop(1, sells('ore')), stop(3, buys('ore'))];
    expect(findRoutes(request(stops, { credits: 0n })).routes).toEqual([]);
    expect(findRoutes(request(stops, { room: 0 })).routes).toEqual([]);
    expect(findRoutes(request(stops, { credits: 260n })).routes[0]?.legs[0]?.trades[0]?.quantity).toBe(10);
  });
});

describe('the search', () => {
  const far = [stop(1, sells('ore')), stop(2, buys('ore')), stop(9, buys('ore'))];

  it('looks no further than it may', () => {
    expect(findRoutes(request(far, { maxHops: 3 })).considered).toBe(2);
    expect(findRoutes(request(far, { maxHops: 3 })).routes.map(pathOf)).toEqual(['s1 s2']);
    expect(findRoutes(request([...far, stop(200, buys('ore'))])).considered).toBe(3);
  });

  it('answers with five routes at most, each set of stations once', () => {
    const many = [
      stop(1, sells('ore')),
      ...Array.from({ length: 9 }, (_, index) => stop(index + 2, buys('ore'))),
    ];
    const { routes } = findRoutes(request(many));
    expect(routes.map(pathOf)).toEqual(['s1 s2', 's1 s3', 's1 s4', 's1 s5', 's1 s6']);
  });

  it('ranks by what is asked for', () => {
    const stops = [
      stop(1, sells('ore'), sells('equipment')),
      stop(2, buys('ore')),
      stop(8, buys('equipment', NOW - 96 * HOUR)),
    ];
    const best = (objective: RouteRequest['objective']) =>
      pathOf(findRoutes(request(stops, { objective })).routes[0]);
    expect(best('profit')).toBe('s1 s8');
    expect(best('profit_per_turn')).toBe('s1 s2');
    expect(best('low_risk')).toBe('s1 s2');
  });

  it('trusts a price of yesterday half, and fears hazards', () => {
    const stops = [stop(1, sells('ore')), stop(2, buys('ore', NOW - 24 * HOUR)), stop(3, buys('ore'))];
    const options = { objective: 'low_risk', waysFrom: line({ 2: 8 }) } as const;
    const { routes } = findRoutes(request(stops, options));
    expect(routes.map(pathOf)).toEqual(['s1 s3', 's1 s2']);
    expect(routes[1]).toMatchObject({ confidenceBp: 5_000, oldestAsOfMs: NOW - 24 * HOUR, risk: 'high' });
  });

  it('follows chains as long as it is allowed to', () => {
    const chain = [
      stop(1, sells('ore')),
      stop(2, buys('ore'), sells('fuel')),
      stop(3, buys('fuel'), sells('equipment')),
      stop(4, buys('equipment')),
    ];
    const longest = (maxStops: number) =>
      Math.max(
        ...findRoutes(request(chain, { maxStops, objective: 'profit' })).routes.map(
          ({ legs }) => legs.length,
        ),
      );
    expect([2, 3, 4, 6].map(longest)).toEqual([2, 3, 4, 4]);
  });

  it('says the same whatever the order of what is known', () => {
    const stops = [...far, stop(4, buys('ore'), sells('fuel')), stop(5, buys('fuel'))];
    expect(findRoutes(request(stops.toReversed()))).toEqual(findRoutes(request(stops)));
  });
});
