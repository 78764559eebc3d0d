import type { PanelState } from '@sw/ui';
import {
  CommodityGlyph,
  formatCredits,
  formatSectorNumber,
  NumberCell,
  Panel,
  SortHeader,
  Table,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { KnownPrice } from '../../prices/market-types.ts';
import { PriceAge } from './ElsewhereCell.tsx';
import styles from './PriceBook.module.css';
import type { BookSort } from './price-book.ts';
import { sortedBy } from './price-book.ts';
import { UsualRange } from './UsualRange.tsx';

export interface BookTableProps {
  readonly title: string;
  readonly state: PanelState;
  /** Best price first. */
  readonly rows: readonly KnownPrice[];
  readonly side: 'bid' | 'ask';
}

/** One good at every known station, in one direction. */
export function BookTable({ title, state, rows, side }: BookTableProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const [sort, setSort] = useState<BookSort>('price');
  const sortedIf = (by: BookSort) =>
    sort === by ? (by === 'price' && side === 'bid' ? 'descending' : 'ascending') : null;
  return (
    <Panel title={title} state={state}>
      <Table caption={title}>
        <thead>
          <tr>
            <th scope="col">{t('trade:book.station')}</th>
            <SortHeader end sorted={sortedIf('price')} onSort={() => setSort('price')}>
              {t('trade:column.credits')}
            </SortHeader>
            <th scope="col">{t('trade:column.range')}</th>
            <th scope="col" className="end">
              {t('trade:column.stock')}
            </th>
            <SortHeader sorted={sortedIf('distance')} onSort={() => setSort('distance')}>
              {t('trade:book.away')}
            </SortHeader>
            <SortHeader sorted={sortedIf('age')} onSort={() => setSort('age')}>
              {t('trade:book.source')}
            </SortHeader>
          </tr>
        </thead>
        <tbody>
          {sortedBy(rows, sort).map((price) => (
            <tr key={price.stationId}>
              <th scope="row">
                <Link to={`/game/station/${price.stationId}`} className={styles.station}>
                  <CommodityGlyph commodity={price.commodity} />
                  <span className="num">{formatSectorNumber(price.sectorNumber)}</span>{' '}
                  <bdi>{price.stationName}</bdi>
                </Link>
              </th>
              <NumberCell>{formatCredits(price[side] ?? 0n, locale)}</NumberCell>
              <td>
                <UsualRange commodity={price.commodity} price={price[side]} ownCost={null} />
              </td>
              <NumberCell>{t('trade:stock_about', { percent: price.stockTenths * 10 })}</NumberCell>
              <td>
                <PriceAge price={price} />
              </td>
              <td className="lo">{t(`trade:book.from_${price.source}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
