import { queryKeys } from '@sw/api-client';
import type { ReplyOf, salvageWreck } from '@sw/contracts';
import type { GameServices } from '../../app/game-services.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';
import { shipQueries } from './ship-queries.ts';

type Reply = ReplyOf<typeof salvageWreck>;

/** What came aboard, and what it made of the pilot. */
export const salvagedText = ({ i18n }: GameServices, { taken, turns, suspectUntil }: Reply): string => {
  const { t, language } = i18n;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const goods = taken.map(({ commodity, quantity }) =>
    t('ships:wreck.item', { quantity, item: t(`common:commodity_word.${commodity}`) }),
  );
  return t('ships:done.salvage', {
    goods: list.format(goods),
    turns,
    isSuspect: suspectUntil === null ? 'no' : 'yes',
  });
};

/**
 * Takes all that fits out of the first wreck here. One that would make a suspect is left to its panel: danger is never
 * confirmed by a line; null then.
 */
export async function salvageFirst(services: GameServices): Promise<Outcome | null> {
  const { api, queries, i18n } = services;
  await i18n.loadNamespaces(['ships']);
  const { items } = await queries.fetchQuery({ ...shipQueries.wrecks(api), staleTime: 0 });
  const [wreck] = items;
  if (wreck === undefined) return { ok: false, text: i18n.t('ships:wreck.none') };
  if (wreck.action.confirm === 'danger') return null;
  const reply = await api.salvageWreck({ params: { id: wreck.id }, body: { items: 'max' } });
  await Promise.all(
    [queryKeys.ships.all(), queryKeys.player.all(), queryKeys.sector.all()].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
  return { ok: true, text: salvagedText(services, reply) };
}
