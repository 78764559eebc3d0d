import { describeSellRare, PERSONAL_ITEMS, RARE_PER_DAY, RARE_PRICES, sellableRare, utcDay } from '@sw/rules';
import { findItems } from '../exploration/index.ts';
import type { ServiceProvider } from '../services/index.ts';
import { numberInput, presentService, presentServiceAction } from '../services/index.ts';
import { findRareDay } from './rare-goods.repository.ts';
import { rareSaleState } from './rare-sale-state.ts';

const DAY_MS = 86_400_000;

/** The counter that buys what no market trades, and what the player has of it. */
export const presentRareBuyer: ServiceProvider = async (deps, guest, nowMs) => {
  const { player, station } = guest;
  const day = utcDay(nowMs);
  const [items, bought] = await Promise.all([
    findItems(deps.db.sql, player.id),
    findRareDay(deps.db.sql, station.id, day),
  ]);
  const state = rareSaleState(guest, items, bought);
  const sell = describeSellRare(state, nowMs);
  const onOffer = PERSONAL_ITEMS.map((item) => ({ item, max: sellableRare(state, item) })).filter(
    ({ max }) => max > 0,
  );
  const params = Object.fromEntries(PERSONAL_ITEMS.map((item) => [item, Number(RARE_PRICES[item])]));
  return presentService('rare_buyer', {
    params: { ...params, day: RARE_PER_DAY },
    facts: [
      ...PERSONAL_ITEMS.map((item) => ({
        nameKey: `fact.own_${item}`,
        kind: 'count' as const,
        value: state.items[item] ?? 0,
      })),
      { nameKey: 'fact.begins_anew', kind: 'moment', value: new Date((day + 1) * DAY_MS).toISOString() },
    ],
    actions:
      items.length === 0
        ? []
        : [
            presentServiceAction(sell, {
              path: `/stations/${station.id}/services/sell-rare`,
              inputs: [
                {
                  name: 'item',
                  kind: 'choice',
                  min: 0,
                  max: 0,
                  step: 1,
                  value: null,
                  options: onOffer.map(({ item, max }) => ({ value: item, nameKey: `goods.${item}`, max })),
                },
                numberInput('quantity', 'quantity', sell.limits, sell.limits?.max ?? 1),
              ],
              params,
              hasText: true,
            }),
          ],
  });
};
