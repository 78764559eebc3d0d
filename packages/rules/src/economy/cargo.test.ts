import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cargoFree,
  cargoUnitsOf,
  cargoUsed,
  costOfUnits,
  heldQuantity,
  loadCargo,
  totalCostOf,
  unloadCargo,
} from './cargo.ts';
import type { CargoHold } from './types.ts';

const empty: CargoHold = { capacity: 50, colonistsPerUnit: 10, items: [] };

describe('cargo units', () => {
  it.each([
    ['ore', 7, 10, 7],
    ['colonists', 41, 10, 5],
    ['colonists', 41, 20, 3],
    ['colonists', 0, 10, 0],
    ['quantum_shard', 9, 10, 0],
    ['prismatic_ore', 2, 10, 2],
  ])('%s × %d at %d to a unit: %d', (kind, quantity, colonistsPerUnit, expected) => {
    expect(cargoUnitsOf({ kind, quantity }, colonistsPerUnit)).toBe(expected);
  });

  it('are free until the hold is full, and never negative', () => {
    const laden = loadCargo(loadCargo(empty, 'ore', 20, 400n), 'colonists', 41, 0n);
    expect([cargoUsed(laden), cargoFree(laden)]).toEqual([25, 25]);
    expect(cargoFree({ ...laden, capacity: 10 })).toBe(0);
  });
});

describe('loading', () => {
  it('weighs the average cost, floors it, and keeps what that leaves over', () => {
    const once = loadCargo(empty, 'ore', 3, 100n);
    expect(once.items).toEqual([{ kind: 'ore', quantity: 3, avgCost: 33n, restCost: 1n }]);
    expect(loadCargo(once, 'ore', 1, 10n).items).toEqual([
      { kind: 'ore', quantity: 4, avgCost: 27n, restCost: 2n },
    ]);
  });

  it('keeps the order of the hold', () => {
    const hold = loadCargo(loadCargo(empty, 'ore', 1, 1n), 'fuel', 1, 1n);
    expect(loadCargo(hold, 'ore', 1, 1n).items.map(({ kind }) => kind)).toEqual(['ore', 'fuel']);
  });

  it('unloads without touching the average, down to nothing', () => {
    const hold = loadCargo(empty, 'ore', 5, 100n);
    expect(unloadCargo(hold, 'ore', 2).items).toEqual([{ kind: 'ore', quantity: 3, avgCost: 20n }]);
    expect(unloadCargo(hold, 'ore', 5).items).toEqual([]);
    expect(heldQuantity(hold, 'fuel')).toBe(0);
    expect(hold.items).toHaveLength(1);
  });

  it('loses no credit of the cost, however the goods come and go', () => {
    const moves = fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 40 }),
        price: fc.bigInt(0n, 9_999n),
        isOut: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(moves, (all) => {
        let hold = empty;
        let [paid, taken] = [0n, 0n];
        for (const { units, price, isOut } of all) {
          const quantity = isOut ? Math.min(units, heldQuantity(hold, 'ore')) : units;
          if (isOut) taken += costOfUnits(hold, 'ore', quantity);
          else paid += price;
          hold = isOut ? unloadCargo(hold, 'ore', quantity) : loadCargo(hold, 'ore', quantity, price);
        }
        const left = hold.items.reduce((sum, item) => sum + totalCostOf(item), 0n);
        expect(paid).toBe(taken + left);
        expect(left).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});
