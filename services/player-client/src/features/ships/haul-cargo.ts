import { queryKeys } from '@sw/api-client';
import type { CommodityCode } from '@sw/contracts';
import { formatInteger } from '@sw/ui';
import type { GameServices } from '../../app/game-services.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';
import { shipQueries } from './ship-queries.ts';

/** Moves goods between the ship one flies and the first of one's ships docked beside it. */
export async function haulCargo(
  services: GameServices,
  direction: 'load' | 'unload',
  amount: number | 'max',
  item: CommodityCode,
): Promise<Outcome> {
  const { api, queries, i18n } = services;
  const { t, language } = i18n;
  const fleet = await queries.fetchQuery(shipQueries.fleet(api));
  const active = fleet.items.find(({ isActive }) => isActive);
  const beside = fleet.items.find(
    ({ isActive, place }) =>
      !isActive && place.stationId !== null && place.stationId === active?.place.stationId,
  );
  if (active === undefined || beside === undefined) return { ok: false, text: t('game:line.no_ship_beside') };
  const [from, to] = direction === 'load' ? [beside, active] : [active, beside];
  const { own } = await api.getShip({ params: { id: from.id } });
  const held = own?.cargo.find(({ commodity }) => commodity === item)?.quantity ?? 0;
  const room = to.cargoCapacity - to.cargoUsed;
  const quantity = amount === 'max' ? Math.max(1, Math.min(held, room)) : amount;
  await api.transferCargo({
    params: { id: from.id },
    body: { toShipId: to.id, items: [{ commodity: item, quantity }] },
  });
  await Promise.all(
    [queryKeys.ships.all(), queryKeys.player.all(), queryKeys.market.all()].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
  return {
    ok: true,
    text: t('game:line.hauled', {
      quantity: formatInteger(quantity, language),
      item: t(`common:commodity_word.${item}`),
      name: to.name,
    }),
  };
}
