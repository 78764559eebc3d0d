import type { Purse } from '../bank/auto-debit.ts';
import { autoDebit } from '../bank/auto-debit.ts';
import { stationFeeLegs } from '../economy/dock-fee.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { priceAtLevel } from '../services/service-price.ts';
import { checkVisit } from '../services/visit.ts';
import {
  RENT_DAY_MS,
  WAREHOUSE_BLOCK_UNITS,
  WAREHOUSE_GRACE_MS,
  WAREHOUSE_MAX_BLOCKS,
  WAREHOUSE_RENT,
} from './constants.ts';
import type { RentOutcome, Warehouse, WarehouseState } from './types.ts';

/** Rent of one block for a day at the price level of a warehouse, ceiled. */
export function blockRent(warehouseBp: number): bigint {
  return priceAtLevel(WAREHOUSE_RENT, warehouseBp);
}

/** Units a warehouse holds now. */
export function storedUnits({ items }: Pick<Warehouse, 'items'>): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Days of rent that are due at a moment: every day begun since what is paid for ended. */
export function rentDaysDue({ paidUntilMs }: Pick<Warehouse, 'paidUntilMs'>, nowMs: number): number {
  return paidUntilMs > nowMs ? 0 : Math.floor((nowMs - paidUntilMs) / RENT_DAY_MS) + 1;
}

/** What is owed at a moment. */
export function rentDue(warehouse: Warehouse, warehouseBp: number, nowMs: number): bigint {
  return BigInt(rentDaysDue(warehouse, nowMs)) * BigInt(warehouse.blocks) * blockRent(warehouseBp);
}

/**
 * Refuses to change a tenancy to `blocks` (0 gives it up): as `checkVisit`, `rent_due` `{due}` while rent is unpaid,
 * `no_warehouse` below 0, `warehouse_limit` `{max}`, `warehouse_in_use` `{min}` where more lies in it than would fit,
 * `insufficient_credits` `{need, have}` (rule book, economy 2.3). Blocks that are added pay their first day at once, from
 * the wallet, and with any change the days that are due: nobody leaves before the daily round and pays nothing.
 */
export function checkRent(state: WarehouseState, blocks: number, nowMs: number): Refusal | null {
  const { warehouse, station } = state;
  const refusal = checkVisit(state, 'warehouse', nowMs) ?? refuseUnpaid(state, nowMs);
  if (refusal !== null) {
    return refusal;
  }
  if (blocks < 0) {
    return refuse('no_warehouse');
  }
  if (blocks > WAREHOUSE_MAX_BLOCKS) {
    return refuse('warehouse_limit', { max: WAREHOUSE_MAX_BLOCKS });
  }
  const min = Math.ceil((warehouse === null ? 0 : storedUnits(warehouse)) / WAREHOUSE_BLOCK_UNITS);
  if (blocks < min) {
    return refuse('warehouse_in_use', { min });
  }
  const need = changeCost(warehouse, blocks, station.warehouseBp, nowMs);
  return state.wallet < need ? refuse('insufficient_credits', { need, have: state.wallet }) : null;
}

/** Rents more blocks or gives some back. Assumes `checkRent` passed. */
export function applyRent(state: WarehouseState, blocks: number, nowMs: number): RentOutcome {
  const { warehouse, station } = state;
  const paid = changeCost(warehouse, blocks, station.warehouseBp, nowMs);
  const days = warehouse === null ? 1 : rentDaysDue(warehouse, nowMs);
  return {
    wallet: state.wallet - paid,
    bank: state.bank,
    paid,
    legs: stationFeeLegs(paid, station.isOwned, 'warehouse_rent'),
    warehouse:
      blocks === 0
        ? null
        : {
            blocks,
            paidUntilMs: (warehouse?.paidUntilMs ?? nowMs) + days * RENT_DAY_MS,
            unpaidSinceMs: null,
            items: warehouse?.items ?? [],
          },
  };
}

/** Refuses to pay what is owed: as `checkVisit`, `no_warehouse`, `rent_not_due`, `insufficient_credits` `{need, have}`. */
export function checkPayRent(state: WarehouseState, nowMs: number): Refusal | null {
  const refusal = checkVisit(state, 'warehouse', nowMs);
  if (refusal !== null || state.warehouse === null) {
    return refusal ?? refuse('no_warehouse');
  }
  if (state.warehouse.unpaidSinceMs === null) {
    return refuse('rent_not_due');
  }
  const need = rentDue(state.warehouse, state.station.warehouseBp, nowMs);
  const have = state.bank + state.wallet;
  return have < need ? refuse('insufficient_credits', { need, have }) : null;
}

/** Pays what is owed, from the bank first. Assumes `checkPayRent` passed. */
export function applyPayRent(state: WarehouseState, nowMs: number): RentOutcome {
  if (state.warehouse === null) {
    throw new Error('rent of a warehouse that nobody has');
  }
  return collectRent(state, state.warehouse, state.station.warehouseBp, nowMs);
}

/**
 * Takes the rent that is due, as many whole days as bank and wallet together pay for; what stays unpaid is noted
 * with the moment it was first found so. Late or repeated runs come to the same.
 */
export function collectRent(
  purse: Purse,
  warehouse: Warehouse,
  warehouseBp: number,
  nowMs: number,
): RentOutcome {
  const daily = BigInt(warehouse.blocks) * blockRent(warehouseBp);
  const due = rentDaysDue(warehouse, nowMs);
  const affordable = (purse.bank + purse.wallet) / daily;
  const days = affordable < BigInt(due) ? Number(affordable) : due;
  const paid = BigInt(days) * daily;
  const taken = autoDebit(purse, paid, 'warehouse_rent') ?? { ...purse, legs: [] };
  return {
    ...taken,
    paid,
    warehouse: {
      ...warehouse,
      paidUntilMs: warehouse.paidUntilMs + days * RENT_DAY_MS,
      unpaidSinceMs: days === due ? null : (warehouse.unpaidSinceMs ?? nowMs),
    },
  };
}

/** True when the rent has been unpaid for too long: the warehouse is cleared. */
export function isForfeit({ unpaidSinceMs }: Pick<Warehouse, 'unpaidSinceMs'>, nowMs: number): boolean {
  return unpaidSinceMs !== null && nowMs - unpaidSinceMs >= WAREHOUSE_GRACE_MS;
}

/** `rent_due` while rent is unpaid: nothing moves until it is settled. */
export function refuseUnpaid({ warehouse, station }: WarehouseState, nowMs: number): Refusal | null {
  return warehouse === null || warehouse.unpaidSinceMs === null
    ? null
    : refuse('rent_due', { due: rentDue(warehouse, station.warehouseBp, nowMs) });
}

/** The first day of added blocks, and the days that are due of those there are. */
function changeCost(warehouse: Warehouse | null, blocks: number, warehouseBp: number, nowMs: number): bigint {
  const due = warehouse === null ? 0n : rentDue(warehouse, warehouseBp, nowMs);
  return BigInt(Math.max(0, blocks - (warehouse?.blocks ?? 0))) * blockRent(warehouseBp) + due;
}
