import type { CommodityCode } from '@sw/contracts';
import type { PanelState } from '@sw/ui';
import {
  COMMODITY_KEYS,
  CommodityGlyph,
  formatCredits,
  formatSectorNumber,
  formatSigned,
  NumberCell,
  Panel,
  Table,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { KnownPrice } from '../../prices/market-types.ts';
import { PriceAge } from './ElsewhereCell.tsx';
import styles from './PriceBook.module.css';
import { spreadOf } from './price-book.ts';

export interface SpreadTableProps {
  readonly items: readonly KnownPrice[];
  readonly state: PanelState;
  readonly onChoose: (commodity: CommodityCode) => void;
}

/** All goods at a glance: where each is cheapest, where it pays best, and what lies between. */
export function SpreadTable({ items, state, onChoose }: SpreadTableProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <Panel title={t('trade:book.spread')} note={t('trade:book.spread_note')} state={state}>
      <Table caption={t('trade:book.spread')} cards>
        <thead>
          <tr>
            <th scope="col">{t('trade:column.commodity')}</th>
            <th scope="col">{t('trade:book.cheapest')}</th>
            <th scope="col">{t('trade:book.dearest')}</th>
            <th scope="col" className="end">
              {t('trade:column.margin')}
            </th>
          </tr>
        </thead>
        <tbody>
          {COMMODITY_KEYS.map((commodity) => {
            const { cheapest, dearest, margin } = spreadOf(items, commodity);
            return (
              <tr key={commodity}>
                <th scope="row">
                  <button type="button" className={styles.good} onClick={() => onChoose(commodity)}>
                    <CommodityGlyph commodity={commodity} />
                    {t(`common:commodity.${commodity}`)}
                  </button>
                </th>
                <StationCell label={t('trade:book.cheapest')} price={cheapest} credits={cheapest?.ask} />
                <StationCell label={t('trade:book.dearest')} price={dearest} credits={dearest?.bid} />
                <NumberCell data-aside className={margin === null ? 'lo' : margin > 0n ? 'gain' : 'loss'}>
                  {margin === null ? '–' : formatSigned(margin, locale)}
                </NumberCell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}

interface StationCellProps {
  readonly label: string;
  readonly price: KnownPrice | null;
  readonly credits: bigint | null | undefined;
}

/** A price and where it is. */
function StationCell({ label, price, credits }: StationCellProps): ReactElement {
  const locale = useLocale();
  return (
    <td data-label={label}>
      {price === null || credits == null ? (
        '–'
      ) : (
        <Link to={`/game/station/${price.stationId}`} className={styles.station}>
          <b className={styles.credits}>{formatCredits(credits, locale)}</b>
          <span className="num">{formatSectorNumber(price.sectorNumber)}</span> <bdi>{price.stationName}</bdi>{' '}
          <PriceAge price={price} short />
        </Link>
      )}
    </td>
  );
}
