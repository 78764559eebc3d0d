import { describeAction } from '../actions/describe.ts';
import type { ActionDescriptor } from '../actions/types.ts';
import { cargoFree } from '../economy/cargo.ts';
import { WAREHOUSE_BLOCK_UNITS, WAREHOUSE_MAX_BLOCKS } from './constants.ts';
import { blockRent, checkPayRent, checkRent, rentDue, storedUnits } from './rent.ts';
import { checkRetrieve, checkStore, warehouseFree } from './store.ts';
import type { WarehouseState } from './types.ts';

/** One kind of goods that may move, with the most of it. */
export interface MovableGoods {
  readonly kind: string;
  readonly max: number;
}

/** Goods of the hold the warehouse takes now, each with the most of it. */
export function storableGoods({ warehouse, hold }: WarehouseState): MovableGoods[] {
  const free = warehouse === null ? 0 : warehouseFree(warehouse);
  return hold.items.map(({ kind, quantity }) => ({ kind, max: Math.min(quantity, free) }));
}

/** Goods of the warehouse the hold takes now, each with the most of it. */
export function retrievableGoods({ warehouse, hold }: WarehouseState): MovableGoods[] {
  return (warehouse?.items ?? []).map(({ kind, quantity }) => ({
    kind,
    max: Math.min(quantity, cargoFree(hold)),
  }));
}

/** Rent that is due before the daily round came: it is paid with any change of the tenancy. */
export function dueNow({ warehouse, station }: WarehouseState, nowMs: number): bigint {
  return warehouse === null ? 0n : rentDue(warehouse, station.warehouseBp, nowMs);
}

/** `warehouse_rent`: more blocks than now, as far as the wallet goes. */
export function describeRent(state: WarehouseState, nowMs: number): ActionDescriptor {
  const have = state.warehouse?.blocks ?? 0;
  const left = state.wallet - dueNow(state, nowMs);
  const affordable = (left > 0n ? left : 0n) / blockRent(state.station.warehouseBp);
  const room = WAREHOUSE_MAX_BLOCKS - have;
  const max = affordable < BigInt(room) ? Number(affordable) : room;
  return describeAction('warehouse_rent', checkRent(state, have + 1, nowMs), {
    limits: { min: 1, max, step: 1 },
  });
}

/** `warehouse_release`: blocks that stand empty. */
export function describeRelease(state: WarehouseState, nowMs: number): ActionDescriptor {
  const have = state.warehouse?.blocks ?? 0;
  const used = Math.ceil(
    (state.warehouse === null ? 0 : storedUnits(state.warehouse)) / WAREHOUSE_BLOCK_UNITS,
  );
  return describeAction('warehouse_release', checkRent(state, have - 1, nowMs), {
    limits: { min: 1, max: have - used, step: 1 },
  });
}

/** `warehouse_pay`: what is owed, at once. */
export function describePayRent(state: WarehouseState, nowMs: number): ActionDescriptor {
  return describeAction('warehouse_pay', checkPayRent(state, nowMs), {
    cost: { credits: dueNow(state, nowMs) },
  });
}

/** `warehouse_store`: possible when a unit of anything aboard is. */
export function describeStore(state: WarehouseState, nowMs: number): ActionDescriptor {
  const goods = state.hold.items.map(({ kind }) => checkStore(state, kind, 1, nowMs));
  return describeAction('warehouse_store', firstUnlessAllowed(goods));
}

/** `warehouse_retrieve`: possible when a unit of anything stored is. */
export function describeRetrieve(state: WarehouseState, nowMs: number): ActionDescriptor {
  const goods = (state.warehouse?.items ?? []).map(({ kind }) => checkRetrieve(state, kind, 1, nowMs));
  return describeAction('warehouse_retrieve', firstUnlessAllowed(goods));
}

/** Null when one of them is allowed, else why the first is not. */
function firstUnlessAllowed<T>(refusals: readonly (T | null)[]): T | null {
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}
