import { clsx } from 'clsx';
import type { CSSProperties, ReactElement } from 'react';
import styles from './Meter.module.css';

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** What it measures, with the figures: "8 of 20 delivered". */
  readonly label: string;
  readonly tone?: 'neutral' | 'accent' | 'gain' | 'warn' | 'danger';
  readonly className?: string | undefined;
}

/** A share of a whole as a bar; the figures stand beside it, the bar never speaks alone. */
export function Meter({ value, max, label, tone = 'neutral', className }: MeterProps): ReactElement {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span
      role="img"
      aria-label={label}
      className={clsx(styles.meter, tone !== 'neutral' && styles[tone], className)}
      style={{ '--share': `${Math.round(share * 1000) / 10}%` } as CSSProperties}
    >
      <span className={styles.fill} />
    </span>
  );
}
