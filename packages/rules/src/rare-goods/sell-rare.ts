import { describeAction } from '../actions/describe.ts';
import type { ActionDescriptor } from '../actions/types.ts';
import type { PersonalItem } from '../harvest/constants.ts';
import { PERSONAL_ITEMS } from '../harvest/constants.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { ServiceVisit } from '../services/visit.ts';
import { checkVisit } from '../services/visit.ts';
import { RARE_PER_DAY, RARE_PRICES } from './constants.ts';

/** Units by rare find; absent = none. */
export type RareUnits = Readonly<Partial<Record<PersonalItem, number>>>;

/** A player at a station that buys rare finds. */
export interface RareSaleState extends ServiceVisit {
  readonly wallet: bigint;
  /** What he has of his own. */
  readonly items: RareUnits;
  /** What the station has bought of anybody this UTC day. */
  readonly boughtToday: RareUnits;
}

export interface RareSale {
  readonly wallet: bigint;
  readonly income: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** How many of a find he can sell here today. */
export function sellableRare({ items, boughtToday }: RareSaleState, item: PersonalItem): number {
  return Math.min(items[item] ?? 0, RARE_PER_DAY - (boughtToday[item] ?? 0));
}

/**
 * Refuses to sell a rare find: as `checkVisit`; `not_in_cargo` `{max}` where he has fewer; `station_full` `{available}`
 * where the station buys no more today (rule book, economy 1.2).
 */
export function checkSellRare(
  state: RareSaleState,
  item: PersonalItem,
  quantity: number,
  nowMs: number,
): Refusal | null {
  const refusal = checkVisit(state, 'rare_buyer', nowMs);
  if (refusal !== null) {
    return refusal;
  }
  const owned = state.items[item] ?? 0;
  if (quantity > owned) {
    return refuse('not_in_cargo', { max: owned });
  }
  const available = RARE_PER_DAY - (state.boughtToday[item] ?? 0);
  return quantity > available ? refuse('station_full', { available }) : null;
}

/** Sells finds at their fixed price. Assumes `checkSellRare` passed. */
export function applySellRare(state: RareSaleState, item: PersonalItem, quantity: number): RareSale {
  const income = RARE_PRICES[item] * BigInt(quantity);
  return { wallet: state.wallet + income, income, legs: leg('MINT', 'wallet', income, 'rare_sale') };
}

/** `sell_rare`: enabled while one of any find can be sold; why not is told of the first he has. */
export function describeSellRare(state: RareSaleState, nowMs: number): ActionDescriptor {
  const owned = PERSONAL_ITEMS.filter((item) => (state.items[item] ?? 0) > 0);
  const best = owned.find((item) => sellableRare(state, item) > 0) ?? owned[0] ?? PERSONAL_ITEMS[0];
  const max = Math.max(0, ...PERSONAL_ITEMS.map((item) => sellableRare(state, item)));
  return describeAction('sell_rare', checkSellRare(state, best, 1, nowMs), {
    limits: { min: 1, max, step: 1 },
  });
}
