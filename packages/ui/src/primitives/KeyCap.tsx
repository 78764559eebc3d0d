import type { ReactElement } from 'react';
import styles from './KeyCap.module.css';

export interface KeyCapProps {
  /** The key as printed: `P`, `Enter`, `Ctrl K`. */
  readonly children: string;
}

/**
 * A key cap. It only shows a key that the control beside it names in
 * `aria-keyshortcuts`, so it is hidden from assistive technology, and it
 * disappears with `data-hints="off"` on the root element (settings, keyboard).
 */
export function KeyCap({ children }: KeyCapProps): ReactElement {
  return (
    <span aria-hidden="true" className={styles.cap}>
      <kbd>{children}</kbd>
    </span>
  );
}
