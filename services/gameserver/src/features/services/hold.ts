import type { CargoHold } from '@sw/rules';
import { SHIP_TYPES } from '@sw/rules';
import type { CargoRow, ShipRow } from '../player/index.ts';

/** The hold of a ship as the rules see it. */
export const holdOf = (ship: ShipRow, cargo: readonly CargoRow[]): CargoHold => ({
  capacity: ship.cargoCapacity,
  colonistsPerUnit: SHIP_TYPES[ship.type].colonistsPerUnit,
  items: cargo.map((row) => ({ kind: row.commodity, quantity: row.quantity, avgCost: row.avgCost })),
});

/** The goods in a hold as the player's state shows them. */
export const cargoOf = (hold: CargoHold) =>
  hold.items
    .filter(({ quantity }) => quantity > 0)
    .map(({ kind, quantity, avgCost }) => ({ commodity: kind, quantity, avgCost }));
