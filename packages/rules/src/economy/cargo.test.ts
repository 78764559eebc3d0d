import { describe, expect, it } from 'vitest';
import { cargoFree, cargoUnitsOf, cargoUsed, heldQuantity, loadCargo, unloadCargo } from './cargo.ts';
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
  it('weighs the average cost and floors it', () => {
    const once = loadCargo(empty, 'ore', 3, 100n);
    expect(once.items).toEqual([{ kind: 'ore', quantity: 3, avgCost: 33n }]);
    expect(loadCargo(once, 'ore', 1, 10n).items).toEqual([{ kind: 'ore', quantity: 4, avgCost: 27n }]);
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
});
