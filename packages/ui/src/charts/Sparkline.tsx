import type { ReactElement } from 'react';
import { scalePoints } from './chart-scale.ts';
import styles from './Sparkline.module.css';

export interface SparklineProps {
  /** Evenly spaced, oldest first. */
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
  /** The line in words; without it the figures beside it must say it. */
  readonly label?: string;
}

/** The course of a price as one polyline, a dot for now. */
export function Sparkline({ values, width = 72, height = 20, label }: SparklineProps): ReactElement | null {
  const points = scalePoints(
    values.map((y, x) => ({ x, y })),
    { width, height, inset: 2 },
  );
  const last = points.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      className={styles.spark}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <polyline className={styles.line} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle className={styles.now} cx={last.x} cy={last.y} r="1.8" />
    </svg>
  );
}
