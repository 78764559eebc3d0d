import { useTranslation } from '@sw/i18n';
import { IconButton } from '@sw/ui';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import styles from './DetailDrawer.module.css';

export interface DetailDrawerProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Under the title: state, identifiers. */
  readonly note?: ReactNode;
  /** At the foot: what can be done with it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * One thing of a list beside the list, which stays usable: `j` and `k` go on. Escape closes it. On narrow
 * screens it covers the page.
 */
export function DetailDrawer({ title, onClose, note, actions, children }: DetailDrawerProps): ReactElement {
  const { t } = useTranslation('common');
  const titleId = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) close.current();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  return (
    <aside className={styles.drawer} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId}>{title}</h2>
          {note !== undefined && <div className={styles.note}>{note}</div>}
        </div>
        <IconButton label={t('action.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <footer className={styles.acts}>{actions}</footer>}
    </aside>
  );
}
