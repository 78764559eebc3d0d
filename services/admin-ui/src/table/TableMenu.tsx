import { buttonClass } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import styles from './DataTable.module.css';

/** A button that unfolds a few choices below itself; Escape and a press elsewhere fold it. */
export function TableMenu({
  label,
  icon,
  children,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const root = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const fold = (event: Event): void => {
      const menu = root.current;
      if (menu?.open !== true) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (!menu.contains(event.target as Node)) menu.open = false;
    };
    document.addEventListener('keydown', fold);
    document.addEventListener('pointerdown', fold);
    return () => {
      document.removeEventListener('keydown', fold);
      document.removeEventListener('pointerdown', fold);
    };
  }, []);
  return (
    <details ref={root} className={styles.menu}>
      <summary className={buttonClass({ variant: 'quiet', size: 'small' })}>
        {icon}
        {label}
      </summary>
      <div className={styles.unfolded}>{children}</div>
    </details>
  );
}
