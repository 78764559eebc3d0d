import type { ReactElement } from 'react';
import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SkeletonProps {
  readonly rows: number;
  /** Said once to assistive technology: "Loading warps". */
  readonly label: string;
}

/** Rows with the geometry of a list that is still on its way. */
export function Skeleton({ rows, label }: SkeletonProps): ReactElement {
  return (
    <div className={styles.rows} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.bar} />
          <span className={styles.bar} style={{ width: `${42 - ((row * 17) % 24)}%` }} />
          <span className={styles.bar} />
        </div>
      ))}
    </div>
  );
}
