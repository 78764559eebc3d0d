import type { getPriceHistory, ReplyOf } from '@sw/contracts';
import { formatClock, formatDay, formatInteger, NumberCell, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './PriceChart.module.css';
import type { PricePoint } from './price-chart-model.ts';
import { pricesOf } from './price-chart-model.ts';

export interface PriceHistoryTableProps {
  readonly history: ReplyOf<typeof getPriceHistory>;
  readonly side: 'bid' | 'ask';
  readonly now: PricePoint | null;
  readonly label: string;
}

/** The same prices as figures, newest first, under one sentence that sums them up. */
export function PriceHistoryTable({ history, side, now, label }: PriceHistoryTableProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const prices = pricesOf(history, side, now);
  const [first, last] = [prices[0], prices.at(-1)];
  if (first === undefined || last === undefined)
    return <p className={styles.none}>{t('trade:chart.none')}</p>;
  const figures = prices.map(({ price }) => price);
  const dayOf = new Map(history.points.map((point) => [Date.parse(point.at), point]));
  const hasDays = history.points.some(({ volume }) => volume !== null);
  const when = (atMs: number) => `${formatDay(atMs, locale)} ${formatClock(atMs, locale)}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section className={styles.table} tabIndex={0} aria-label={label}>
      <Table
        caption={t('trade:chart.summary', {
          count: prices.length,
          since: when(first.atMs),
          low: formatInteger(Math.min(...figures), locale),
          high: formatInteger(Math.max(...figures), locale),
          now: formatInteger(last.price, locale),
        })}
      >
        <thead>
          <tr>
            <th scope="col">{t('trade:chart.at')}</th>
            <th scope="col" className="end">
              {t('trade:chart.price')}
            </th>
            {hasDays && (
              <>
                <th scope="col" className="end">
                  {t('trade:chart.low')}
                </th>
                <th scope="col" className="end">
                  {t('trade:chart.high')}
                </th>
                <th scope="col" className="end">
                  {t('trade:chart.volume')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {prices.toReversed().map(({ atMs, price }) => {
            const day = dayOf.get(atMs);
            const figure = (value: bigint | number | null | undefined) =>
              value === null || value === undefined ? '–' : formatInteger(Number(value), locale);
            return (
              <tr key={atMs}>
                <td className="num">{when(atMs)}</td>
                <NumberCell>{formatInteger(price, locale)}</NumberCell>
                {hasDays && (
                  <>
                    <NumberCell>{figure(day?.low)}</NumberCell>
                    <NumberCell>{figure(day?.high)}</NumberCell>
                    <NumberCell>{figure(day?.volume)}</NumberCell>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
