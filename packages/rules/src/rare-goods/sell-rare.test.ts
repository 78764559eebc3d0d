import { describe, expect, it } from 'vitest';
import { buildVisit } from '../testing/build-visit.ts';
import type { RareSaleState } from './index.ts';
import { applySellRare, checkSellRare, describeSellRare, RARE_PER_DAY, sellableRare } from './index.ts';

const NOW = 1_000_000;

const state = (changes: Partial<RareSaleState> = {}): RareSaleState => ({
  ...buildVisit({ station: { services: ['rare_buyer'] } }),
  wallet: 100n,
  items: { quantum_shard: 30, prismatic_ore: 2 },
  boughtToday: {},
  ...changes,
});

describe('selling a rare find', () => {
  it.each([
    ['quantum_shard', 3, 1_500n],
    ['prismatic_ore', 2, 4_000n],
    ['photonic_crystals', 1, 1_200n],
  ] as const)('%s × %d brings %d', (item, quantity, income) => {
    expect(applySellRare(state(), item, quantity)).toEqual({
      wallet: 100n + income,
      income,
      legs: [{ from: 'MINT', to: 'wallet', amount: income, reason: 'rare_sale' }],
    });
  });

  it('is refused beyond what one has and beyond what the station buys a day', () => {
    const busy = state({ boughtToday: { quantum_shard: 15 } });
    expect(checkSellRare(state(), 'quantum_shard', RARE_PER_DAY, NOW)).toBeNull();
    expect(checkSellRare(state(), 'quantum_shard', 21, NOW)).toMatchObject({
      code: 'station_full',
      details: { available: 20 },
    });
    expect(checkSellRare(busy, 'quantum_shard', 6, NOW)).toMatchObject({ details: { available: 5 } });
    expect(checkSellRare(busy, 'prismatic_ore', 2, NOW)).toBeNull();
    expect(checkSellRare(state(), 'prismatic_ore', 3, NOW)).toMatchObject({
      code: 'not_in_cargo',
      details: { max: 2 },
    });
    expect(checkSellRare(state(), 'photonic_crystals', 1, NOW)?.code).toBe('not_in_cargo');
    expect(sellableRare(busy, 'quantum_shard')).toBe(5);
  });

  it('needs a buyer and a berth', () => {
    const elsewhere = { ...state(), ...buildVisit({ dockedStationId: 'station-b' }) };
    expect(checkSellRare(elsewhere, 'quantum_shard', 1, NOW)?.code).toBe('not_docked');
    const market = { ...state(), ...buildVisit() };
    expect(checkSellRare(market, 'quantum_shard', 1, NOW)?.code).toBe('service_not_offered');
  });

  it('is described with the most that goes, and why nothing does', () => {
    expect(describeSellRare(state(), NOW)).toMatchObject({ enabled: true, limits: { max: 20 } });
    expect(describeSellRare(state({ items: {} }), NOW)).toMatchObject({
      enabled: false,
      reason: 'not_in_cargo',
    });
    const full = state({ items: { quantum_shard: 1 }, boughtToday: { quantum_shard: 20 } });
    expect(describeSellRare(full, NOW)).toMatchObject({ enabled: false, reason: 'station_full' });
  });
});
