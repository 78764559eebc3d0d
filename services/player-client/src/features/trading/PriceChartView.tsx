import type { CommodityCode, getPriceHistory, ReplyOf } from '@sw/contracts';
import { formatClock, formatDay, formatInteger } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import styles from './PriceChart.module.css';
import type { PricePoint } from './price-chart-model.ts';
import { priceChart } from './price-chart-model.ts';

export interface PriceChartViewProps {
  readonly history: ReplyOf<typeof getPriceHistory>;
  readonly side: 'bid' | 'ask';
  readonly commodity: CommodityCode;
  readonly ownCost: number | null;
  readonly label: string;
  /** The live price, where there is one. */
  readonly now: PricePoint | null;
}

const INSET = { left: 16, right: 52, top: 22, bottom: 34 } as const;
const DAY_MS = 86_400_000;

const firstAt = (history: PriceChartViewProps['history']): number => Date.parse(history.points[0]?.at ?? '');

/** The course of a price with the usual range, the own cost and the own trades. */
export function PriceChartView({
  history,
  side,
  commodity,
  ownCost,
  label,
  now,
}: PriceChartViewProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const usual = useCatalogue().usualRange(commodity);
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { width, height } = size;
  const frame = {
    width,
    height,
    left: INSET.left,
    right: width - INSET.right,
    top: INSET.top,
    bottom: height - INSET.bottom,
  };
  const chart = width < 120 || height < 90 ? null : priceChart({ history, side, usual, ownCost, now, frame });
  const spansDays =
    history.points.length > 0 &&
    chart !== null &&
    (chart.ticks.at(1)?.atMs ?? 0) - (chart.ticks[0]?.atMs ?? 0) >= DAY_MS;
  return (
    <div ref={box} className={styles.box}>
      {chart === null && width > 0 && <p className={styles.none}>{t('trade:chart.none')}</p>}
      {chart !== null && (
        <svg
          className={styles.chart}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('trade:chart.label', {
            item: label,
            low: chart.low,
            high: chart.high,
            now: chart.last.price,
          })}
        >
          {chart.usual !== null && (
            <rect
              className={styles.usual}
              x={frame.left}
              y={chart.usual.y}
              width={frame.right - frame.left}
              height={chart.usual.height}
            />
          )}
          {chart.marks.map(({ y, price }) => (
            <g key={price}>
              <path className={styles.grid} d={`M${frame.left} ${y}H${frame.right}`} />
              <text x={frame.right + 6} y={y + 4}>
                {formatInteger(price, locale)}
              </text>
            </g>
          ))}
          {chart.ticks.map(({ x, atMs }) => (
            <g key={atMs}>
              <path className={styles.tick} d={`M${x} ${height - 22}v4`} />
              <text x={x + 4} y={height - 8}>
                {spansDays ? formatDay(atMs, locale) : formatClock(atMs, locale)}
              </text>
            </g>
          ))}
          {chart.ownCost !== null && (
            <>
              <path className={styles.cost} d={`M${frame.left} ${chart.ownCost.y}H${frame.right}`} />
              <text className={styles.costText} x={frame.right - 6} y={chart.ownCost.y - 6} textAnchor="end">
                {t('trade:chart.own_cost')}
              </text>
              <text className={styles.costText} x={frame.right + 6} y={chart.ownCost.y + 4}>
                {formatInteger(chart.ownCost.price, locale)}
              </text>
            </>
          )}
          <polyline className={clsx(styles.line, chart.isYoung && styles.young)} points={chart.line} />
          {chart.isYoung && (
            <text className={styles.words} x={frame.left + 4} y={chart.last.y - 10}>
              {t('trade:chart.young', { time: formatClock(now?.atMs ?? firstAt(history), locale) })}
            </text>
          )}
          {chart.trades.map((trade) => (
            <g key={`${trade.x}.${trade.quantity}`}>
              <path className={styles.mark} d={`M${trade.x} ${trade.y - 3}l-4-7h8z`} />
              <text className={styles.words} x={trade.x} y={trade.y - 15} textAnchor="middle">
                {t(trade.side === 'sell' ? 'trade:chart.sold' : 'trade:chart.bought', {
                  quantity: trade.quantity,
                })}
              </text>
            </g>
          ))}
          <circle className={styles.dot} cx={chart.last.x} cy={chart.last.y} r="3" />
          <text className={styles.now} x={frame.right + 6} y={chart.last.y + 4}>
            {formatInteger(chart.last.price, locale)}
          </text>
        </svg>
      )}
    </div>
  );
}
