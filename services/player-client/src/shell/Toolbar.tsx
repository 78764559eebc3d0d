import type { ReactElement, ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** What a list is narrowed and sorted by, above it. */
export function Toolbar({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.tools}>{children}</div>;
}
