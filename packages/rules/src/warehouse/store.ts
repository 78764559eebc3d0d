import { cargoFree, costOfUnits, heldQuantity, loadCargo, unloadCargo } from '../economy/cargo.ts';
import type { CargoHold } from '../economy/types.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { checkVisit } from '../services/visit.ts';
import { CONTRABAND_KINDS, STORABLE_KINDS, WAREHOUSE_BLOCK_UNITS } from './constants.ts';
import { refuseUnpaid, storedUnits } from './rent.ts';
import type { StoreOutcome, Warehouse, WarehouseState } from './types.ts';

/** Units that still fit. */
export function warehouseFree(warehouse: Warehouse): number {
  return Math.max(0, warehouse.blocks * WAREHOUSE_BLOCK_UNITS - storedUnits(warehouse));
}

/**
 * Refuses goods into the warehouse: as `checkVisit`, `no_warehouse`, `rent_due` `{due}`, `contraband_refused`,
 * `not_storable`, `not_in_cargo` `{max}`, `warehouse_full` `{max}` (rule book, economy 2.3).
 */
export function checkStore(
  state: WarehouseState,
  kind: string,
  quantity: number,
  nowMs: number,
): Refusal | null {
  const refusal = refuseAccess(state, nowMs);
  if (refusal !== null || state.warehouse === null) {
    return refusal ?? refuse('no_warehouse');
  }
  if (CONTRABAND_KINDS.has(kind)) {
    return refuse('contraband_refused');
  }
  if (!STORABLE_KINDS.has(kind)) {
    return refuse('not_storable');
  }
  const held = heldQuantity(state.hold, kind);
  if (quantity > held) {
    return refuse('not_in_cargo', { max: held });
  }
  const max = warehouseFree(state.warehouse);
  return quantity > max ? refuse('warehouse_full', { max }) : null;
}

/**
 * Refuses goods out of the warehouse: as `checkVisit`, `no_warehouse`, `rent_due` `{due}`, `not_in_warehouse` `{max}`,
 * `cargo_full` `{max}`.
 */
export function checkRetrieve(
  state: WarehouseState,
  kind: string,
  quantity: number,
  nowMs: number,
): Refusal | null {
  const refusal = refuseAccess(state, nowMs);
  if (refusal !== null || state.warehouse === null) {
    return refusal ?? refuse('no_warehouse');
  }
  const stored = state.warehouse.items.find((item) => item.kind === kind)?.quantity ?? 0;
  if (quantity > stored) {
    return refuse('not_in_warehouse', { max: stored });
  }
  const max = cargoFree(state.hold);
  return quantity > max ? refuse('cargo_full', { max }) : null;
}

/** Moves goods from the hold into the warehouse with what they cost. Assumes `checkStore` passed. */
export function applyStore(state: WarehouseState, kind: string, quantity: number): StoreOutcome {
  const { warehouse, hold } = tenant(state);
  const cost = costOfUnits(hold, kind, quantity);
  const items = loadCargo(asHold(warehouse), kind, quantity, cost).items;
  return { warehouse: { ...warehouse, items }, hold: unloadCargo(hold, kind, quantity) };
}

/** Moves goods from the warehouse into the hold with what they cost. Assumes `checkRetrieve` passed. */
export function applyRetrieve(state: WarehouseState, kind: string, quantity: number): StoreOutcome {
  const { warehouse, hold } = tenant(state);
  const shelves = asHold(warehouse);
  const cost = costOfUnits(shelves, kind, quantity);
  const { items } = unloadCargo(shelves, kind, quantity);
  return { warehouse: { ...warehouse, items }, hold: loadCargo(hold, kind, quantity, cost) };
}

function refuseAccess(state: WarehouseState, nowMs: number): Refusal | null {
  return checkVisit(state, 'warehouse', nowMs) ?? refuseUnpaid(state, nowMs);
}

function tenant({ warehouse, hold }: WarehouseState): { warehouse: Warehouse; hold: CargoHold } {
  if (warehouse === null) {
    throw new Error('goods of a warehouse that nobody has');
  }
  return { warehouse, hold };
}

/** A warehouse as the hold it is to the functions of cargo. */
function asHold({ blocks, items }: Warehouse): CargoHold {
  return { capacity: blocks * WAREHOUSE_BLOCK_UNITS, colonistsPerUnit: 1, items };
}
