import type { CargoHold, CargoItem } from './types.ts';

/** The cargo key of people in the hold: several of them fit into one unit. */
export const COLONISTS = 'colonists';

/** Personal goods without weight (rule book, economy 1.2). */
const WEIGHTLESS: ReadonlySet<string> = new Set(['quantum_shard', 'quantum_crystal']);

/** Cargo units an item takes: one a piece, colonists several to a unit (ceil), personal goods none. */
export function cargoUnitsOf(
  { kind, quantity }: Pick<CargoItem, 'kind' | 'quantity'>,
  colonistsPerUnit: number,
): number {
  if (kind === COLONISTS) {
    return Math.ceil(quantity / colonistsPerUnit);
  }
  return WEIGHTLESS.has(kind) ? 0 : quantity;
}

/** Cargo units in use. */
export function cargoUsed(hold: CargoHold): number {
  return hold.items.reduce((sum, item) => sum + cargoUnitsOf(item, hold.colonistsPerUnit), 0);
}

/** Free cargo units; 0 when the hold is over-full. */
export function cargoFree(hold: CargoHold): number {
  return Math.max(0, hold.capacity - cargoUsed(hold));
}

/** What the hold has of a kind. */
export function heldQuantity(hold: CargoHold, kind: string): number {
  return hold.items.find((item) => item.kind === kind)?.quantity ?? 0;
}

/** Adds goods that cost `totalCost`; the average cost is weighted and floored. Checks no room. */
export function loadCargo(hold: CargoHold, kind: string, quantity: number, totalCost: bigint): CargoHold {
  const present = hold.items.find((item) => item.kind === kind);
  const before = BigInt(present?.quantity ?? 0);
  const avgCost = (before * (present?.avgCost ?? 0n) + totalCost) / (before + BigInt(quantity));
  const loaded = { kind, quantity: (present?.quantity ?? 0) + quantity, avgCost };
  const items =
    present === undefined
      ? [...hold.items, loaded]
      : hold.items.map((item) => (item === present ? loaded : item));
  return { ...hold, items };
}

/** Takes goods out; the average cost of the rest stays, an empty item goes. Assumes they are there. */
export function unloadCargo(hold: CargoHold, kind: string, quantity: number): CargoHold {
  const items = hold.items
    .map((item) => (item.kind === kind ? { ...item, quantity: item.quantity - quantity } : item))
    .filter((item) => item.quantity > 0);
  return { ...hold, items };
}
