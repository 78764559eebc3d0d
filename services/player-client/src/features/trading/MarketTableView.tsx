import type { PanelState } from '@sw/ui';
import { GroupRow, Panel, SortHeader, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { useIsWide } from '../../app/use-media.ts';
import styles from './Market.module.css';
import { MarketRowView } from './MarketRowView.tsx';
import { NotTradedRow } from './NotTradedRow.tsx';
import type { MarketModel } from './use-market.ts';

const COLUMNS = 9;
/** The line and the trend of the last day. */
const DAY_COLUMNS = 2;

export interface MarketTableViewProps {
  readonly model: MarketModel;
  readonly state: PanelState;
}

/** All goods in one table, by direction: one row, one glance. */
export function MarketTableView({ model, state }: MarketTableViewProps): ReactElement {
  const t = useText();
  const { table, market, sort, setSort } = model;
  const isWide = useIsWide();
  if (state.kind === 'loading' || state.kind === 'error')
    return <Panel title={t('trade:title.market')} state={state} />;
  if (market === null)
    return (
      <Panel title={t('trade:title.market')} state={{ kind: 'empty', text: t('trade:summary.unknown') }} />
    );
  // A young market has no yesterday: what it would take goes to the best sale elsewhere.
  const hasDay = isWide && market.rows.some(({ trend24hBp }) => trend24hBp !== null);
  const columns = COLUMNS + (hasDay ? DAY_COLUMNS : 0);
  return (
    <Table caption={t('trade:title.market')} fixed className={styles.tape}>
      <colgroup>
        <col className={styles.colKey} />
        <col className={styles.colName} />
        <col className={styles.colPrice} />
        <col className={styles.colPrice} />
        <col className={styles.colRange} />
        <col className={styles.colStock} />
        {hasDay && <col className={styles.colSpark} />}
        {hasDay && <col className={styles.colTrend} />}
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
          {hasDay && (
            <th scope="col" colSpan={DAY_COLUMNS}>
              {t('trade:column.day')}
            </th>
          )}
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
          <GroupRow columns={columns}>
            <strong>{t('trade:group.they_buy')}</strong> {t('trade:group.from_you')}
          </GroupRow>
        )}
        {table.theyBuy.map((line) => (
          <MarketRowView key={line.row.commodity} model={model} line={line} hasDay={hasDay} />
        ))}
        {table.theySell.length > 0 && (
          <GroupRow columns={columns}>
            <strong>{t('trade:group.they_sell')}</strong> {t('trade:group.to_you')}
          </GroupRow>
        )}
        {table.theySell.map((line) => (
          <MarketRowView key={line.row.commodity} model={model} line={line} hasDay={hasDay} />
        ))}
        {table.notTraded.length > 0 && (
          <GroupRow columns={columns}>
            <strong>{t('trade:group.not_traded')}</strong> {t('trade:group.best_pair')}
          </GroupRow>
        )}
        {table.notTraded.map((pair) => (
          <NotTradedRow
            key={pair.commodity}
            pair={pair}
            held={model.state?.cargo.find(({ commodity }) => commodity === pair.commodity)?.quantity ?? 0}
            columns={columns}
          />
        ))}
      </tbody>
    </Table>
  );
}
