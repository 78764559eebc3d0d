import type { Purse } from '../bank/auto-debit.ts';
import type { CargoHold, CargoItem } from '../economy/types.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import type { ServiceVisit } from '../services/visit.ts';

/** The room a player rents at one station, with what lies in it. */
export interface Warehouse {
  readonly blocks: number;
  readonly paidUntilMs: number;
  /** Since when the rent could not be taken; null while it is paid. */
  readonly unpaidSinceMs: number | null;
  readonly items: readonly CargoItem[];
}

/** A player at the counter of a warehouse, his ship beside it. */
export interface WarehouseState extends ServiceVisit, Purse {
  /** Null where he rents nothing. */
  readonly warehouse: Warehouse | null;
  readonly hold: CargoHold;
}

/** What a change of the tenancy leads to; a warehouse of null is given up. */
export interface RentOutcome extends Purse {
  readonly warehouse: Warehouse | null;
  readonly paid: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** Both places after goods moved between them. */
export interface StoreOutcome {
  readonly warehouse: Warehouse;
  readonly hold: CargoHold;
}
