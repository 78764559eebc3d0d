import { CommodityGlyph, formatAge, formatCredits, Panel, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { Dossier } from './use-dossier.ts';

/** What the player remembers of prices there, with its age; nothing where he remembers none. */
export function DossierPrices({
  record,
  nowMs,
}: {
  readonly record: Dossier;
  readonly nowMs: number;
}): ReactElement | null {
  const t = useText('explore');
  const locale = useLocale();
  if (record.prices.length === 0) return null;
  const money = (amount: bigint | null): string => (amount === null ? '–' : formatCredits(amount, locale));
  return (
    <Panel title={t('explore:dossier.prices')}>
      <Table caption={t('explore:dossier.prices')}>
        <thead>
          <tr>
            <th scope="col">{t('explore:price.item')}</th>
            <th scope="col" className="end">
              {t('explore:price.ask')}
            </th>
            <th scope="col" className="end">
              {t('explore:price.bid')}
            </th>
            <th scope="col" className="end">
              {t('explore:price.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.prices.map((price) => (
            <tr key={`${price.stationId} ${price.commodity}`}>
              <th scope="row">
                <CommodityGlyph commodity={price.commodity} /> {t(`common:commodity.${price.commodity}`)}
              </th>
              <td className="end num">{money(price.ask)}</td>
              <td className="end num">{money(price.bid)}</td>
              <td className="end num">{formatAge(nowMs - Date.parse(price.asOf), locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
