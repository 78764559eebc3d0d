import { describe, expect, it } from 'vitest';
import { NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import type { RefineState } from './index.ts';
import { applyRefine, checkRefine, describeRefine, refineFee, utcDay } from './index.ts';

const state = (overrides: Partial<RefineState> = {}): RefineState => ({
  ...buildVisit(),
  wallet: 1_000n,
  hold: { capacity: 50, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 50, avgCost: 24n }] },
  madeToday: 0,
  traded: ['exotic_technology', 'luxury_goods', 'equipment'],
  ...overrides,
});

describe('refining', () => {
  it('makes five ore and ten credits one unit that cost as much', () => {
    const { hold, ...paid } = applyRefine(state(), 3);
    expect(paid).toMatchObject({ wallet: 970n, paid: 30n });
    expect(hold.items).toEqual([
      { kind: 'ore', quantity: 35, avgCost: 24n },
      { kind: 'precious_metals', quantity: 3, avgCost: 130n },
    ]);
  });

  it('costs more where services are dear, ceiled', () => {
    expect([8_000, 10_000, 12_345, 20_000].map(refineFee)).toEqual([8n, 10n, 13n, 20n]);
  });

  it.each<[string, Partial<RefineState>, number, string]>([
    ['not docked', { dockedStationId: null }, 1, 'not_docked'],
    ['where ore is traded', { traded: ['ore'] }, 1, 'service_not_offered'],
    ['where metals are traded', { traded: ['precious_metals'] }, 1, 'service_not_offered'],
    ['beyond the day', { madeToday: 18 }, 3, 'refinery_exhausted'],
    ['beyond the hold', {}, 11, 'not_in_cargo'],
    ['beyond the wallet', { wallet: 29n }, 3, 'insufficient_credits'],
  ])('is refused %s', (_name, overrides, quantity, code) => {
    expect(checkRefine(state(overrides), quantity, NOON)?.code).toBe(code);
  });

  it('begins anew at midnight UTC', () => {
    const refusal = checkRefine(state({ madeToday: 20 }), 1, NOON);
    const resetsAt = Number(refusal?.details['resetsAt']);
    expect(refusal?.details).toMatchObject({ max: 0 });
    expect(new Date(resetsAt).toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(utcDay(resetsAt)).toBe(utcDay(NOON) + 1);
  });

  it('is described with the least of ore, credits and the day', () => {
    const most = (overrides: Partial<RefineState>) => describeRefine(state(overrides), NOON).limits?.max;
    expect([most({}), most({ wallet: 45n }), most({ madeToday: 17 })]).toEqual([10, 4, 3]);
    expect(describeRefine(state({ traded: ['ore'] }), NOON).enabled).toBe(false);
  });
});
