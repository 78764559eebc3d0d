import type { PanelState } from '@sw/ui';
import { GroupRow, Panel, SortHeader, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Market.module.css';
import { MarketRowView } from './MarketRowView.tsx';
import { NotTradedRow } from './NotTradedRow.tsx';
import type { MarketModel } from './use-market.ts';

const COLUMNS = 11;

export interface MarketTableViewProps {
  readonly model: MarketModel;
  readonly state: PanelState;
}

/** All goods in one table, by direction: one row, one glance. */
export function MarketTableView({ model, state }: MarketTableViewProps): ReactElement {
  const t = useText();
  const { table, market, sort, setSort } = model;
  if (state.kind === 'loading' || state.kind === 'error')
    return <Panel title={t('trade:title.market')} state={state} />;
  if (market === null)
    return (
      <Panel title={t('trade:title.market')} state={{ kind: 'empty', text: t('trade:summary.unknown') }} />
    );
  return (
    <Table caption={t('trade:title.market')} fixed className={styles.tape}>
      <colgroup>
        <col className={styles.colKey} />
        <col className={styles.colName} />
        <col className={styles.colPrice} />
        <col className={styles.colPrice} />
        <col className={styles.colRange} />
        <col className={styles.colStock} />
        <col className={styles.colSpark} />
        <col className={styles.colTrend} />
        <col className={styles.colHold} />
        <col className={styles.colMargin} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <abbr title={t('trade:column.key')}>{t('trade:column.number')}</abbr>
          </th>
          <th scope="col">{t('trade:column.commodity')}</th>
          <th scope="col" className="end">
            {t('trade:column.they_sell')}
          </th>
          <th scope="col" className="end">
            {t('trade:column.they_buy')}
          </th>
          <th scope="col">{t('trade:column.range')}</th>
          <th scope="col" className="end">
            {t('trade:column.stock')}
          </th>
          <th scope="col" colSpan={2}>
            {t('trade:column.day')}
          </th>
          <th scope="col" className="end">
            {t('trade:column.hold')}
          </th>
          <SortHeader
            end
            sorted={sort === 'margin' ? 'descending' : null}
            onSort={() => setSort(sort === 'margin' ? 'table' : 'margin')}
          >
            {t('trade:column.margin')}
          </SortHeader>
          <th scope="col">{t('trade:column.elsewhere')}</th>
        </tr>
      </thead>
      <tbody>
        {table.theyBuy.length > 0 && (
          <GroupRow columns={COLUMNS}>
            <strong>{t('trade:group.they_buy')}</strong> {t('trade:group.from_you')}
          </GroupRow>
        )}
        {table.theyBuy.map((line) => (
          <MarketRowView key={line.row.commodity} model={model} line={line} />
        ))}
        {table.theySell.length > 0 && (
          <GroupRow columns={COLUMNS}>
            <strong>{t('trade:group.they_sell')}</strong> {t('trade:group.to_you')}
          </GroupRow>
        )}
        {table.theySell.map((line) => (
          <MarketRowView key={line.row.commodity} model={model} line={line} />
        ))}
        {table.notTraded.length > 0 && (
          <GroupRow columns={COLUMNS}>
            <strong>{t('trade:group.not_traded')}</strong> {t('trade:group.best_pair')}
          </GroupRow>
        )}
        {table.notTraded.map((pair) => (
          <NotTradedRow key={pair.commodity} pair={pair} />
        ))}
      </tbody>
    </Table>
  );
}
