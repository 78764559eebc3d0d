import type { PersonalItem, RareSaleState, RareUnits } from '@sw/rules';
import type { Visitor } from '../services/index.ts';
import type { RareDayRow } from './rare-goods.repository.ts';

interface ItemRow {
  readonly item: PersonalItem;
  readonly quantity: number;
}

/** What the rules judge a sale of rare finds on. */
export const rareSaleState = (
  { visit, purse }: Pick<Visitor, 'visit' | 'purse'>,
  items: readonly ItemRow[],
  bought: readonly RareDayRow[],
): RareSaleState => ({
  ...visit,
  wallet: purse.wallet,
  items: Object.fromEntries(items.map(({ item, quantity }) => [item, quantity])) as RareUnits,
  boughtToday: Object.fromEntries(bought.map((row) => [row.item, row.bought])) as RareUnits,
});
