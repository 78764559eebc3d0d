import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import styles from './Chip.module.css';

/** `alert` and `danger` carry a wash; `live` is the link that works. */
export type ChipTone = 'neutral' | 'alert' | 'danger' | 'live' | 'outline';

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** Class of a chip, for a link or button that must look like one. */
export function chipClass(tone: ChipTone = 'neutral'): string {
  return clsx(styles.chip, tone !== 'neutral' && styles[tone]);
}

/** A short fact in the status bar or a row. */
export function Chip({ tone = 'neutral', icon, title, children }: ChipProps): ReactElement {
  return (
    <span className={chipClass(tone)} title={title}>
      {icon}
      {children}
    </span>
  );
}
