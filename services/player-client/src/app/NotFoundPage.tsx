import { buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import styles from './RouteError.module.css';
import { useText } from './text.ts';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  const t = useText();
  return (
    <main className={styles.page} id="content" tabIndex={-1}>
      <h1>{t('game:error.not_found_title')}</h1>
      <p>{t('game:error.not_found')}</p>
      <Link className={buttonClass({ variant: 'next' })} to="/game">
        {t('game:screen.cockpit')}
      </Link>
    </main>
  );
}
