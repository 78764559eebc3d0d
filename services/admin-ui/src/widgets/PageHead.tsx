import type { ReactElement, ReactNode } from 'react';
import styles from './PageHead.module.css';

/** The head of a page: its name, what qualifies it, and at the end what can be done. */
export function PageHead({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {note !== undefined && <div className={styles.note}>{note}</div>}
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </header>
  );
}
