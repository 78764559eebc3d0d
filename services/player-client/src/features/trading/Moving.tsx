import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import styles from './Market.module.css';

export interface MovingProps {
  /** What the cell shows, as it is compared. */
  readonly value: bigint | number | null;
  readonly children: ReactNode;
}

/** A figure that lights up once when it changes while it is looked at; as it stood when the screen opened it does not. */
export function Moving({ value, children }: MovingProps): ReactElement {
  const [seen, setSeen] = useState({ value, moves: 0 });
  if (seen.value !== value) setSeen({ value, moves: seen.moves + 1 });
  return (
    <span key={seen.moves} className={styles.moving} data-moved={seen.moves > 0 || undefined}>
      {children}
    </span>
  );
}
