import type { ReactElement } from 'react';
import { memo } from 'react';
import { text } from '../../app/public-text.ts';
import styles from './StarChart.module.css';
import type { ChartPoint } from './star-chart.ts';
import { buildStarChart } from './star-chart.ts';

const chart = buildStarChart();
const route = chart.route.map((index) => chart.points[index]).filter((point) => point !== undefined);
const LANES = chart.lanes
  .map(([a, b]) => {
    const [from, to] = [chart.points[a], chart.points[b]];
    return from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : '';
  })
  .join('');

/** Turns of the sample run after each hop: lanes of 3 turns, the first through a hazard. */
const FIRST_HOP_TURNS = 4;
const LANE_TURNS = 3;
const turnsAfter = (hop: number): number => FIRST_HOP_TURNS + (hop - 1) * LANE_TURNS;

const lineThrough = (points: readonly ChartPoint[]): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('');

export interface StarChartProps {
  /** Hops of the sample run that are flown; null shows the whole run. */
  readonly flown: number | null;
}

/** The sky behind the landing page with the sample run on it. Decoration: the run is told in words beside it. */
export const StarChart = memo(function StarChart({ flown }: StarChartProps): ReactElement {
  const hops = flown ?? route.length - 1;
  const [start, end, ship] = [route[0], route.at(-1), route[hops]];
  return (
    <svg
      className={styles.chart}
      viewBox="60 20 960 820"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g className={styles.distances}>
        <ellipse cx="560" cy="420" rx="170" ry="140" />
        <ellipse cx="560" cy="420" rx="300" ry="252" />
        <ellipse cx="560" cy="420" rx="430" ry="362" />
      </g>
      <path className={styles.lanes} d={LANES} />
      {chart.points.map((point) => (
        <circle
          key={`${point.x}.${point.y}`}
          className={point.isStation ? styles.station : styles.sector}
          cx={point.x}
          cy={point.y}
          r={point.isStation ? 4 : point.radius}
        />
      ))}
      <path className={styles.plan} d={lineThrough(route)} />
      <path className={styles.routeEdge} d={lineThrough(route.slice(0, hops + 1))} />
      <path className={styles.route} d={lineThrough(route.slice(0, hops + 1))} />
      {route.slice(1, -1).map((point, index) => (
        <g
          key={`${point.x}.${point.y}`}
          transform={`translate(${point.x} ${point.y})`}
          className={styles.hop}
        >
          <circle r="9" />
          <text y="3.5">{turnsAfter(index + 1)}</text>
        </g>
      ))}
      {start && (
        <g transform={`translate(${start.x} ${start.y})`} className={styles.start}>
          <circle r="10" />
          {ship === start || flown === null ? <circle r="3.5" className={styles.core} /> : null}
          <text x="-20" y="5" textAnchor="end">
            {text('landing.chart_sell')}{' '}
            <tspan className={styles.price}>{text('landing.chart_sell_price')}</tspan>
          </text>
        </g>
      )}
      {end && (
        <g transform={`translate(${end.x} ${end.y})`} className={styles.end}>
          <path d="M0-13 13 0 0 13-13 0z" />
          <text x="22" y="5">
            {text('landing.chart_buy')}{' '}
            <tspan className={styles.price}>{text('landing.chart_buy_price')}</tspan>
          </text>
        </g>
      )}
      {ship && flown !== null && flown > 0 && (
        <circle className={styles.ship} cx={ship.x} cy={ship.y} r="5" />
      )}
    </svg>
  );
});
