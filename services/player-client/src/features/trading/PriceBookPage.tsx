import type { CommodityCode } from '@sw/contracts';
import type { PanelState } from '@sw/ui';
import {
  COMMODITY_KEYS,
  CommodityGlyph,
  formatCredits,
  formatSectorNumber,
  NumberCell,
  Panel,
  Select,
  Table,
} from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import { PriceAge } from './ElsewhereCell.tsx';
import styles from './PriceBook.module.css';
import { bookOf } from './price-book.ts';
import { UsualRange } from './UsualRange.tsx';

/** P-10 of this slice: every price the player knows, best sales and purchases first. */
export function PriceBookPage(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const [params, setParams] = useSearchParams();
  const query = useQuery(gameQueries.knownPrices(api));
  const items = query.data?.items ?? [];
  const commodity = COMMODITY_KEYS.find((key) => key === params.get('item')) ?? 'equipment';
  const book = bookOf(items, commodity);
  const loaded = usePanelState(query, t('trade:book.title'), 8);
  const state = (isEmpty: boolean): PanelState =>
    loaded.kind === 'ready' && isEmpty ? { kind: 'empty', text: t('trade:book.empty') } : loaded;
  return (
    <Screen
      title={t('trade:book.title')}
      stage={
        <>
          <div className={styles.tools}>
            <Select<CommodityCode>
              label={t('trade:column.commodity')}
              value={commodity}
              onChange={(item) => setParams({ item }, { replace: true })}
              options={COMMODITY_KEYS.map((value) => ({ value, label: t(`common:commodity.${value}`) }))}
            />
            <p className="lo">{t('trade:book.about')}</p>
          </div>
          <div className={styles.columns}>
            <BookTable
              title={t('trade:book.sell')}
              state={state(book.sales.length === 0)}
              rows={book.sales}
              side="bid"
            />
            <BookTable
              title={t('trade:book.buy')}
              state={state(book.purchases.length === 0)}
              rows={book.purchases}
              side="ask"
            />
          </div>
        </>
      }
    />
  );
}

interface BookTableProps {
  readonly title: string;
  readonly state: PanelState;
  readonly rows: ReturnType<typeof bookOf>['sales'];
  readonly side: 'bid' | 'ask';
}

function BookTable({ title, state, rows, side }: BookTableProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <Panel title={title} state={state}>
      <Table caption={title}>
        <thead>
          <tr>
            <th scope="col">{t('trade:book.station')}</th>
            <th scope="col" className="end">
              {t('trade:column.credits')}
            </th>
            <th scope="col">{t('trade:column.range')}</th>
            <th scope="col">{t('trade:book.away')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((price) => (
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
              <td>
                <PriceAge price={price} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
