import type { ReactElement } from 'react';
import type { ChartPoint } from './chart-scale.ts';
import { scalePoints } from './chart-scale.ts';
import styles from './StepChart.module.css';

export interface StepChartProps {
  /** `x` in any unit of time, ascending; the value holds until the next point. */
  readonly points: readonly ChartPoint[];
  readonly width?: number;
  readonly height?: number;
  /** The summary in words: "Credits today, from 15,194 to 18,406". */
  readonly label: string;
}

/** A value that changes in steps, such as credits over a day. */
export function StepChart({ points, width = 288, height = 64, label }: StepChartProps): ReactElement {
  const scaled = scalePoints(points, { width, height, inset: 3 });
  const last = scaled.at(-1);
  const steps = scaled.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path
        className={styles.grid}
        d={`M0 .5H${width}M0 ${height / 2 + 0.5}H${width}M0 ${height - 0.5}H${width}`}
      />
      <path className={styles.line} d={steps.join('')} />
      {last !== undefined && <circle className={styles.now} cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}
