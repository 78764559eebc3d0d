import type { ReactElement } from 'react';
import styles from './SkipLinks.module.css';

export interface SkipLink {
  /** Id of the element that takes the focus. */
  readonly target: string;
  readonly label: string;
}

export interface SkipLinksProps {
  readonly links: readonly SkipLink[];
}

/**
 * First in the document, seen only with focus. Moves focus itself: the address
 * belongs to the router, and a hash would be a step back in its history.
 */
export function SkipLinks({ links }: SkipLinksProps): ReactElement {
  return (
    <>
      {links.map(({ target, label }) => (
        <a
          key={target}
          href={`#${target}`}
          className={styles.link}
          onClick={(event) => {
            const element = document.getElementById(target);
            if (element === null) return;
            event.preventDefault();
            if (element.tabIndex < 0) element.tabIndex = -1;
            element.focus();
          }}
        >
          {label}
        </a>
      ))}
    </>
  );
}
