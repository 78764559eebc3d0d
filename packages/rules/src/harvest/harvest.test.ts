import { describe, expect, it } from 'vitest';
import type { RandomStream } from '../random/index.ts';
import { createStream } from '../random/index.ts';
import type { HarvestState } from './index.ts';
import { applyHarvest, asteroidYield, checkHarvest, NEBULA_COOLDOWN_MS, settleReserve } from './index.ts';

const HOUR = 3_600_000;
const field: HarvestState = {
  status: 'in_space',
  here: { type: 'asteroid_field', hazard: 3, nebulaDensity: 0 },
  zone: 'frontier',
  richness: 8,
  reserve: { max: 400, amount: null, hour: null },
  nebulaKind: null,
  hold: { capacity: 50, colonistsPerUnit: 10, items: [] },
  laserPercent: 100,
  hasQuantumHarvester: false,
  cooldownUntilMs: null,
  credits: 5_000n,
  turns: { turns: 100, anchorMs: 0, frac: 0 },
  turnCap: 1_000,
  turnMultiplierBp: 10_000,
};
const nebula: HarvestState = {
  ...field,
  here: { type: 'nebula', hazard: 4, nebulaDensity: 100 },
  nebulaKind: 'crimson',
  hasQuantumHarvester: true,
};

/** A stream whose rolls are these. */
function rolls(...values: number[]): RandomStream {
  const queue = [...values];
  return { ...createStream('harvest', 'test'), roll: () => queue.shift() ?? 99 };
}

describe('a reserve', () => {
  it('is full until somebody takes of it', () => {
    expect(settleReserve({ max: 400, amount: null, hour: null }, 5 * HOUR)).toMatchObject({ amount: 400 });
  });

  it('regains 2 % (ceil) a whole hour, however often one looks', () => {
    const emptied = { max: 130, amount: 0, hour: 10 };
    expect(settleReserve(emptied, 11 * HOUR - 1)).toMatchObject({ amount: 0, hour: 10 });
    expect(settleReserve(emptied, 11 * HOUR)).toMatchObject({ amount: 3, hour: 11 });
    const inSteps = settleReserve(settleReserve(emptied, 14 * HOUR + 5), 20 * HOUR);
    expect(inSteps).toEqual(settleReserve(emptied, 20 * HOUR));
    expect(settleReserve(emptied, 999 * HOUR).amount).toBe(130);
    expect(settleReserve(emptied, 0)).toMatchObject({ amount: 0, hour: 10 });
  });
});

describe('a harvest of asteroids', () => {
  it.each([
    [8, 2, 150, 5],
    [8, 3, 100, 4],
    [1, 1, 100, 1],
    [10, 3, 200, 10],
  ])('of richness %d, d3 %d, laser %d %% yields %d', (richness, d3, laser, ore) => {
    expect(asteroidYield(richness, d3, laser)).toBe(ore);
  });

  it('takes from the reserve what it puts into the hold, and 4 turns', () => {
    const done = applyHarvest(field, rolls(2, 99, 99), HOUR);
    expect(done).toMatchObject({ ore: 4, cost: 4, fee: 0n, preciousMetals: 0, items: [] });
    expect(done.reserve).toMatchObject({ amount: 396 });
    expect(done.hold.items).toEqual([{ kind: 'ore', quantity: 4, avgCost: 0n }]);
  });

  it('is capped by reserve and by room, which also keeps the metal out', () => {
    const last = { ...field, reserve: { max: 400, amount: 1, hour: 1 } };
    expect(applyHarvest(last, rolls(2, 0, 99), HOUR)).toMatchObject({ ore: 1, preciousMetals: 1 });
    const tight = { ...field, hold: { ...field.hold, capacity: 2 } };
    expect(applyHarvest(tight, rolls(2, 0, 99), HOUR)).toMatchObject({ ore: 2, preciousMetals: 0 });
  });

  it('finds prismatic ore in open space only', () => {
    expect(applyHarvest(field, rolls(0, 99, 1), HOUR).items).toEqual([
      { item: 'prismatic_ore', quantity: 1 },
    ]);
    expect(applyHarvest({ ...field, zone: 'border' }, rolls(0, 99, 1), HOUR).items).toEqual([]);
  });
});

describe('a harvest of a nebula', () => {
  it('yields shards by kind, costs 8 turns and 1,000 cr, and has to wait', () => {
    const done = applyHarvest(nebula, rolls(1, 99, 99), HOUR);
    expect(done).toMatchObject({ cost: 8, fee: 1_000n, items: [{ item: 'quantum_shard', quantity: 3 }] });
    expect(done.legs).toEqual([{ from: 'wallet', to: 'BURN', amount: 1_000n, reason: 'harvest_fee' }]);
    expect(done.cooldownUntilMs).toBe(HOUR + NEBULA_COOLDOWN_MS);
  });

  it('yields half at the edge, twice when lucky, five times in obsidian', () => {
    const edge = { ...nebula, here: { ...nebula.here, nebulaDensity: 40 } };
    expect(applyHarvest(edge, rolls(1, 99), HOUR).items).toEqual([{ item: 'quantum_shard', quantity: 1 }]);
    expect(applyHarvest(nebula, rolls(1, 0, 99), HOUR).items[0]).toMatchObject({ quantity: 6 });
    const obsidian = { ...nebula, nebulaKind: 'obsidian' };
    expect(applyHarvest(obsidian, rolls(1, 1, 99), HOUR).items[0]).toMatchObject({ quantity: 5 });
    expect(applyHarvest(obsidian, rolls(0, 99, 9), HOUR).items).toEqual([
      { item: 'photonic_crystals', quantity: 1 },
    ]);
  });
});

describe('checkHarvest', () => {
  it.each([
    ['must_undock', { ...field, status: 'docked' as const }],
    ['nothing_to_harvest', { ...field, here: { ...field.here, type: 'standard' as const } }],
    ['nothing_to_harvest', { ...field, richness: 0 }],
    ['cargo_full', { ...field, hold: { ...field.hold, capacity: 0 } }],
    ['depleted', { ...field, reserve: { max: 400, amount: 0, hour: 1 } }],
    ['insufficient_turns', { ...field, turns: { turns: 0, anchorMs: HOUR, frac: 0 } }],
    ['equipment_missing', { ...nebula, hasQuantumHarvester: false }],
    ['cooldown', { ...nebula, cooldownUntilMs: HOUR + 1 }],
    ['insufficient_credits', { ...nebula, credits: 999n }],
  ])('refuses %s', (code, state) => {
    expect(checkHarvest(state, HOUR)?.code).toBe(code);
  });

  it('lets the others pass', () => {
    expect(checkHarvest(field, HOUR)).toBeNull();
    expect(checkHarvest({ ...nebula, cooldownUntilMs: HOUR }, HOUR)).toBeNull();
  });
});
