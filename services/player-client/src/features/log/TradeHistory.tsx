import {
  COMMODITY_KEYS,
  CommodityGlyph,
  formatInteger,
  formatSectorNumber,
  formatSigned,
  NumberCell,
  RadioGroup,
  Select,
} from '@sw/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { Toolbar } from '../../shell/Toolbar.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import styles from './LogPage.module.css';
import { ledgerQueries } from './ledger-queries.ts';
import { MomentCell } from './MomentCell.tsx';
import { useFilterParams } from './use-filter-params.ts';

const GOODS = ['all', ...COMMODITY_KEYS] as const;
const SIDES = ['all', 'buy', 'sell'] as const;

/** Own trades, newest first: all, or those of a good and a side. */
export function TradeHistory(): ReactElement {
  const t = useText('log');
  const { api } = useGame();
  const locale = useLocale();
  const { pick, set } = useFilterParams();
  const commodity = pick('item', GOODS);
  const side = pick('side', SIDES);
  const query = useInfiniteQuery(
    ledgerQueries.trades(api, {
      ...(commodity === 'all' ? {} : { commodity }),
      ...(side === 'all' ? {} : { side }),
    }),
  );
  const items = (query.data?.pages ?? []).flatMap((page) => page.items);
  const isFiltered = commodity !== 'all' || side !== 'all';
  return (
    <>
      <Toolbar>
        <Select
          label={t('trade:column.commodity')}
          value={commodity}
          onChange={(value) => set('item', value)}
          options={GOODS.map((value) => ({
            value,
            label: value === 'all' ? t('trade:book.all') : t(`common:commodity.${value}`),
          }))}
        />
        <RadioGroup
          label={t('log:trade_side')}
          look="segments"
          value={side}
          onChange={(value) => set('side', value)}
          options={SIDES.map((value) => ({ value, label: t(`log:trade_side.${value}`) }))}
        />
      </Toolbar>
      <LedgerTable
        title={t('game:log.tab_trades')}
        query={query}
        isEmpty={items.length === 0}
        empty={isFiltered ? t('log:ledger_none') : t('game:log.no_trades')}
        columns={[
          { name: t('game:log.when') },
          { name: t('game:log.what') },
          { name: t('game:log.where') },
          { name: t('game:log.amount'), end: true },
          { name: t('game:log.profit'), end: true },
        ]}
      >
        {items.map((trade) => (
          <tr key={trade.id}>
            <td>
              <MomentCell atMs={Date.parse(trade.at)} locale={locale} />
            </td>
            <th scope="row">
              <CommodityGlyph commodity={trade.commodity} className={styles.glyph} />
              {t(trade.side === 'buy' ? 'trade:basket.buy' : 'trade:basket.sell', {
                quantity: formatInteger(trade.quantity, locale),
                item: t(`common:commodity_word.${trade.commodity}`),
              })}
            </th>
            <td>
              <span className="num">{formatSectorNumber(trade.sectorNumber)}</span>{' '}
              <bdi>{trade.stationName}</bdi>
            </td>
            <NumberCell data-aside>
              {formatSigned(trade.side === 'buy' ? -trade.net : trade.net, locale)}
            </NumberCell>
            <NumberCell
              data-label={t('game:log.profit')}
              className={trade.profit !== null && trade.profit > 0n ? 'gain' : undefined}
            >
              {trade.profit === null ? '–' : formatSigned(trade.profit, locale)}
            </NumberCell>
          </tr>
        ))}
      </LedgerTable>
    </>
  );
}
