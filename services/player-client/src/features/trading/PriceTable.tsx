import { CommodityGlyph, formatAge, formatCredits, formatSigned } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { MarketLine } from '../../prices/market-rows.ts';
import { marketTable } from '../../prices/market-rows.ts';
import styles from '../../prices/PriceSummary.module.css';
import { UsualRange } from './UsualRange.tsx';

/** The prices of a station as the player knows them: live when docked, else with their age. */
export function PriceTable({ stationId }: { readonly stationId: string }): ReactElement | null {
  const t = useText('trade');
  const { api } = useGame();
  const locale = useLocale();
  const nowMs = useNow();
  const { data: market, isPending } = useQuery(gameQueries.market(api, stationId));
  const { data: known } = useQuery(gameQueries.knownPrices(api));
  if (isPending) return <div className={styles.waiting} />;
  if (market === null || market === undefined)
    return <p className={styles.unknown}>{t('trade:summary.unknown')}</p>;
  const { theyBuy, theySell } = marketTable(market, known?.items ?? [], [], 'table');
  const age = formatAge(nowMs - Date.parse(market.asOf), locale);
  return (
    <table className={styles.prices}>
      <caption>
        {market.source === 'live' ? t('trade:summary.live') : t(`trade:summary.${market.source}`, { age })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('trade:column.commodity')}</th>
          <th scope="col">
            <span className={styles.heard}>{t('trade:column.direction')}</span>
          </th>
          <th scope="col" className={clsx('end', styles.creditsHead)}>
            {t('trade:column.credits')}
          </th>
          <th scope="col" className={styles.range}>
            <abbr title={t('trade:column.range')}>{t('trade:column.range_short')}</abbr>
          </th>
          <th scope="col" className="end">
            {t('trade:column.margin')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...theyBuy, ...theySell].map((line) => (
          <SummaryRow key={line.row.commodity} line={line} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function SummaryRow({
  line: { row, margin },
  locale,
}: {
  readonly line: MarketLine;
  readonly locale: string;
}): ReactElement {
  const t = useText();
  const price = row.bid ?? row.ask;
  return (
    <tr>
      <th scope="row">
        <span className={styles.good}>
          <CommodityGlyph commodity={row.commodity} />
          {t(`common:commodity.${row.commodity}`)}
        </span>
      </th>
      <td className={styles.direction}>
        {t(row.bid === null ? 'trade:direction.sells' : 'trade:direction.buys')}
      </td>
      <td className={clsx(styles.price, 'end', 'num')}>
        {price === null ? '–' : formatCredits(price, locale)}
      </td>
      <td className={styles.range}>
        <UsualRange commodity={row.commodity} price={price} ownCost={row.bid === null ? null : row.avgCost} />
      </td>
      <td className={clsx('end', 'num', margin !== null && (margin > 0n ? 'gain' : 'loss'))}>
        {margin === null ? '–' : formatSigned(margin, locale)}
      </td>
    </tr>
  );
}
