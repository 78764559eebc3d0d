import { ceilDiv } from './order-total.ts';
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

/** What the goods of an item cost together. */
export function totalCostOf({ avgCost, quantity, restCost = 0n }: CargoItem): bigint {
  return avgCost * BigInt(quantity) + restCost;
}

/** What some units of a kind in the hold cost: their share of the whole, ceiled; all of them cost all of it. */
export function costOfUnits(hold: CargoHold, kind: string, quantity: number): bigint {
  const item = hold.items.find((other) => other.kind === kind);
  return item === undefined || item.quantity === 0
    ? 0n
    : ceilDiv(totalCostOf(item) * BigInt(quantity), BigInt(item.quantity));
}

/** An item that cost `totalCost` in all: its average is floored, the rest is kept beside it. */
function itemAtCost(kind: string, quantity: number, totalCost: bigint): CargoItem {
  const [avgCost, restCost] = [totalCost / BigInt(quantity), totalCost % BigInt(quantity)];
  return restCost === 0n ? { kind, quantity, avgCost } : { kind, quantity, avgCost, restCost };
}

/** Adds goods that cost `totalCost`. Checks no room. */
export function loadCargo(hold: CargoHold, kind: string, quantity: number, totalCost: bigint): CargoHold {
  const present = hold.items.find((item) => item.kind === kind);
  if (present === undefined) {
    return { ...hold, items: [...hold.items, itemAtCost(kind, quantity, totalCost)] };
  }
  const loaded = itemAtCost(kind, present.quantity + quantity, totalCostOf(present) + totalCost);
  return { ...hold, items: hold.items.map((item) => (item === present ? loaded : item)) };
}

/** Takes goods out with their `costOfUnits`; an empty item goes. Assumes they are there. */
export function unloadCargo(hold: CargoHold, kind: string, quantity: number): CargoHold {
  const items = hold.items.flatMap((item) => {
    if (item.kind !== kind || quantity === 0) {
      return [item];
    }
    const left = item.quantity - quantity;
    return left > 0 ? [itemAtCost(kind, left, totalCostOf(item) - costOfUnits(hold, kind, quantity))] : [];
  });
  return { ...hold, items };
}
