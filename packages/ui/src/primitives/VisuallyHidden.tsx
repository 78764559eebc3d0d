import type { ElementType, ReactElement, ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

export interface VisuallyHiddenProps {
  readonly children: ReactNode;
  /** The element to use: `span` unless a `caption` or heading is needed. */
  readonly as?: ElementType;
  readonly id?: string;
}

/** Text for assistive technology that the picture already shows. */
export function VisuallyHidden({ children, as: Tag = 'span', id }: VisuallyHiddenProps): ReactElement {
  return (
    <Tag className={styles.hidden} id={id}>
      {children}
    </Tag>
  );
}
