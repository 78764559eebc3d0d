import { COMMODITY_KEYS, MINT, walletOf } from '@sw/rules';
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from './measures/invariants.ts';
import type { SimulationOrder } from './simulation.ts';
import { Simulation } from './simulation.ts';

/** Somebody of every kind, and a swarm that opens two accounts a day. */
const EVERYBODY: Omit<SimulationOrder, 'seed'> = {
  population: { rule_trader: 3, screen_trader: 3, explorer: 1, optimiser: 2, hoarder: 1 },
  swarmPerDay: 2,
};
const DAYS = 5;
/** For slow machines; nothing here waits. */
const AMPLE_MS = 60_000;
/** No trade earns more a turn than this, not even for somebody who sees through every wall. */
const MOST_INCOME_PER_TURN = 250;

const run = (seed: string, days = DAYS): Simulation => {
  const simulation = new Simulation({ seed, ...EVERYBODY });
  for (let day = 0; day < days; day++) simulation.runDay();
  return simulation;
};

describe('a simulated region', () => {
  const simulation = run('first');

  it('balances after every day: credits, goods, stock, turns (I-1, I-2, I-3, I-9)', () => {
    expect(simulation.reports).toHaveLength(DAYS);
    expect(brokenInvariants(simulation.setting.world, simulation.pilots)).toEqual([]);
    expect(simulation.setting.world.books.rows()).toBeGreaterThan(5_000);
  });

  it('is the same again for the same seed, and another one for another', { timeout: AMPLE_MS }, () => {
    expect(run('first', 2).reports).toEqual(simulation.reports.slice(0, 2));
    expect(run('second', 1).reports).not.toEqual(simulation.reports.slice(0, 1));
  });

  it('lets everybody play', () => {
    const last = simulation.reports.at(-1);
    const idle = Object.entries(last?.strategies ?? {}).filter(([, { players }]) => players === 0);
    expect(idle).toEqual([]);
    expect(last?.activePlayers).toBeGreaterThanOrEqual(10);
  });

  it('moves credits for reasons of the game only, and knows each of them', () => {
    const reasons = [...simulation.setting.world.books.totals().keys()].filter(
      (reason) => reason !== 'mooring',
    );
    expect(reasons.sort()).toEqual([
      'contract_fee',
      'contract_pay',
      'discovery',
      'dock_fee',
      'first_login_grant',
      'region_tax',
      'ship_purchase',
      'starter_chain',
      'trade_buy',
      'trade_sell',
      'upgrade',
    ]);
  });

  it('has no loop at one station that pays (I-4, I-5)', () => {
    expect(simulation.loops.tried).toBeGreaterThan(0);
    expect(simulation.loops.bestGain).toBeLessThan(0n);
  });

  it('has no income without bound: the optimiser stays below a ceiling every day', () => {
    for (const { day, strategies } of simulation.reports) {
      for (const [kind, { income, turns }] of Object.entries(strategies)) {
        expect([day, kind, turns === 0 || income / turns < MOST_INCOME_PER_TURN]).toEqual([day, kind, true]);
      }
    }
  });

  it('pays first login and starter chain once for each account', () => {
    const totals = simulation.setting.world.books.totals();
    const accounts = BigInt(simulation.pilots.length);
    expect(totals.get('first_login_grant')?.minted).toBe(5_000n * accounts);
    expect(totals.get('starter_chain')?.minted).toBeLessThanOrEqual(2_500n * accounts);
  });
});

describe('the invariants', () => {
  it('name what is broken', { timeout: AMPLE_MS }, () => {
    const { setting, pilots } = run('broken', 1);
    const { world } = setting;
    const [pilot] = pilots;
    const [market] = world.markets;
    if (pilot === undefined || market === undefined) throw new Error('nobody there');
    market.row = { ...market.row, stock: market.row.capacity + 1 };
    pilot.turns = { ...pilot.turns, turns: pilot.turns.turns + 1 };
    const { capacity } = pilot.hold;
    pilot.hold = { ...pilot.hold, items: [{ kind: 'ore', quantity: capacity + 1, avgCost: 1n }] };
    const broken = brokenInvariants(world, pilots).join('\n');
    expect(broken).toMatch(/I-3: station-1 holds \d+ of \d+/);
    expect(broken).toMatch(/I-3: \d+ ore exist, \d+ should/);
    expect(broken).toMatch(/I-9: \S+ has \d+ turns, his ledger says \d+/);
    expect(broken).toContain(`carries ${capacity + 1} in a hold of ${capacity}`);
    expect(COMMODITY_KEYS).toContain('ore');
  });

  it('are guarded by the books: nobody pays what he has not', { timeout: AMPLE_MS }, () => {
    const { setting } = new Simulation({ seed: 'books', population: { rule_trader: 1 } });
    const { books } = setting.world;
    const wallet = walletOf('nobody');
    expect(() =>
      books.post([{ from: 'wallet', to: 'BURN', amount: 1n, reason: 'dock_fee' }], { playerId: 'nobody' }),
    ).toThrow('dock_fee: wallet:nobody cannot pay 1');
    expect(() =>
      books.post([{ from: MINT, to: 'wallet', amount: -1n, reason: 'discovery' }], { playerId: 'nobody' }),
    ).toThrow();
    expect(books.balanceOf(wallet)).toBe(0n);
  });
});
